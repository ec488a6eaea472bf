/**
 * The search on primitive arrays. In: a {@link io.gemba.routes.engine.PlainProblem}, one depot and
 * equal vehicles with hard windows. Out: routes of customer numbers. Knows no request, no file and
 * no framework.
 */
@NullMarked
package io.gemba.routes.engine;

import org.jspecify.annotations.NullMarked;
