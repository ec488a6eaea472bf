package io.gemba.site;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody items are bought from.
 *
 * @param id unique among suppliers and lines
 * @param name for people
 * @param orderCostCents cost of one order, whatever is in it
 * @param deliveryDays days of the week it delivers on; empty means every day
 * @param leadTimeDeviationDays standard deviation of its lead times in days; null means that it is
 *     always on time
 */
public record Supplier(
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*",
            message = "must be letters, digits, - _ or . so that it can be part of a topic.")
        String id,
    @NotBlank String name,
    @PositiveOrZero long orderCostCents,
    List<DayOfWeek> deliveryDays,
    @PositiveOrZero @DecimalMax("30") @Nullable Double leadTimeDeviationDays)
    implements Serializable {
  /** Copies the days. */
  public Supplier {
    deliveryDays = List.copyOf(deliveryDays);
  }

  /** A supplier that is always on time. */
  public Supplier(String id, String name, long orderCostCents, List<DayOfWeek> deliveryDays) {
    this(id, name, orderCostCents, deliveryDays, null);
  }
}
