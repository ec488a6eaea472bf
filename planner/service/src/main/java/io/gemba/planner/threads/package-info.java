/** Threads that the service keeps. In: something to do. Out: it is done again and again. */
@NullMarked
package io.gemba.planner.threads;

import org.jspecify.annotations.NullMarked;
