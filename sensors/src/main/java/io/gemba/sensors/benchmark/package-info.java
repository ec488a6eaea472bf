/**
 * How good the detectors are on public benchmarks, by the benchmarks' own rules. In: a folder of
 * series with labels. Out: scores. Pure: reads files, knows no broker.
 */
@NullMarked
package io.gemba.sensors.benchmark;

import org.jspecify.annotations.NullMarked;
