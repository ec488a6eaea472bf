/** Work that takes seconds: one at a time for each page, watched and stopped from the console. */
@NullMarked
package io.gemba.planner.jobs;

import org.jspecify.annotations.NullMarked;
