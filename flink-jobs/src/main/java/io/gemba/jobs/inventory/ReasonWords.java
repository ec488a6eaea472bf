package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.StockPosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and days as reasons write them. */
final class ReasonWords {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

  private final String currency;

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
    return units == Math.rint(units)
        ? String.format(Locale.ROOT, "%.0f", units)
        : String.format(Locale.ROOT, "%.1f", units);
  }

  String percent(double chance) {
    return String.format(Locale.ROOT, chance < 0.01 ? "%.1f %%" : "%.0f %%", chance * 100);
  }

  String money(long cents) {
    return String.format(Locale.ROOT, "%s %.2f", currency, cents / 100.0);
  }

  String day(int day) {
    return DAY.format(LocalDate.ofEpochDay(day));
  }
}
