package io.gemba.jobs.stream;

import io.gemba.message.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * A topic as a job sees it.
 *
 * @param messages what could be read, with event times if the source was given any
 * @param deadLetters what could not; must be given to a sink
 * @param <T> the message's type
 */
public record Incoming<T>(DataStream<T> messages, DataStream<DeadLetter> deadLetters) {}
