package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.Advice;
import io.gemba.forecast.policy.StockPosition;
import io.gemba.forecast.policy.Transfers;
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

  /**
   * Why goods are brought from another place.
   *
   * @param position of the place that gets them
   */
  String ofTransfer(
      StockPosition position, Transfers.Transfer transfer, Giver giver, Chances chances) {
    return "%s: %s chance of running out before an order of today arrives on %s. %s from %s, which has %s: %s. Saves %s of margin, costs %s to bring and %s there."
        .formatted(
            stock(position),
            percent(chances.without),
            day(chances.orderArrives),
            units(transfer.units()),
            giver.name,
            units(giver.onHand),
            percent(chances.with),
            money(Math.round(transfer.takenCents())),
            money(Math.round(transfer.tripCents())),
            money(Math.round(transfer.givenCents())));
  }

  /** The place that gives, with the units it could give from. */
  record Giver(String name, double onHand) {}

  /** Chances of running out before an order can arrive, without and with what is brought. */
  record Chances(double without, double with, int orderArrives) {}

  String of(StockPosition position, Advice advice, Shortage.Share share) {
    String chance =
        "%s: %s chance of running out by %s"
            .formatted(
                stock(position),
                percent(advice.without().runOutProbability()),
                day(advice.coversUntil()));
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

  /** What a short warehouse leaves of a wish. */
  String ofShare(double wanted, double given, String warehouse) {
    return " %s has too little for all: %s of the %s wanted."
        .formatted(warehouse, units(given), units(wanted));
  }

  private static String stock(StockPosition position) {
    return position.isCounted()
        ? "%s on hand and %s on order"
            .formatted(units(position.onHand()), units(position.onOrder()))
        : "No stock count received, 0 on hand and %s on order".formatted(units(position.onOrder()));
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
