package io.gemba.planner.intake;

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
  private final KeptFeeds feeds;

  PlantFeeds(Site site, Store store, KeptFeeds feeds) {
    this.site = site;
    this.store = store;
    this.feeds = feeds;
  }

  /** One feed a topic. Part replacements that people tell come back this way too. */
  List<Feed<?>> all() {
    return List.of(
        feeds.kept(Topic.ANOMALIES, Episode.class, store.episodes(), PlantFeeds::row),
        feeds.feed(Topic.CAPACITY, CapacityLoss.class, this::capacity),
        feeds.kept(Topic.PRODUCTION, ProductionWindow.class, store.production(), PlantFeeds::row),
        feeds.kept(Topic.BOTTLENECKS, Bottleneck.class, store.bottlenecks(), PlantFeeds::row),
        feeds.feed(Topic.CONTROL_CHARTS, ControlChart.class, this::controlCharts),
        feeds.kept(Topic.DEVICES, Device.class, store.devices(), PlantFeeds::row),
        feeds.feed(Topic.MACHINE_STATES, MachineState.class, this::machineStates),
        feeds.kept(
            Topic.MACHINE_LIVES,
            MachineLife.class,
            store.lives(),
            one -> LatestTable.Row.latest(one.machine(), one.at(), one)),
        feeds.kept(
            Topic.PART_REPLACEMENTS,
            PartReplacement.class,
            store.replacements(),
            one -> LatestTable.Row.latest(one.machine(), one.at(), one)));
  }

  private static LatestTable.Row<Episode> row(Episode one) {
    return new LatestTable.Row<>(
        one.id(),
        one.revision(),
        severity(one.severity()) * SEVERITY_RANK
            + Math.min(SEVERITY_RANK - 1, Math.round(one.score() * SCORE_RANK)),
        one.state() == Episode.State.OPEN,
        one.onset(),
        one);
  }

  /** Lost capacity is money at once: its cost is kept and sent with it. */
  private void capacity(Transaction transaction, List<CapacityLoss> records) {
    store.capacity().put(transaction, KeptFeeds.rows(records, PlantFeeds::row));
    Map<String, CapacityLoss> latest = new LinkedHashMap<>();
    records.forEach(one -> latest.put(one.id(), one));
    store
        .capacity()
        .listKeys(transaction, List.copyOf(latest.keySet()))
        .forEach(one -> cost(transaction, one));
  }

  private static LatestTable.Row<CapacityLoss> row(CapacityLoss one) {
    return new LatestTable.Row<>(
        one.id(), one.revision(), one.lostCents(), one.open(), one.from(), one);
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

  private static LatestTable.Row<ProductionWindow> row(ProductionWindow one) {
    return new LatestTable.Row<>(
        one.id(), one.revision(), one.lostCents(), !one.closed(), one.start(), one);
  }

  private static LatestTable.Row<Bottleneck> row(Bottleneck one) {
    return new LatestTable.Row<>(one.id(), one.revision(), 0, !one.closed(), one.start(), one);
  }

  private void controlCharts(Transaction transaction, List<ControlChart> records) {
    List<ControlChart> begun = records.stream().filter(one -> !one.points().isEmpty()).toList();
    store.controlCharts().put(transaction, KeptFeeds.rows(begun, PlantFeeds::row));
  }

  /** Ranked by the signs that the newest point shows. */
  private static LatestTable.Row<ControlChart> row(ControlChart one) {
    ControlChart.Point newest = one.points().get(one.points().size() - 1);
    return new LatestTable.Row<>(
        one.subject(), newest.at().toEpochMilli(), newest.rules().size(), true, newest.at(), one);
  }

  /** Ranked by how many of its sensors wait to be adopted. */
  private static LatestTable.Row<Device> row(Device one) {
    return new LatestTable.Row<>(
        one.id(),
        one.at().toEpochMilli(),
        one.metrics().stream().filter(metric -> !metric.known()).count(),
        true,
        one.at(),
        one);
  }

  private void machineStates(Transaction transaction, List<MachineState> records) {
    List<String> machines = records.stream().map(MachineState::machine).distinct().toList();
    List<MachineState> known = store.machineStates().listKeys(transaction, machines);
    store
        .machineChanges()
        .put(transaction, KeptFeeds.rows(StateChanges.of(known, records), MachineChange::row));
    store
        .machineStates()
        .put(
            transaction,
            KeptFeeds.rows(records, one -> LatestTable.Row.latest(one.machine(), one.at(), one)));
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
