package io.gemba.sensors.mqtt;

/**
 * What a gateway did since it was started; every number only rises.
 *
 * @param received messages that came from the broker, repeats included
 * @param accepted messages that are in Kafka as readings or machine states
 * @param deadLettered messages that are in Kafka as dead letters
 * @param ignored messages that are meant for others
 * @param failedSends messages that Kafka did not take; the broker delivers them again
 * @param connections connections that were made, reconnects included
 */
public record GatewayCounts(
    long received,
    long accepted,
    long deadLettered,
    long ignored,
    long failedSends,
    long connections) {}
