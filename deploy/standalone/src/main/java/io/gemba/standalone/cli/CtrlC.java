package io.gemba.standalone.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C (and any other polite end) as a wish that a search looks at, so that it can still write
 * its best answer. The process ends when the command does, or after ten seconds.
 */
final class CtrlC implements BooleanSupplier, AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "ctrl-c");
  private volatile boolean pressed;

  private CtrlC() {}

  /** Listens from now on. */
  static CtrlC listen() {
    CtrlC listener = new CtrlC();
    Runtime.getRuntime().addShutdownHook(listener.hook);
    return listener;
  }

  /** What Ctrl-C does. */
  void stop() {
    pressed = true;
    try {
      boolean written = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!written) {
        System.err.println("The search did not stop in time; nothing was written.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether somebody asked to stop. */
  @Override
  public boolean getAsBoolean() {
    return pressed;
  }

  /** All is written; the process may end. */
  @Override
  public void close() {
    done.countDown();
    if (!pressed) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
