/**
 * A day's routes and their life. In: open deliveries, vans, the published roster. Out: drafts with
 * a reason and a price, published routes, and each van's route for its driver.
 */
@NullMarked
package io.gemba.planner.routes;

import org.jspecify.annotations.NullMarked;
