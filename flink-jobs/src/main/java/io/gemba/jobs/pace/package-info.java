/**
 * When to speak: jobs that answer many small changes with one message wait until a key is quiet.
 * In: changes and timers of one key. Out: the time of the next timer, or the word to go.
 */
@NullMarked
package io.gemba.jobs.pace;

import org.jspecify.annotations.NullMarked;
