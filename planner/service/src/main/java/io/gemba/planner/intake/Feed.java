package io.gemba.planner.intake;

import io.gemba.message.Topic;
import io.gemba.planner.store.Transaction;
import java.util.List;

/**
 * What the records of one topic do.
 *
 * @param topic where they come from
 * @param type the topic's record
 * @param effect writes them; must be idempotent, since a batch with a bad neighbour is tried again
 * @param afterwards told once they are committed; must be quick
 * @param <T> the topic's record
 */
public record Feed<T>(Topic topic, Class<T> type, Effect<T> effect, Afterwards<T> afterwards) {

  /** Writes records, oldest first per key. */
  @FunctionalInterface
  public interface Effect<T> {
    /** Writes all of them in the transaction. */
    void apply(Transaction transaction, List<T> records);
  }

  /** Told of records that are committed. */
  @FunctionalInterface
  public interface Afterwards<T> {
    /** They are in. */
    void committed(List<T> records);
  }
}
