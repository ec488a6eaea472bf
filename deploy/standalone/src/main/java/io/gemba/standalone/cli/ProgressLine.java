package io.gemba.standalone.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** How far a search is: one line at most twice a second, with the seconds since its start. */
final class ProgressLine {
  private static final long PAUSE_NANOS = 500_000_000L;

  private final PrintWriter screen;
  private final long began = System.nanoTime();
  private long shown = began - PAUSE_NANOS;

  ProgressLine(PrintWriter screen) {
    this.screen = screen;
  }

  /** Shows a line unless one was shown just now. Any thread. */
  synchronized void show(String format, Object... values) {
    if (System.nanoTime() - shown >= PAUSE_NANOS) {
      end(format, values);
    }
  }

  /** Shows a line. */
  synchronized void end(String format, Object... values) {
    shown = System.nanoTime();
    screen.printf(
        Locale.ROOT,
        "%7.1f s  %s%n",
        (shown - began) / 1e9,
        String.format(Locale.ROOT, format, values));
    screen.flush();
  }
}
