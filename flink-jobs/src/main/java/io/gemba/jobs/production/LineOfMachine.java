package io.gemba.jobs.production;

import static java.util.Objects.requireNonNull;

import io.gemba.message.MachineState;
import io.gemba.site.Machine;
import io.gemba.site.Site;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.java.functions.KeySelector;

/** Lets the states of machines that belong to a line pass, and keys them by it. */
final class LineOfMachine
    implements FilterFunction<MachineState>, KeySelector<MachineState, String> {
  private static final long serialVersionUID = 1;

  private final Map<String, String> lines;

  LineOfMachine(Site site) {
    this.lines =
        site.machines().stream()
            .filter(machine -> !machine.line().isEmpty())
            .collect(Collectors.toUnmodifiableMap(Machine::id, Machine::line));
  }

  @Override
  public boolean filter(MachineState message) {
    return lines.containsKey(message.machine());
  }

  @Override
  public String getKey(MachineState message) {
    return requireNonNull(lines.get(message.machine()), message.machine());
  }
}
