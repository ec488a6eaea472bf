/**
 * Delivery routes. In: a {@link io.gemba.routes.RouteRequest}. Out: a {@link
 * io.gemba.routes.RouteResult} that {@link io.gemba.routes.check.RouteChecker} has recomputed from
 * the request. Entry: {@link io.gemba.routes.RoutePlanner}.
 */
@NullMarked
package io.gemba.routes;

import org.jspecify.annotations.NullMarked;
