/** Orders from people: checked against the site, kept once however often they are sent. */
@NullMarked
package io.gemba.planner.orders;

import org.jspecify.annotations.NullMarked;
