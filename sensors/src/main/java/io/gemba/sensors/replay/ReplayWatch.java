package io.gemba.sensors.replay;

/** Looks on while a replay runs. Called on the replay's thread. */
public interface ReplayWatch {
  /** A watch that looks away and never cancels. */
  ReplayWatch NONE = (done, total) -> {};

  /**
   * Some more was sent.
   *
   * @param done messages so far
   * @param total messages in all; 0 when that is not known beforehand
   */
  void progressed(long done, long total);

  /** A row was left out. */
  default void rejected(RejectedRow row) {}

  /** Whether to stop; asked at least every few thousand messages. */
  default boolean isCancelled() {
    return false;
  }
}
