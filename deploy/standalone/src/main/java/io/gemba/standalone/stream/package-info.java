/**
 * The stream processor inside this process. In: job graphs by name. Out: running jobs that resume
 * from their latest checkpoint on disk, also after a SIGKILL.
 */
@NullMarked
package io.gemba.standalone.stream;

import org.jspecify.annotations.NullMarked;
