package io.gemba.planner.replenishment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proposals, most money at risk first.
 *
 * @param atRiskCents expected loss of all open proposals, if nobody orders
 * @param total how many there are; the list may be shorter
 * @param runOuts shelves that will be empty before an order can arrive and wait for a decision
 * @param due what is to be ordered today or before, by where it comes from, most saved first
 * @param items the worst
 */
public record ReplenishmentView(
    long atRiskCents, int total, int runOuts, List<Source> due, List<Row> items) {

  /**
   * What is due from a supplier, line or warehouse and not decided.
   *
   * @param count proposals
   * @param costCents of their goods
   * @param savedCents risk and holding with the orders against without them
   */
  public record Source(
      String source, String sourceName, int count, long costCents, long savedCents) {}

  /**
   * A proposal with its decision.
   *
   * @param fromName place that gives the goods; null for an order from a source
   * @param costCents of the goods, or of the way from the place that gives them
   * @param status PROPOSED, APPROVED or SNOOZED
   */
  public record Row(
      String id,
      int revision,
      String item,
      String itemName,
      String place,
      String placeName,
      @Nullable String fromName,
      double quantity,
      int packs,
      long costCents,
      long riskWithoutCents,
      long riskWithCents,
      long savedCents,
      LocalDate orderBy,
      LocalDate arrives,
      @Nullable LocalDate expectedRunOut,
      double runOutProbabilityWithout,
      double runOutProbabilityWith,
      double lostUnits,
      String reason,
      String status,
      List<String> causes) {}

  /** How much to order; null takes the proposal's quantity. */
  public record ApproveBody(@Nullable Double quantity) {}

  /** What all that is due from a source may cost, as it was shown. */
  public record ApproveDueBody(@Nullable Long atMostCents) {}

  /** Until which day to hide a proposal. */
  public record SnoozeBody(@Nullable String until) {}
}
