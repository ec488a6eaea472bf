/** Who and what cannot work when. In: sick calls, breakdowns and their return. Out: spans. */
@NullMarked
package io.gemba.planner.resources;

import org.jspecify.annotations.NullMarked;
