/**
 * What today costs against the rules before. In: priced rows. Out: one sum, the same everywhere.
 */
@NullMarked
package io.gemba.planner.costs;

import org.jspecify.annotations.NullMarked;
