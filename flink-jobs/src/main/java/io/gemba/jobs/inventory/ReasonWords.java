package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.StockPosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and days as reasons write them. Keeps the names of days; not thread safe. */
final class ReasonWords {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

  private static final int NAMED = 64;

  private final String currency;
  private final String[] names = new String[NAMED];
  private final int[] namedDays = new int[NAMED];

  /**
   * @param currency three letters before each sum
   */
  ReasonWords(String currency) {
    this.currency = currency;
  }

  String stock(StockPosition position) {
    return position.isCounted()
        ? "%s on hand and %s on order"
            .formatted(units(position.onHand()), units(position.onOrder()))
        : "No stock count received, 0 on hand and %s on order".formatted(units(position.onOrder()));
  }

  String units(double units) {
    return units == Math.rint(units) ? Long.toString((long) units) : decimals(units, 1);
  }

  String percent(double chance) {
    double percent = chance * 100;
    return (chance < 0.01 ? decimals(percent, 1) : Long.toString(Math.round(percent))) + " %";
  }

  String money(long cents) {
    return currency + " " + decimals(cents / 100.0, 2);
  }

  /** Half away from 0. Written by hand: thousands of numbers a second go into reasons. */
  private static String decimals(double value, int decimals) {
    long power = decimals == 1 ? 10 : 100;
    long scaled = Math.round(Math.abs(value) * power);
    String sign = value < 0 && scaled > 0 ? "-" : "";
    return sign + scaled / power + "." + Long.toString(power + scaled % power).substring(1);
  }

  String day(int day) {
    int slot = Math.floorMod(day, NAMED);
    if (names[slot] == null || namedDays[slot] != day) {
      names[slot] = DAY.format(LocalDate.ofEpochDay(day));
      namedDays[slot] = day;
    }
    return names[slot];
  }
}
