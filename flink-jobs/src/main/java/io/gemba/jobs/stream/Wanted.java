package io.gemba.jobs.stream;

import java.io.Serializable;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells records that a job has no use for before they are decoded. */
@FunctionalInterface
interface Wanted extends Serializable {

  /**
   * @param value of the record, which has one
   * @return false if the record is passed over
   */
  boolean isWanted(ConsumerRecord<byte[], byte[]> record, byte[] value);
}
