package io.gemba.planner.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One planning run. Thread safe. */
public final class Job {
  private final String id;
  private final String page;
  private final Clock clock;
  private final Instant startedAt;
  private final Consumer<Progress> watcher;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private volatile @Nullable Long costCents;

  /**
   * How far a run is.
   *
   * @param job its id
   * @param page {@code roster} or {@code routes}
   * @param state {@code planning}, {@code idle} when done, {@code failed}
   * @param seconds since it began
   * @param costCents of the best plan so far; null before the first
   * @param detail why it failed; empty otherwise
   */
  public record Progress(
      String job,
      String page,
      String state,
      double seconds,
      @Nullable Long costCents,
      String detail) {}

  Job(String id, String page, Clock clock, Consumer<Progress> watcher) {
    this.id = id;
    this.page = page;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.watcher = watcher;
  }

  /** Unique. */
  public String id() {
    return id;
  }

  /** {@code roster} or {@code routes}. */
  public String page() {
    return page;
  }

  /** Whether somebody wants it to stop; the best plan so far is kept. */
  public boolean isCancelled() {
    return cancelled.get();
  }

  /** Says that a better plan was found. */
  public void improved(long cents) {
    costCents = cents;
    watcher.accept(progress("planning", ""));
  }

  /** Where it stands. */
  public Progress progress() {
    return progress("planning", "");
  }

  /** Seconds since it began. */
  public double seconds() {
    return Duration.between(startedAt, clock.instant()).toMillis() / 1000.0;
  }

  void cancel() {
    cancelled.set(true);
  }

  Progress progress(String state, String detail) {
    return new Progress(id, page, state, seconds(), costCents, detail);
  }
}
