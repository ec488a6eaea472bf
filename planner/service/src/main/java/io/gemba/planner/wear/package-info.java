/**
 * Parts of machines that wear. In: what the jobs tell of their lives, planned stops, replacements.
 * Out: whether to replace now or at a stop, in cents, and replacements for the jobs.
 */
@NullMarked
package io.gemba.planner.wear;

import org.jspecify.annotations.NullMarked;
