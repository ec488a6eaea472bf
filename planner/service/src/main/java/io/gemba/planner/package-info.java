/**
 * The planner service: what happens on topics becomes plans that a person can see, price, publish
 * and act on. In: settings, a site, Kafka, PostgreSQL. Out: HTTP, plans, costs and orders on Kafka,
 * routes over MQTT.
 */
@NullMarked
package io.gemba.planner;

import org.jspecify.annotations.NullMarked;
