package io.gemba.rosters.engine;

/** The sequence rules of a row have more states together than are followed. */
public final class TooManyStatesException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  TooManyStatesException(int most) {
    super(
        "The sequence rules of a row have more than %d states together. Maybe a run of many days can be counted instead."
            .formatted(most));
  }
}
