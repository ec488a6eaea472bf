package io.gemba.jobs.inventory;

import static io.gemba.jobs.inventory.TestInventory.NOON;

import io.gemba.message.Overstock;
import io.gemba.message.Replenishment;
import io.gemba.site.Site;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The inventory operator at noon of a Monday; open in each test of a class that registers it. */
final class InventoryHarness implements BeforeEachCallback, AfterEachCallback, AutoCloseable {
  private final Site site;
  private KeyedOneInputStreamOperatorTestHarness<String, InventoryEvent, Replenishment> flink;

  InventoryHarness(Site site) {
    this.site = site;
  }

  private KeyedOneInputStreamOperatorTestHarness<String, InventoryEvent, Replenishment> operator()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new InventoryOperator(site)),
        InventoryEvent::item,
        Types.STRING);
  }

  InventoryHarness open() throws Exception {
    flink = operator();
    flink.open();
    wait(0);
    return this;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    open();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    close();
  }

  @Override
  public void close() {
    try {
      flink.close();
    } catch (Exception e) {
      throw new IllegalStateException("The operator did not close.", e);
    }
  }

  void take(List<InventoryEvent> events) throws Exception {
    for (InventoryEvent event : events) {
      flink.processElement(event, 0);
    }
  }

  /** Moves the clock to so many seconds after noon. */
  void wait(int seconds) throws Exception {
    waitMillis(seconds * 1_000L);
  }

  void waitMillis(long millis) throws Exception {
    flink.setProcessingTime(NOON.toEpochMilli() + millis);
  }

  /** Goes on in a new operator from a snapshot of this one; what was said before is forgotten. */
  void restart() throws Exception {
    OperatorSubtaskState snapshot = flink.snapshot(1, 0);
    flink.close();
    flink = operator();
    flink.initializeState(snapshot);
    flink.open();
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
