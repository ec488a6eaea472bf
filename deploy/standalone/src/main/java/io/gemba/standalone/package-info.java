/**
 * Everything of Gemba in one JVM. In: settings and a site. Out: running servers, jobs, gateway,
 * planner and simulator, their readiness, and a clean stop.
 */
@NullMarked
package io.gemba.standalone;

import org.jspecify.annotations.NullMarked;
