/**
 * The {@code gemba} command. In: arguments, settings, environment. Out: one clear line when
 * something is wrong, exit code 2 for wrong usage and 1 for a failure, never a stack trace.
 */
@NullMarked
package io.gemba.standalone.cli;

import org.jspecify.annotations.NullMarked;
