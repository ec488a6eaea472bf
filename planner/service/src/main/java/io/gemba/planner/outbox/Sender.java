package io.gemba.planner.outbox;

import io.gemba.planner.store.OutboxTable;
import java.util.List;

/** Takes rows to where they belong. */
public interface Sender extends AutoCloseable {
  /** Which rows: {@code kafka} or {@code mqtt}. */
  String destination();

  /**
   * Sends all and returns when all have arrived.
   *
   * @throws SendException when one has not; all are sent again then
   */
  void send(List<OutboxTable.Row> rows) throws SendException;

  @Override
  void close();

  /** The other side has not taken it. */
  final class SendException extends Exception {
    private static final long serialVersionUID = 1;

    /** With what went wrong. */
    public SendException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
