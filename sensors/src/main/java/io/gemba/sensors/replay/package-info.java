/**
 * Public and own data through the same doors as live data. In: M5-format sales and prices, and CSV
 * files of sensors (NAB, SKAB), plain or gzipped. Out: demand and stock counts on the topics,
 * readings over MQTT with their own times, and a site file that knows them. A row that cannot be
 * used is told with file, line, value and fix; good ones pass.
 */
@NullMarked
package io.gemba.sensors.replay;

import org.jspecify.annotations.NullMarked;
