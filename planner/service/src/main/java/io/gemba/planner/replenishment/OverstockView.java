package io.gemba.planner.replenishment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where there is too much, the dearest first.
 *
 * @param costCents what all of it costs if nobody does anything
 * @param total how many there are; the list may be shorter
 * @param items the dearest
 */
public record OverstockView(long costCents, int total, List<Row> items) {

  /**
   * Too much of an item at a place.
   *
   * @param totalCents holding and waste
   * @param daysOfStock days that all units last; null if more than ten years
   * @param soldOutBy day by which the excess is sold; null if it will not be
   * @param bringToName place that wants some of it; null if none
   */
  public record Row(
      String id,
      int revision,
      String item,
      String itemName,
      String place,
      String placeName,
      double onHand,
      double onOrder,
      double excessUnits,
      double expiringUnits,
      @Nullable Integer daysOfStock,
      @Nullable LocalDate soldOutBy,
      long holdingCents,
      long wasteCents,
      long totalCents,
      @Nullable String bringToName,
      String reason) {}
}
