package io.gemba.jobs.inventory;

import static io.gemba.jobs.inventory.TestInventory.NOON;

import io.gemba.jobs.OperatorExtension;
import io.gemba.message.Overstock;
import io.gemba.message.Replenishment;
import io.gemba.site.Site;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The inventory operator at noon of a Monday. */
final class InventoryHarness
    extends OperatorExtension<
        KeyedOneInputStreamOperatorTestHarness<String, InventoryEvent, Replenishment>> {
  private final Site site;

  InventoryHarness(Site site) {
    super(NOON.toEpochMilli());
    this.site = site;
  }

  @Override
  protected KeyedOneInputStreamOperatorTestHarness<String, InventoryEvent, Replenishment> operator()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new InventoryOperator(site)),
        InventoryEvent::item,
        Types.STRING);
  }

  void take(List<InventoryEvent> events) throws Exception {
    for (InventoryEvent event : events) {
      flink.processElement(event, 0);
    }
  }

  /** Moves the clock to so many seconds after noon. */
  void wait(int seconds) throws Exception {
    atSecond(seconds);
  }

  void waitMillis(long millis) throws Exception {
    at(NOON.toEpochMilli() + millis);
  }

  void restart() throws Exception {
    restart(snapshot());
  }

  List<Replenishment> proposals() {
    return flink.extractOutputValues();
  }

  /** The last of each place. */
  Map<String, Replenishment> byPlace() {
    return proposals().stream()
        .collect(
            Collectors.toMap(Replenishment::place, proposal -> proposal, (first, last) -> last));
  }

  List<Overstock> overstocks() {
    var side = flink.getSideOutput(InventoryOperator.OVERSTOCKS);
    return side == null ? List.of() : side.stream().map(StreamRecord::getValue).toList();
  }

  void forget() {
    flink.getOutput().clear();
  }

  int timers() {
    return flink.numProcessingTimeTimers();
  }

  int keyedEntries() {
    return flink.numKeyedStateEntries();
  }
}
