/**
 * The demo's plant, shops and staff. In: a site, a seed, a clock and commands on the SIMULATION
 * topic. Out: what a plant, a till, a warehouse and a fleet system would send, over MQTT (readings,
 * machine states) and Kafka (demand, stock, orders, resources), and nothing else.
 *
 * <p>The models are pure and step in simulated time: same seed and same times, same messages. Only
 * the classes that end in {@code Feed} and {@link io.gemba.sensors.simulation.Simulation} touch a
 * broker.
 */
@NullMarked
package io.gemba.sensors.simulation;

import org.jspecify.annotations.NullMarked;
