package io.gemba.jobs.metrics;

import java.util.List;

/** A time-series store that takes lines. Not thread safe. */
interface LineStore extends AutoCloseable {

  /**
   * Writes lines; when it returns they are kept. A line written again replaces itself.
   *
   * @throws RefusedException when the store will never take these lines as they are; some may have
   *     been kept
   * @throws UnavailableException when it may take them later; some may have been kept
   */
  void write(List<String> lines) throws RefusedException, UnavailableException;

  @Override
  void close();

  /** At least one of the lines is wrong, or they are too many at once. */
  final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String reason, Throwable cause) {
      super(reason, cause);
    }
  }

  /** The store is away, busy, or does not let us in. */
  final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    UnavailableException(String reason, Throwable cause) {
      super(reason, cause);
    }
  }
}
