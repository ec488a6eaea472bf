/** The site as the console shows it, and look-ups by id. In: the site file. Out: views. */
@NullMarked
package io.gemba.planner.site;

import org.jspecify.annotations.NullMarked;
