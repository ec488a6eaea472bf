/**
 * One business in one YAML file: places, items, lines and machines, people, vehicles, labour
 * standards, calendar and rates. In: a file. Out: a {@link io.gemba.site.Site}, or every error in
 * it at once.
 */
@NullMarked
package io.gemba.site;

import org.jspecify.annotations.NullMarked;
