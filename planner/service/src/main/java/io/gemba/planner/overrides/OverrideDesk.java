package io.gemba.planner.overrides;

import io.gemba.message.ForecastOverride;
import io.gemba.message.Json;
import io.gemba.message.Topic;
import io.gemba.planner.checks.Checked;
import io.gemba.planner.events.EventHub;
import io.gemba.planner.store.AuditTable;
import io.gemba.planner.store.LatestTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.planner.timeseries.TimeSeriesReader;
import io.gemba.site.Site;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
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
  private static final int JUDGED_DAYS = 30;

  private final Site site;
  private final Store store;
  private final TimeSeriesReader history;
  private final EventHub hub;
  private final Clock clock;

  /**
   * Works on a store.
   *
   * @param history what forecasts missed
   * @param hub is told of every change
   */
  public OverrideDesk(Site site, Store store, TimeSeriesReader history, EventHub hub, Clock clock) {
    this.site = site;
    this.store = store;
    this.history = history;
    this.hub = hub;
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
   * How overrides of the last {@value #JUDGED_DAYS} days did against the model, the latest days
   * first. One is judged on the days on which it held and the model said otherwise; on a day that
   * two speak of, the later.
   *
   * @throws TimeSeriesReader.TimeSeriesException when what forecasts missed cannot be read
   */
  public List<OverrideResult> results() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), site.zone());
    Instant from = today.minusDays(JUDGED_DAYS).atStartOfDay(site.zone()).toInstant();
    List<ForecastOverride> all =
        store.call(transaction -> store.overrides().list(transaction, MOST));
    if (all.isEmpty()) {
      return List.of();
    }
    List<TimeSeriesReader.DayError> errors = history.overridden(from, clock.instant());
    return OverrideResult.judge(all, errors, site.zone());
  }

  /**
   * Takes an override. Said twice it is there twice, which changes nothing: of two that hold on a
   * day the later counts.
   */
  public Checked<ForecastOverride> take(OverrideBody body, String who) {
    String id = "override-" + UUID.randomUUID();
    Checked<ForecastOverride> checked =
        OverrideCheck.check(body, site, new OverrideCheck.Origin(id, who, clock.instant()));
    ForecastOverride override = checked.value();
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
    hub.changed("overrides");
  }
}
