/** What rosters and routes share in their life: draft, publication, price by day, views of both. */
@NullMarked
package io.gemba.planner.plans;

import org.jspecify.annotations.NullMarked;
