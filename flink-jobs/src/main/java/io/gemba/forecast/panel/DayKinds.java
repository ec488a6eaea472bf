package io.gemba.forecast.panel;

/**
 * What a forecaster knows of a day beforehand: named events and flags of a region, such as the days
 * on which benefits are paid. Days are counted from 1970-01-01.
 */
public interface DayKinds {
  /** No event. */
  int NONE = 0;

  /** Nothing is known of any day. */
  DayKinds PLAIN =
      new DayKinds() {
        @Override
        public int eventOn(int day) {
          return NONE;
        }

        @Override
        public int previousOf(int event, int day) {
          return Integer.MIN_VALUE;
        }

        @Override
        public boolean isFlagged(String region, int day) {
          return false;
        }

        @Override
        public boolean isClosed(int day) {
          return false;
        }
      };

  /** The event of a day, from 1; {@link #NONE} if there is none. */
  int eventOn(int day);

  /** The last day before {@code day} with that event; {@code Integer.MIN_VALUE} if unknown. */
  int previousOf(int event, int day);

  /** Whether the region has a flagged day. */
  boolean isFlagged(String region, int day);

  /** Whether nothing is sold. */
  boolean isClosed(int day);
}
