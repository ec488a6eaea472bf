package io.gemba.jobs.production;

import io.gemba.message.MachineState;
import io.gemba.site.Machine;
import io.gemba.site.Site;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.java.functions.KeySelector;

/** Keys states of machines by their line; by nothing when they belong to none. */
final class LineOfMachine implements KeySelector<MachineState, String> {
  static final String NONE = "";

  private static final long serialVersionUID = 1;

  private final Map<String, String> lines;

  LineOfMachine(Site site) {
    this.lines =
        site.machines().stream().collect(Collectors.toUnmodifiableMap(Machine::id, Machine::line));
  }

  @Override
  public String getKey(MachineState message) {
    return lines.getOrDefault(message.machine(), NONE);
  }
}
