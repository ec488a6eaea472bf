/**
 * The problem as a jsprit {@code VehicleRoutingProblem}, and jsprit's own search. In: a model. Out:
 * tours. The only package that knows jsprit.
 */
@NullMarked
package io.gemba.routes.jsprit;

import org.jspecify.annotations.NullMarked;
