package io.gemba.planner.overrides;

import io.gemba.message.ForecastOverride;
import io.gemba.planner.checks.Checked;
import io.gemba.site.Site;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an override of what a planner sent, or says everything that is wrong with it. */
public final class OverrideCheck {
  private static final int LONGEST_REASON = 400;

  private final Site site;
  private final LocalDate today;
  private final List<Checked.Wrong> wrong = new ArrayList<>();

  /** Who says it when, and under which id it goes. */
  public record Origin(String id, String who, Instant at) {}

  private OverrideCheck(Site site, LocalDate today) {
    this.site = site;
    this.today = today;
  }

  /** Checks an override; days are those of the site's zone. */
  public static Checked<ForecastOverride> check(OverrideBody body, Site site, Origin origin) {
    LocalDate today = LocalDate.ofInstant(origin.at(), site.zone());
    return new OverrideCheck(site, today).check(body, origin);
  }

  private Checked<ForecastOverride> check(OverrideBody body, Origin origin) {
    String item = text(body.item(), "item");
    if (item != null && site.findItem(item).isEmpty()) {
      say(
          "item",
          "item ('%s') is no item of the site. GET /api/v1/site lists them.".formatted(item));
    }
    String place = text(body.place(), "place");
    if (place != null && site.findPlace(place).isEmpty()) {
      say(
          "place",
          "place ('%s') is no place of the site. GET /api/v1/site lists them.".formatted(place));
    }
    LocalDate from = day(body.from(), "from");
    LocalDate to = body.to() == null ? from : day(body.to(), "to");
    if (from != null && to != null) {
      days(from, to);
    }
    amount(body.units(), body.factor());
    String reason = text(body.reason(), "reason");
    if (reason != null && reason.length() > LONGEST_REASON) {
      say(
          "reason",
          "reason has %d characters, at most %d fit.".formatted(reason.length(), LONGEST_REASON));
    }
    if (!wrong.isEmpty()
        || item == null
        || place == null
        || from == null
        || to == null
        || reason == null) {
      return Checked.bad(wrong);
    }
    return Checked.good(
        new ForecastOverride(
            origin.id(),
            0,
            item,
            place,
            from,
            to,
            body.units(),
            body.factor(),
            reason,
            origin.who(),
            origin.at(),
            false));
  }

  private void days(LocalDate from, LocalDate to) {
    LocalDate latest = today.plusDays(ForecastOverride.MOST_DAYS);
    if (to.isBefore(from)) {
      say("to", "to (%s) must not be before from (%s).".formatted(to, from));
    } else if (to.isBefore(today)) {
      say("to", "to (%s) is past. Give a day from today (%s) on.".formatted(to, today));
    } else if (to.isAfter(latest)) {
      say("to", "to (%s) must not be after %s, a year from today.".formatted(to, latest));
    } else if (from.isBefore(to.minusDays(ForecastOverride.MOST_DAYS))) {
      say("from", "from (%s) must be at most a year before to (%s).".formatted(from, to));
    }
  }

  private void amount(@Nullable Double units, @Nullable Double factor) {
    if (units == null && factor == null) {
      say("units", "units and factor are missing. Give units a day, or a factor like 1.5.");
    } else if (units != null && factor != null) {
      say(
          "factor",
          "factor (%s) stands beside units (%s). Give one of them.".formatted(factor, units));
    }
    within(units, ForecastOverride.MOST_UNITS, "units");
    within(factor, ForecastOverride.MOST_FACTOR, "factor");
  }

  private void within(@Nullable Double value, double most, String field) {
    if (value != null && !(value >= 0 && value <= most)) {
      say(field, "%s (%s) must be between 0 and %.0f.".formatted(field, value, most));
    }
  }

  private @Nullable String text(@Nullable String value, String field) {
    if (value == null || value.isBlank()) {
      say(field, "%s is missing. Give it a text.".formatted(field));
      return null;
    }
    return value;
  }

  private @Nullable LocalDate day(@Nullable String value, String field) {
    if (value == null) {
      say(field, "%s is missing. Give a day like %s.".formatted(field, today));
      return null;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      say(field, "%s ('%s') must be a day like %s.".formatted(field, value, today));
      return null;
    }
  }

  private void say(String field, String message) {
    wrong.add(new Checked.Wrong(field, message));
  }
}
