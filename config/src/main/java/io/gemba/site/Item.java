package io.gemba.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sold.
 *
 * @param id unique
 * @param name for people
 * @param priceCents sales price of a unit
 * @param costCents cost of a unit, below the price
 * @param packSize units in a pack; orders are whole packs
 * @param minimumOrder least units of an order
 * @param leadTimeDays days from order to arrival, 0 or more
 * @param shelfLifeDays days a unit can be sold, above 0
 * @param holdingRatePerYear cost of holding a unit for a year as a share of its cost
 * @param source id of the supplier or of the own line it comes from
 * @param unitsPerBox units that fit a delivery box, above 0
 * @param kilogramsPerUnit weight of a unit
 * @param handling what else bringing it asks; null = nothing
 */
public record Item(
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*",
            message = "must be letters, digits, - _ or . so that it can be part of a topic.")
        String id,
    @NotBlank String name,
    @Positive long priceCents,
    @PositiveOrZero long costCents,
    @Positive int packSize,
    @PositiveOrZero int minimumOrder,
    @PositiveOrZero int leadTimeDays,
    @Positive int shelfLifeDays,
    @PositiveOrZero double holdingRatePerYear,
    @NotBlank String source,
    @Positive double unitsPerBox,
    @PositiveOrZero double kilogramsPerUnit,
    @Nullable Handling handling)
    implements Serializable {

  /** A missing handling is none. */
  public Item {
    handling = handling == null ? Handling.NONE : handling;
  }

  /** An item that any van can bring. */
  public Item(
      String id,
      String name,
      long priceCents,
      long costCents,
      int packSize,
      int minimumOrder,
      int leadTimeDays,
      int shelfLifeDays,
      double holdingRatePerYear,
      String source,
      double unitsPerBox,
      double kilogramsPerUnit) {
    this(
        id,
        name,
        priceCents,
        costCents,
        packSize,
        minimumOrder,
        leadTimeDays,
        shelfLifeDays,
        holdingRatePerYear,
        source,
        unitsPerBox,
        kilogramsPerUnit,
        null);
  }

  /** What else bringing it asks, nothing when the file has none. */
  @Override
  public Handling handling() {
    return Objects.requireNonNull(handling);
  }

  /**
   * What bringing an item asks.
   *
   * @param needs skills that the van must have, for example {@code cooled}
   * @param loads what it takes of a van's other capacities; may be empty
   */
  public record Handling(List<String> needs, List<Load> loads) implements Serializable {
    /** Nothing. */
    public static final Handling NONE = new Handling(List.of(), List.of());

    /** Copies the lists. */
    public Handling {
      needs = List.copyOf(needs);
      loads = List.copyOf(loads);
    }
  }

  /**
   * A load beside boxes and weight.
   *
   * @param load name of it, one of the capacities of vans
   * @param perUnit how much of it a unit is
   */
  public record Load(@NotBlank String load, @PositiveOrZero double perUnit)
      implements Serializable {}

  /** What is earned on a unit, in cents. */
  public long marginCents() {
    return priceCents - costCents;
  }

  /** The same item where any number of packs can be had. */
  public Item withoutMinimumOrder() {
    return new Item(
        id,
        name,
        priceCents,
        costCents,
        packSize,
        0,
        leadTimeDays,
        shelfLifeDays,
        holdingRatePerYear,
        source,
        unitsPerBox,
        kilogramsPerUnit,
        handling);
  }
}
