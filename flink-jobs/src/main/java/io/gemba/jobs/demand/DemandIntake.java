package io.gemba.jobs.demand;

import io.gemba.forecast.DemandHistory;
import io.gemba.forecast.DemandHistory.Outcome;
import io.gemba.message.Demand;
import io.gemba.site.Item;
import io.gemba.site.Place;
import io.gemba.site.Site;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes a demand record into the history of its series, or says why not. Days are those of the
 * site's zone.
 */
final class DemandIntake implements Serializable {
  private static final long serialVersionUID = 1;
  private static final double MOST_UNITS = 1e7;
  private static final long AHEAD_MILLIS = 24 * 60 * 60 * 1000L;
  private static final int DAYS_BEHIND = 2;
  private static final int RECENT_DAYS = 35;

  private final ZoneId zone;
  private final Set<String> items;
  private final Set<String> places;

  DemandIntake(Site site) {
    this.zone = site.zone();
    this.items = site.items().stream().map(Item::id).collect(Collectors.toSet());
    this.places = site.places().stream().map(Place::id).collect(Collectors.toSet());
  }

  /** Why a record cannot be used at all; null when it can. */
  @Nullable String refusal(Demand demand, long nowMillis) {
    String unknown = unknown(demand.item(), demand.place());
    if (unknown != null) {
      return unknown;
    }
    if (Math.abs(demand.quantity()) > MOST_UNITS) {
      return "quantity (%s) is beyond %.0f. Maybe the unit is wrong."
          .formatted(demand.quantity(), MOST_UNITS);
    }
    return ahead(demand.at(), nowMillis);
  }

  /** Why a time cannot be right; null unless it is more than a day ahead. */
  static @Nullable String ahead(Instant at, long nowMillis) {
    if (at.isAfter(Instant.ofEpochMilli(nowMillis + AHEAD_MILLIS))) {
      return "at (%s) is more than a day ahead of %s. Maybe the sender's clock is wrong."
          .formatted(at, Instant.ofEpochMilli(nowMillis));
    }
    return null;
  }

  /** Why an item and a place cannot be used; null when the site file has both. */
  @Nullable String unknown(String item, String place) {
    if (!items.contains(item)) {
      return "item '%s' is not in the site file. Add it, or correct the sender.".formatted(item);
    }
    if (!places.contains(place)) {
      return "place '%s' is not in the site file. Add it, or correct the sender.".formatted(place);
    }
    return null;
  }

  /** What a record did to its series. */
  enum Taken {
    /** The forecast may change. */
    CHANGED,
    /** Nothing to forecast again: a sale of the running day, or a repeat. */
    QUIET,
    /** A sale from before the days in which repeats can be told apart. */
    TOO_OLD_SALE,
    /** A total from before the days that are kept. */
    TOO_OLD_TOTAL,
    /** The day has as many sales as are kept apart. */
    TOO_MANY
  }

  /** Adds a record to its series and place. */
  Taken add(Demand demand, SeriesState series, PlaceState place) {
    LocalDateTime time = LocalDateTime.ofInstant(demand.at(), zone);
    int day = (int) time.toLocalDate().toEpochDay();
    boolean isTotal = demand.kind() == Demand.Kind.DAY_TOTAL;
    boolean isSale = demand.kind() == Demand.Kind.SALE;
    DemandHistory history = series.history();
    Outcome outcome =
        isTotal
            ? history.addTotal(day, demand.quantity(), demand.revision())
            : history.addSale(day, demand.quantity(), demand.id());
    return switch (outcome) {
      case TOO_OLD -> isTotal ? Taken.TOO_OLD_TOTAL : Taken.TOO_OLD_SALE;
      case TOO_MANY -> Taken.TOO_MANY;
      case REPEATED -> Taken.QUIET;
      case CHANGED, COVERED -> {
        place.sees(day);
        boolean opensDay = isSale && place.trading().add(day, time.getHour(), demand.quantity());
        boolean isComplete = day <= history.origin(place.trading());
        if (opensDay) {
          place.changeAll();
        }
        if (!opensDay && (outcome == Outcome.COVERED || !isComplete)) {
          yield Taken.QUIET;
        }
        series.change();
        yield Taken.CHANGED;
      }
    };
  }

  /** Whether the newest day of a place is so long past that its history is still coming in. */
  boolean isBehind(PlaceState place, long nowMillis) {
    return place.newestDay() < today(nowMillis) - DAYS_BEHIND;
  }

  /** Whether a record is of a day that weighs much in the next forecast. */
  boolean isRecent(Demand demand, long nowMillis) {
    return isRecent((int) LocalDate.ofInstant(demand.at(), zone).toEpochDay(), nowMillis);
  }

  /** Whether a day weighs much in the next forecast. */
  boolean isRecent(int day, long nowMillis) {
    return day >= today(nowMillis) - RECENT_DAYS;
  }

  private long today(long nowMillis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(nowMillis), zone).toEpochDay();
  }

  /** Why a record could not be added, for a person; null when it was. */
  static @Nullable String reason(Taken taken, Demand demand) {
    return switch (taken) {
      case TOO_OLD_SALE -> tooOldSale(demand);
      case TOO_OLD_TOTAL -> tooOldTotal(demand);
      case TOO_MANY ->
          "%s already has %d sales on the day of %s. Send totals of the day instead."
              .formatted(demand.key(), DemandHistory.SALES_A_DAY, demand.at());
      case CHANGED, QUIET -> null;
    };
  }

  private static String tooOldSale(Demand demand) {
    return "at (%s) is more than %d days before the newest sale of %s. Send the day's total instead."
        .formatted(demand.at(), DemandHistory.SALE_DAYS, demand.key());
  }

  private static String tooOldTotal(Demand demand) {
    return "at (%s) is more than %d days before the newest of %s: older days are not kept."
        .formatted(demand.at(), DemandHistory.DAYS, demand.key());
  }
}
