package io.gemba.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which machine limits a line in a window, by the active-period method (Roser, Nakano, Tanaka,
 * Shifting Bottleneck Detection, WSC 2002). A later revision of the same id replaces it.
 *
 * @param id from line and window start
 * @param revision rises with every change
 * @param line line id
 * @param start first moment of the window
 * @param end first moment after the window
 * @param closed whether the window is over
 * @param machine the momentary bottleneck at the last known moment of the window: it has been
 *     active, that is neither starved, blocked nor idle, for longest; null when none is active
 * @param since when its active period began; null with {@code machine}
 * @param shares the machines that were a bottleneck in the window, longest first
 */
public record Bottleneck(
    String id,
    int revision,
    String line,
    Instant start,
    Instant end,
    boolean closed,
    @Nullable String machine,
    @Nullable Instant since,
    List<Share> shares) {

  /**
   * How long a machine was a bottleneck.
   *
   * @param soleMinutes alone
   * @param shiftingMinutes while the bottleneck moved between it and another machine
   */
  public record Share(String machine, double soleMinutes, double shiftingMinutes) {
    /**
     * @throws IllegalArgumentException if the machine is missing or minutes are negative
     */
    public Share {
      Require.id(machine, "machine");
      Require.notNegative(soleMinutes, "soleMinutes");
      Require.notNegative(shiftingMinutes, "shiftingMinutes");
    }
  }

  /**
   * @throws IllegalArgumentException if an id or time is missing
   */
  public Bottleneck {
    Require.id(id, "id");
    Require.id(line, "line");
    Require.present(start, "start");
    Require.present(end, "end");
    shares = shares == null ? List.of() : List.copyOf(shares);
  }
}
