/** How what people send is told to be usable, or not. */
@NullMarked
package io.gemba.planner.checks;

import org.jspecify.annotations.NullMarked;
