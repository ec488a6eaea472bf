package io.gemba.planner.wear;

import io.gemba.message.MachineLife;
import io.gemba.planner.wear.PlannedStops.Stop;
import io.gemba.site.WearPart;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Advice in one sentence, with money as whole cents for pages to write in the site's currency. */
final class WearWords {
  private static final DateTimeFormatter STOP =
      DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm", Locale.ENGLISH);
  private static final double SHORT_HOURS = 10;

  private WearWords() {}

  static String of(
      WearAdvice advice, WearPart part, @Nullable MachineLife life, long nowCents, ZoneId zone) {
    String name = part.name();
    String stop = stop(advice.stop(), zone);
    return switch (advice.act()) {
      case WAIT ->
          "Nothing is told of the %s yet: no cycle of %s is complete, or no model '%s' was announced (gemba maintenance learn)."
              .formatted(name, hours(part.cycleMinutes()), part.model());
      case LEAVE -> leave(name, life, stop, advice);
      case PLAN_STOP ->
          "Plan a stop: none is planned, and one %s in ten fails within %s of running. Replacing it now costs %d cents."
              .formatted(
                  name, life == null ? "?" : hours(minutes(life, life.lowCycles())), nowCents);
      case AT_STOP ->
          "Replace the %s at the stop %s: %s cents expected, %d cents now. It fails before with a chance of %s."
              .formatted(name, stop, advice.laterCents(), nowCents, percent(advice.failsBefore()));
      case NOW ->
          "Replace the %s now: %d cents, against %s cents expected by waiting for the stop %s. It fails before with a chance of %s."
              .formatted(name, nowCents, advice.laterCents(), stop, percent(advice.failsBefore()));
    };
  }

  private static String leave(
      String name, @Nullable MachineLife life, String stop, WearAdvice advice) {
    if (life == null) {
      return "Leave the %s.".formatted(name);
    }
    String least = hours(minutes(life, life.lowCycles()));
    if (!life.asGoodAsNew()) {
      return "Leave the %s beyond the stop %s: nine in ten run for %s more, until the stop after it."
          .formatted(name, stop, least);
    }
    return advice.stop() != null && advice.failsBefore() == null
        ? "Leave the %s: it is as good as new. Nine in ten run for %s more, as far as the model tells; the stop %s is later, so look again before."
            .formatted(name, least, stop)
        : "Leave the %s: it is as good as new. Nine in ten run for %s more.".formatted(name, least);
  }

  /** {@code on Sunday 29 November 06:00}. */
  static String stop(@Nullable Stop stop, ZoneId zone) {
    if (stop == null) {
      return "";
    }
    String at = "on " + STOP.format(stop.at().atZone(zone));
    return stop.maintenance().isEmpty() ? at : "%s (%s)".formatted(at, stop.maintenance());
  }

  private static double minutes(MachineLife life, double cycles) {
    return cycles * life.cycleMinutes();
  }

  private static String hours(double minutes) {
    double hours = minutes / 60;
    if (hours < SHORT_HOURS) {
      return hours < 2 ? Math.round(minutes) + " min" : String.format(Locale.ROOT, "%.1f h", hours);
    }
    return Math.round(hours) + " h";
  }

  /** Never 0 % or 100 %: nothing is that sure. */
  private static String percent(@Nullable Double share) {
    if (share == null) {
      return "?";
    }
    return share < 0.01
        ? "less than 1 %"
        : share > 0.99 ? "more than 99 %" : Math.round(share * 100) + " %";
  }
}
