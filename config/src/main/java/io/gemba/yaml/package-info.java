/**
 * Files that people write. In: YAML text. Out: typed records, or every error at once, each with its
 * line, path, value and fix.
 */
@NullMarked
package io.gemba.yaml;

import org.jspecify.annotations.NullMarked;
