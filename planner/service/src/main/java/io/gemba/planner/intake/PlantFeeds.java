package io.gemba.planner.intake;

import static io.gemba.planner.intake.TopicFeeds.rows;

import io.gemba.message.Bottleneck;
import io.gemba.message.CapacityLoss;
import io.gemba.message.ControlChart;
import io.gemba.message.Cost;
import io.gemba.message.Device;
import io.gemba.message.Episode;
import io.gemba.message.MachineLife;
import io.gemba.message.MachineState;
import io.gemba.message.PartReplacement;
import io.gemba.message.ProductionWindow;
import io.gemba.message.Topic;
import io.gemba.planner.store.LatestTable;
import io.gemba.planner.store.MachineChange;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.site.Site;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What records of machines, sensors and lost capacity become in the store. */
final class PlantFeeds {
  private static final long SEVERITY_RANK = 1_000_000;
  private static final double SCORE_RANK = 1000;

  private final Site site;
  private final Store store;
  private final TopicFeeds.Listener listener;

  PlantFeeds(Site site, Store store, TopicFeeds.Listener listener) {
    this.site = site;
    this.store = store;
    this.listener = listener;
  }

  /** One feed a topic. */
  List<Feed<?>> all() {
    return List.of(
        feed(Topic.ANOMALIES, Episode.class, this::episodes),
        feed(Topic.CAPACITY, CapacityLoss.class, this::capacity),
        feed(Topic.PRODUCTION, ProductionWindow.class, this::production),
        feed(Topic.BOTTLENECKS, Bottleneck.class, this::bottlenecks),
        feed(Topic.CONTROL_CHARTS, ControlChart.class, this::controlCharts),
        feed(Topic.DEVICES, Device.class, this::devices),
        feed(Topic.MACHINE_STATES, MachineState.class, this::machineStates),
        feed(Topic.MACHINE_LIVES, MachineLife.class, this::machineLives),
        feed(Topic.PART_REPLACEMENTS, PartReplacement.class, this::replacements));
  }

  private <T> Feed<T> feed(Topic topic, Class<T> type, Feed.Effect<T> effect) {
    return new Feed<>(topic, type, effect, records -> listener.came(topic));
  }

  private void episodes(Transaction transaction, List<Episode> records) {
    store
        .episodes()
        .put(
            transaction,
            rows(
                records,
                one ->
                    new LatestTable.Row<>(
                        one.id(),
                        one.revision(),
                        severity(one.severity()) * SEVERITY_RANK
                            + Math.min(SEVERITY_RANK - 1, Math.round(one.score() * SCORE_RANK)),
                        one.state() == Episode.State.OPEN,
                        one.onset(),
                        one)));
  }

  /** Lost capacity is money at once: its cost is kept and sent with it. */
  private void capacity(Transaction transaction, List<CapacityLoss> records) {
    List<LatestTable.Row<CapacityLoss>> rows =
        rows(
            records,
            one ->
                new LatestTable.Row<>(
                    one.id(), one.revision(), one.lostCents(), one.open(), one.from(), one));
    store.capacity().put(transaction, rows);
    Map<String, CapacityLoss> latest = new LinkedHashMap<>();
    records.forEach(one -> latest.put(one.id(), one));
    store
        .capacity()
        .listKeys(transaction, List.copyOf(latest.keySet()))
        .forEach(one -> cost(transaction, one));
  }

  private void cost(Transaction transaction, CapacityLoss loss) {
    Cost cost =
        new Cost(
            loss.id(),
            loss.from(),
            Cost.Kind.DOWNTIME,
            loss.machine(),
            loss.id(),
            loss.lostCents(),
            loss.lostCents(),
            "%s: %.0f units lost".formatted(loss.reason(), loss.lostUnits()),
            loss.causes());
    store.costs().put(transaction, cost, LocalDate.ofInstant(loss.from(), site.zone()));
    store.outbox().toKafka(transaction, Topic.COSTS, cost.id(), cost);
  }

  private void production(Transaction transaction, List<ProductionWindow> records) {
    store
        .production()
        .put(
            transaction,
            rows(
                records,
                one ->
                    new LatestTable.Row<>(
                        one.id(),
                        one.revision(),
                        one.lostCents(),
                        !one.closed(),
                        one.start(),
                        one)));
  }

  private void bottlenecks(Transaction transaction, List<Bottleneck> records) {
    store
        .bottlenecks()
        .put(
            transaction,
            rows(
                records,
                one ->
                    new LatestTable.Row<>(
                        one.id(), one.revision(), 0, !one.closed(), one.start(), one)));
  }

  /** Ranked by the signs that the newest point shows. */
  private void controlCharts(Transaction transaction, List<ControlChart> records) {
    store
        .controlCharts()
        .put(
            transaction,
            rows(
                records.stream().filter(one -> !one.points().isEmpty()).toList(),
                one -> {
                  ControlChart.Point newest = one.points().get(one.points().size() - 1);
                  return new LatestTable.Row<>(
                      one.subject(),
                      newest.at().toEpochMilli(),
                      newest.rules().size(),
                      true,
                      newest.at(),
                      one);
                }));
  }

  /** Ranked by how many of its sensors wait to be adopted. */
  private void devices(Transaction transaction, List<Device> records) {
    store
        .devices()
        .put(
            transaction,
            rows(
                records,
                one ->
                    new LatestTable.Row<>(
                        one.id(),
                        one.at().toEpochMilli(),
                        one.metrics().stream().filter(metric -> !metric.known()).count(),
                        true,
                        one.at(),
                        one)));
  }

  private void machineStates(Transaction transaction, List<MachineState> records) {
    List<String> machines = records.stream().map(MachineState::machine).distinct().toList();
    List<MachineState> known = store.machineStates().listKeys(transaction, machines);
    store
        .machineChanges()
        .put(
            transaction, StateChanges.of(known, records).stream().map(MachineChange::row).toList());
    store
        .machineStates()
        .put(
            transaction,
            rows(records, one -> LatestTable.Row.latest(one.machine(), one.at(), one)));
  }

  /** Those that people tell come back this way, and change nothing. */
  private void replacements(Transaction transaction, List<PartReplacement> records) {
    store
        .replacements()
        .put(
            transaction,
            rows(records, one -> LatestTable.Row.latest(one.machine(), one.at(), one)));
  }

  private void machineLives(Transaction transaction, List<MachineLife> records) {
    store
        .lives()
        .put(
            transaction,
            rows(records, one -> LatestTable.Row.latest(one.machine(), one.at(), one)));
  }

  private static long severity(Episode.Severity severity) {
    return switch (severity) {
      case LOW -> 0;
      case MEDIUM -> 1;
      case HIGH -> 2;
      case CRITICAL -> 3;
    };
  }
}
