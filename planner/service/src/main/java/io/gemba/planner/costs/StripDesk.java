package io.gemba.planner.costs;

import io.gemba.planner.plans.PlanViews;
import io.gemba.planner.store.CostTable;
import io.gemba.planner.store.Store;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The cost strip: today's rows of the one cost table, summed. Thread safe. */
public final class StripDesk {
  private final Site site;
  private final Store store;
  private final Clock clock;
  private final Open open;

  /**
   * The strip.
   *
   * @param day today in the site's zone
   * @param cents what today costs
   * @param baselineCents what the rules before would have cost
   * @param byKind the same by kind
   * @param dataAt time of the latest reading; null before the first
   * @param open exceptions that wait for a person, by page
   */
  public record Strip(
      LocalDate day,
      long cents,
      long baselineCents,
      List<PlanViews.KindCost> byKind,
      @Nullable Instant dataAt,
      Counts open) {}

  /** Exceptions by page. */
  public record Counts(int schedules, int routes, int sensors) {}

  /** Who knows the open exceptions. */
  public record Open(
      IntSupplier schedules,
      IntSupplier routes,
      IntSupplier sensors,
      Supplier<Optional<Instant>> dataAt) {}

  /** Works on a store. */
  public StripDesk(Site site, Store store, Clock clock, Open open) {
    this.site = site;
    this.store = store;
    this.clock = clock;
    this.open = open;
  }

  /** The strip of today. */
  public Strip strip() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), site.zone());
    List<CostTable.Sum> sums = store.call(transaction -> store.costs().sums(transaction, today));
    return new Strip(
        today,
        sums.stream().mapToLong(CostTable.Sum::cents).sum(),
        sums.stream().mapToLong(CostTable.Sum::baselineCents).sum(),
        sums.stream()
            .map(sum -> new PlanViews.KindCost(sum.kind().name(), sum.cents(), sum.baselineCents()))
            .toList(),
        open.dataAt().get().orElse(null),
        new Counts(
            open.schedules().getAsInt(), open.routes().getAsInt(), open.sensors().getAsInt()));
  }
}
