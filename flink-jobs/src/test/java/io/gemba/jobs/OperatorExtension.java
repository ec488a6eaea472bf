package io.gemba.jobs;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An operator by itself, open in each test of a class that registers it.
 *
 * @param <H> Flink's harness around it
 */
public abstract class OperatorExtension<H extends AbstractStreamOperatorTestHarness<?>>
    implements BeforeEachCallback, AfterEachCallback, AutoCloseable {
  protected H flink;
  private final long startMillis;

  /**
   * @param startMillis what the clock shows when it opens
   */
  protected OperatorExtension(long startMillis) {
    this.startMillis = startMillis;
  }

  /** A new operator, not open. */
  protected abstract H operator() throws Exception;

  public final void open() throws Exception {
    flink = operator();
    flink.open();
    at(startMillis);
  }

  public final void at(long millis) throws Exception {
    flink.setProcessingTime(millis);
  }

  /** Lets the clock show so many seconds after the start. */
  public final void atSecond(int seconds) throws Exception {
    at(startMillis + seconds * 1_000L);
  }

  public final OperatorSubtaskState snapshot() throws Exception {
    return flink.snapshot(1, startMillis);
  }

  /** Goes on in a new operator from a snapshot; what was said before is forgotten. */
  public final void restart(OperatorSubtaskState snapshot) throws Exception {
    flink.close();
    flink = operator();
    flink.initializeState(snapshot);
    flink.open();
  }

  @Override
  public final void beforeEach(ExtensionContext context) throws Exception {
    open();
  }

  @Override
  public final void afterEach(ExtensionContext context) {
    close();
  }

  @Override
  public final void close() {
    try {
      flink.close();
    } catch (Exception e) {
      throw new IllegalStateException("The operator did not close.", e);
    }
  }
}
