package io.gemba.planner.overrides;

import io.gemba.message.ForecastOverride;
import io.gemba.message.Json;
import io.gemba.message.Topic;
import io.gemba.planner.store.AuditTable;
import io.gemba.planner.store.LatestTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.site.Site;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes overrides of forecasts and withdraws them: kept, on their way to the topic and in the audit
 * in one transaction. Thread safe.
 */
public final class OverrideDesk {
  private static final int MOST = 5000;

  private final Site site;
  private final Store store;
  private final Clock clock;

  /** Works on a store. */
  public OverrideDesk(Site site, Store store, Clock clock) {
    this.site = site;
    this.store = store;
    this.clock = clock;
  }

  /** Overrides whose last day is not past and that nobody withdrew, the latest days first. */
  public List<ForecastOverride> list() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), site.zone());
    return store.call(transaction -> store.overrides().listActive(transaction, MOST)).stream()
        .filter(each -> !each.to().isBefore(today))
        .toList();
  }

  /**
   * Takes an override. Said twice it is there twice, which changes nothing: of two that hold on a
   * day the later counts.
   */
  public OverrideCheck.Checked take(OverrideBody body, String who) {
    String id = "override-" + UUID.randomUUID();
    OverrideCheck.Checked checked =
        OverrideCheck.check(body, site, new OverrideCheck.Origin(id, who, clock.instant()));
    ForecastOverride override = checked.override();
    if (override != null) {
      store.run(transaction -> keep(transaction, override, "override", who));
    }
    return checked;
  }

  /** Withdraws an override; one that is withdrawn stays so. Empty when there is none. */
  public Optional<ForecastOverride> withdraw(String id, String who) {
    return store.call(
        transaction ->
            store
                .overrides()
                .find(transaction, id)
                .map(
                    known -> {
                      if (known.withdrawn()) {
                        return known;
                      }
                      ForecastOverride withdrawn = known.withdraw();
                      keep(transaction, withdrawn, "withdraw override", who);
                      return withdrawn;
                    }));
  }

  private void keep(Transaction transaction, ForecastOverride override, String what, String who) {
    store
        .overrides()
        .put(
            transaction,
            List.of(
                new LatestTable.Row<>(
                    override.id(),
                    override.revision(),
                    override.to().toEpochDay(),
                    !override.withdrawn(),
                    override.to().plusDays(1).atStartOfDay(site.zone()).toInstant(),
                    override)));
    store.outbox().toKafka(transaction, Topic.FORECAST_OVERRIDES, override.id(), override);
    store
        .audit()
        .add(
            transaction,
            new AuditTable.Entry(clock.instant(), who, what, override.id()),
            Map.of("override", new String(Json.write(override), StandardCharsets.UTF_8)));
  }
}
