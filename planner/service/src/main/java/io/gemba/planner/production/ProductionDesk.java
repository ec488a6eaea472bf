package io.gemba.planner.production;

import io.gemba.message.Bottleneck;
import io.gemba.message.ControlChart;
import io.gemba.message.MachineState;
import io.gemba.message.ProductionWindow;
import io.gemba.planner.store.MachineChange;
import io.gemba.planner.store.Store;
import io.gemba.site.Machine;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows how the machines do today. Thread safe. */
public final class ProductionDesk {
  private static final int MOST_MACHINES = 10_000;
  private static final int MOST_CHARTS = 1_000;

  private final Site site;
  private final Store store;
  private final Clock clock;

  /** Works on a store. */
  public ProductionDesk(Site site, Store store, Clock clock) {
    this.site = site;
    this.store = store;
    this.clock = clock;
  }

  /** Today's windows summed by machine, with each machine's state. */
  public ProductionView view() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, site.zone());
    Instant start = today.atStartOfDay(site.zone()).toInstant();
    Instant end = today.plusDays(1).atStartOfDay(site.zone()).toInstant();
    return store.call(
        transaction -> {
          List<ProductionWindow> windows = store.production().listBetween(transaction, start, end);
          Map<String, MachineState> states =
              store.machineStates().list(transaction, MOST_MACHINES).stream()
                  .collect(Collectors.toMap(MachineState::machine, state -> state));
          List<Bottleneck> hours = store.bottlenecks().listBetween(transaction, start, end);
          return view(windows, states, BottleneckSum.of(hours));
        });
  }

  /** States that machines went to in a span, oldest first. */
  public List<MachineChange> changes(Instant from, Instant to) {
    return store.call(transaction -> store.machineChanges().listBetween(transaction, from, to));
  }

  /** Control charts, those first whose newest point shows the most signs of a special cause. */
  public List<ControlChart> charts() {
    return store.call(transaction -> store.controlCharts().list(transaction, MOST_CHARTS));
  }

  private ProductionView view(
      List<ProductionWindow> windows, Map<String, MachineState> states, BottleneckSum bottlenecks) {
    Map<String, List<ProductionWindow>> byMachine =
        windows.stream().collect(Collectors.groupingBy(ProductionWindow::machine));
    Map<String, MachineSum> sums = new HashMap<>();
    site.machines()
        .forEach(
            machine ->
                sums.put(
                    machine.id(), MachineSum.of(byMachine.getOrDefault(machine.id(), List.of()))));
    List<ProductionView.MachineRow> rows = new ArrayList<>();
    for (Machine machine : site.machines()) {
      rows.add(row(machine, states.get(machine.id()), sums.get(machine.id()), bottlenecks));
    }
    return new ProductionView(
        rows,
        windows.stream().map(ProductionWindow::start).min(Comparator.naturalOrder()).orElse(null),
        windows.stream().map(ProductionWindow::end).max(Comparator.naturalOrder()).orElse(null));
  }

  private static ProductionView.MachineRow row(
      Machine machine,
      @Nullable MachineState state,
      @Nullable MachineSum known,
      BottleneckSum bottlenecks) {
    MachineSum sum = known == null ? MachineSum.of(List.of()) : known;
    return new ProductionView.MachineRow(
        machine.id(),
        machine.name(),
        machine.line(),
        state == null ? null : state.state().name(),
        state == null ? null : state.at(),
        state == null ? null : state.reason(),
        sum.oee(),
        sum.availability(),
        sum.performance(),
        sum.quality(),
        sum.lostMinutes(),
        sum.lostCents(),
        sum.lossesByReason(),
        bottlenecks.isNow(machine.id()),
        bottlenecks.soleMinutes(machine.id()),
        bottlenecks.shiftingMinutes(machine.id()),
        sum.losses().stream().map(ProductionDesk::row).toList());
  }

  private static ProductionView.LossRow row(ProductionWindow.Loss loss) {
    return new ProductionView.LossRow(
        loss.kind().factor(),
        loss.kind(),
        loss.reason(),
        loss.count(),
        loss.minutes(),
        loss.cents());
  }
}
