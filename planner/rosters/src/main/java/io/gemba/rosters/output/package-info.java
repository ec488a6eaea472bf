/**
 * A roster in files that people and other programs open. In: request and result. Out: CSV (one row
 * a person, one column a day), iCalendar per person (RFC 5545), SVG with cover against need.
 */
@NullMarked
package io.gemba.rosters.output;

import org.jspecify.annotations.NullMarked;
