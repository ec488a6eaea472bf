/**
 * Public benchmark instances: reading them, the arc lengths their conventions ask for, the best
 * known values, and a checker of plans that shares no code with the search. In: files. Out: plain
 * records.
 */
@NullMarked
package io.gemba.routes.benchmark;

import org.jspecify.annotations.NullMarked;
