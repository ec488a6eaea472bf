package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.Advice;
import io.gemba.forecast.policy.StockPosition;
import io.gemba.forecast.policy.Transfers;

/** Says in a sentence or two, with the numbers, why something is proposed or not. */
final class ProposalReason {
  private final ReasonWords words;

  ProposalReason(ReasonWords words) {
    this.words = words;
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
            words.stock(position),
            words.percent(chances.without),
            words.day(chances.orderArrives),
            words.units(transfer.units()),
            giver.name,
            words.units(giver.onHand),
            words.percent(chances.with),
            words.money(Math.round(transfer.takenCents())),
            words.money(Math.round(transfer.tripCents())),
            words.money(Math.round(transfer.givenCents())));
  }

  /** The place that gives, with the units it could give from. */
  record Giver(String name, double onHand) {}

  /** Chances of running out before an order can arrive, without and with what is brought. */
  record Chances(double without, double with, int orderArrives) {}

  String of(StockPosition position, Advice advice, Shortage.Share share) {
    // put together, not formatted: that took a third of the time of a proposal
    StringBuilder reason = new StringBuilder(240);
    reason
        .append(words.stock(position))
        .append(": ")
        .append(words.percent(advice.without().runOutProbability()))
        .append(" chance of running out by ")
        .append(words.day(advice.coversUntil()));
    if (share.units() > 0) {
      reason
          .append(" and ")
          .append(words.units(share.units()))
          .append(" will be missing (")
          .append(share.losses().get(0).what())
          .append(')');
    }
    if (advice.quantity() == 0) {
      return reason.append(", no order needed.").toString();
    }
    long savedCents = advice.without().lostMarginCents() - advice.with().lostMarginCents();
    return reason
        .append(". ")
        .append(words.units(advice.quantity()))
        .append(" (")
        .append(advice.packs())
        .append(" packs) ordered by ")
        .append(words.day(advice.orderBy()))
        .append(" arrive on ")
        .append(words.day(advice.arrives()))
        .append(": ")
        .append(words.percent(advice.chanceUntilArrival()))
        .append(" until then, ")
        .append(words.percent(advice.chanceAfterArrival()))
        .append(" after. Saves ")
        .append(words.money(savedCents))
        .append(" of margin.")
        .toString();
  }

  /** What a line can make of a wish in time, and what the rest costs. */
  String ofLine(ProposalRule.LineLimit line, Advice wish, Advice fits) {
    long cents = fits.with().lostMarginCents() - wish.with().lostMarginCents();
    String taken =
        line.toMake() > 0
            ? ", of which %s are on order already".formatted(words.units(line.toMake()))
            : "";
    return " %s makes %s an hour and can have %s ready by then%s: %s of the %s wanted here do not fit, which costs %s of margin."
        .formatted(
            line.name(),
            words.units(line.unitsPerHour()),
            words.units(Math.floor(line.units())),
            taken,
            words.units(wish.quantity() - fits.quantity()),
            words.units(wish.quantity()),
            words.money(Math.max(0, cents)));
  }

  /** What a short warehouse leaves of a wish. */
  String ofShare(double wanted, double given, String warehouse) {
    return " %s has too little for all: %s of the %s wanted."
        .formatted(warehouse, words.units(given), words.units(wanted));
  }
}
