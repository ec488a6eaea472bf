/**
 * The search for real fleets: several depots, unlike vehicles, soft windows, pins and orders that
 * may be left out, all priced in cents. In: a model. Out: tours.
 */
@NullMarked
package io.gemba.routes.search;

import org.jspecify.annotations.NullMarked;
