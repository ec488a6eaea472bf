package io.gemba.sensors.production;

/** Keeps texts of other systems from growing our state. */
final class Text {
  private static final int LONGEST = 200;

  private Text() {}

  /** The text, cut after 200 characters. */
  static String bounded(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
