package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.Excess;
import io.gemba.forecast.policy.StockPosition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how much is too much, what it costs and what to do. */
final class OverstockReason {
  private static final double LEAST_UNITS = 0.5;

  private final SupplyNetwork network;
  private final ReasonWords words;

  OverstockReason(SupplyNetwork network, ReasonWords words) {
    this.network = network;
    this.words = words;
  }

  String of(
      StockPosition position,
      Excess excess,
      @Nullable LocalDate soldOutBy,
      OverstockRule.@Nullable Bring bring) {
    return "%s, at most %s wanted: %s too many cost %s%s. %s."
        .formatted(
            words.stock(position),
            words.units(Math.rint(excess.wanted())),
            words.units(Math.rint(excess.units())),
            words.money(excess.totalCents()),
            excess.expiringUnits() >= LEAST_UNITS
                ? ", as %s will expire unsold".formatted(rounded(excess.expiringUnits()))
                : "",
            act(excess, soldOutBy, bring));
  }

  private String act(
      Excess excess, @Nullable LocalDate soldOutBy, OverstockRule.@Nullable Bring bring) {
    List<String> acts = new ArrayList<>();
    double cheaper = excess.expiringUnits();
    if (bring != null) {
      acts.add(
          "bring %s to %s, which wants them"
              .formatted(words.units(bring.units()), network.nameOf(bring.to())));
      cheaper -= bring.units();
    }
    if (cheaper >= LEAST_UNITS) {
      acts.add("sell %s at a lower price".formatted(rounded(cheaper)));
    }
    acts.add(
        soldOutBy == null
            ? "order none until they are gone"
            : "order none until " + words.day((int) soldOutBy.toEpochDay()));
    String all = String.join("; ", acts);
    return Character.toUpperCase(all.charAt(0)) + all.substring(1);
  }

  private String rounded(double units) {
    return words.units(Math.rint(units));
  }
}
