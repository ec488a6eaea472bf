package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.Advice;
import io.gemba.forecast.policy.StockPosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says in a sentence or two, with the numbers, why something is proposed or not. */
final class ProposalReason {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

  private final String currency;

  ProposalReason(String currency) {
    this.currency = currency;
  }

  String of(StockPosition position, Advice advice, Shortage.Share share) {
    String stock =
        position.isCounted()
            ? "%s on hand and %s on order"
                .formatted(units(position.onHand()), units(position.onOrder()))
            : "No stock count received, 0 on hand and %s on order"
                .formatted(units(position.onOrder()));
    String chance =
        "%s: %s chance of running out by %s"
            .formatted(
                stock, percent(advice.without().runOutProbability()), day(advice.coversUntil()));
    String missing =
        share.units() > 0
            ? " and %s will be missing (%s)"
                .formatted(units(share.units()), share.losses().get(0).what())
            : "";
    if (advice.quantity() == 0) {
      return chance + missing + ", no order needed.";
    }
    long savedCents = advice.without().lostMarginCents() - advice.with().lostMarginCents();
    return "%s%s. %s (%d packs) ordered by %s arrive on %s: %s until then, %s after. Saves %s of margin."
        .formatted(
            chance,
            missing,
            units(advice.quantity()),
            advice.packs(),
            day(advice.orderBy()),
            day(advice.arrives()),
            percent(advice.chanceUntilArrival()),
            percent(advice.chanceAfterArrival()),
            money(savedCents));
  }

  private static String units(double units) {
    return units == Math.rint(units)
        ? String.format(Locale.ROOT, "%.0f", units)
        : String.format(Locale.ROOT, "%.1f", units);
  }

  private static String percent(double chance) {
    return String.format(Locale.ROOT, chance < 0.01 ? "%.1f %%" : "%.0f %%", chance * 100);
  }

  private String money(long cents) {
    return String.format(Locale.ROOT, "%s %.2f", currency, cents / 100.0);
  }

  private static String day(int day) {
    return DAY.format(LocalDate.ofEpochDay(day));
  }
}
