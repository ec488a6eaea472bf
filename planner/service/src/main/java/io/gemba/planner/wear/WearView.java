package io.gemba.planner.wear;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part that wears.
 *
 * @param part its name
 * @param left what is left; null while nothing is told
 * @param hints sensors that left what they were when the part was new, the farthest first; at most
 *     three
 * @param modes ways of failing that fit how the sensors moved, the best first
 * @param missing names of sensors that were not heard in the newest cycle
 * @param act what to do
 * @param sentence that in words; money is whole cents
 * @param stopAt next planned stop; null when none is planned
 * @param stop that in words of the site's zone; empty without
 * @param failsBefore chance that it fails before the stop, 0..1; null when it is not known
 * @param nowCents what replacing it at once costs
 * @param laterCents what waiting for the stop is expected to cost; null when it is not known
 * @param replacedAt when it was replaced last; null if nobody said so
 */
public record WearView(
    String machine,
    String machineName,
    String line,
    String part,
    @Nullable Left left,
    List<Hint> hints,
    List<Mode> modes,
    List<String> missing,
    WearAct act,
    String sentence,
    @Nullable Instant stopAt,
    String stop,
    @Nullable Double failsBefore,
    long nowCents,
    @Nullable Long laterCents,
    @Nullable Instant replacedAt,
    @Nullable String replacedBy) {

  /**
   * What is left, in hours of running.
   *
   * @param at last reading that it was told from
   * @param since first reading of the part's life
   * @param ranHours how long it has run
   * @param hours expected
   * @param lowHours one in ten fails earlier
   * @param highHours one in ten fails later
   * @param asGoodAsNew whether there may be much more
   */
  public record Left(
      Instant at,
      Instant since,
      double ranHours,
      double hours,
      double lowHours,
      double highHours,
      boolean asGoodAsNew) {}

  /**
   * A sensor that moved.
   *
   * @param deviations how far, in deviations of new parts; below 0 it fell
   */
  public record Hint(String sensor, String name, double deviations) {}

  /**
   * A way in which the part may be failing.
   *
   * @param fit how well it fits how the sensors moved, 0..1; no chance
   * @param seen names of its sensors that moved its way
   * @param unseen names of those that did not
   */
  public record Mode(String name, double fit, List<String> seen, List<String> unseen) {}

  /**
   * Says that a part was replaced.
   *
   * @param at ISO-8601 time with its zone; now when missing
   */
  public record ReplacedBody(@Nullable String by, @Nullable String at) {}
}
