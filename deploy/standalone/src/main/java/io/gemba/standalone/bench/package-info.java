/**
 * How fast the jobs are. In: a number of records. Out: records a second of each job, beside a
 * pipeline that does nothing, on the same input in the same run.
 */
@NullMarked
package io.gemba.standalone.bench;

import org.jspecify.annotations.NullMarked;
