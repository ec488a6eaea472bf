/**
 * JSON Schemas of the site file, the settings and the messages. In: the records themselves. Out:
 * the schemas kept under {@code config/schema}, so that editors complete the files and a change
 * that breaks readers of a topic is seen.
 */
@NullMarked
package io.gemba.schema;

import org.jspecify.annotations.NullMarked;
