package io.gemba.planner.production;

import io.gemba.message.MachineState;
import io.gemba.message.ProductionWindow;
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
          return view(windows, states);
        });
  }

  private ProductionView view(List<ProductionWindow> windows, Map<String, MachineState> states) {
    Map<String, List<ProductionWindow>> byMachine =
        windows.stream().collect(Collectors.groupingBy(ProductionWindow::machine));
    Map<String, MachineSum> sums = new HashMap<>();
    site.machines()
        .forEach(
            machine ->
                sums.put(
                    machine.id(), MachineSum.of(byMachine.getOrDefault(machine.id(), List.of()))));
    Map<String, String> bottlenecks = bottlenecks(sums);
    List<ProductionView.MachineRow> rows = new ArrayList<>();
    for (Machine machine : site.machines()) {
      boolean least = machine.id().equals(bottlenecks.get(machine.line()));
      rows.add(row(machine, states.get(machine.id()), sums.get(machine.id()), least));
    }
    return new ProductionView(
        rows,
        windows.stream().map(ProductionWindow::start).min(Comparator.naturalOrder()).orElse(null),
        windows.stream().map(ProductionWindow::end).max(Comparator.naturalOrder()).orElse(null));
  }

  /** The machine with the least OEE of each line. */
  private Map<String, String> bottlenecks(Map<String, MachineSum> sums) {
    Map<String, String> worst = new HashMap<>();
    Map<String, Double> least = new HashMap<>();
    for (Machine machine : site.machines()) {
      MachineSum sum = sums.get(machine.id());
      Double oee = sum == null ? null : sum.oee();
      if (oee != null
          && !machine.line().isEmpty()
          && oee < least.getOrDefault(machine.line(), Double.POSITIVE_INFINITY)) {
        least.put(machine.line(), oee);
        worst.put(machine.line(), machine.id());
      }
    }
    return worst;
  }

  private static ProductionView.MachineRow row(
      Machine machine, @Nullable MachineState state, @Nullable MachineSum known, boolean least) {
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
        least);
  }
}
