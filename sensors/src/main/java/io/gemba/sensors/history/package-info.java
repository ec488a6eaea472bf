/**
 * What the anomaly job would have said of a file. In: csv of one or more sensors. Out: a judgement
 * a row as csv, a picture of a series with its alarms as SVG. Needs no broker.
 */
@NullMarked
package io.gemba.sensors.history;

import org.jspecify.annotations.NullMarked;
