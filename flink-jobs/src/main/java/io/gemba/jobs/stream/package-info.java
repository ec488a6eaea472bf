/**
 * What all jobs share: the environment, typed doors to the Kafka topics, and how messages are
 * written between operators and in state. In: settings, a job's name, bytes of a topic. Out:
 * streams of checked messages beside a stream of dead letters. Kafka's client types stay in here;
 * Kryo is switched off, so that every type of a job has a codec that somebody wrote.
 */
@NullMarked
package io.gemba.jobs.stream;

import org.jspecify.annotations.NullMarked;
