package io.gemba.jobs.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The name of a job in the header of what it writes, by which it knows its own records again where
 * it reads a topic that it writes to.
 *
 * @param name of the job, for example {@code anomaly}
 */
record Writer(String name) implements Wanted {
  private static final String HEADER = "gemba-job";

  void sign(Headers headers) {
    headers.add(HEADER, bytes());
  }

  /** Whether somebody else wrote it. */
  @Override
  public boolean isWanted(ConsumerRecord<byte[], byte[]> record, byte[] value) {
    Header header = record.headers().lastHeader(HEADER);
    return header == null || !Arrays.equals(header.value(), bytes());
  }

  private byte[] bytes() {
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
