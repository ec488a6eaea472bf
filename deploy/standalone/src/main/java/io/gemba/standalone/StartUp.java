package io.gemba.standalone;

import io.gemba.planner.health.Readiness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts parts side by side, each as soon as all it needs are up, and stops them the other way
 * round: a part stops when nothing needs it any more. Called from one thread.
 */
final class StartUp {
  private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

  private final Readiness readiness;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "gemba-start");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Part<?>> parts = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final long startedNanos = System.nanoTime();

  StartUp(Readiness readiness) {
    this.readiness = readiness;
  }

  /**
   * Something that is started once and stopped once.
   *
   * @param name as {@code /health} tells it
   * @param running completes when it is up
   * @param needs what must be up before it and must outlive it
   */
  record Part<T extends AutoCloseable>(
      String name, CompletableFuture<T> running, List<Part<?>> needs) {

    /** What was started; only for a part that is needed, so it is up by then. */
    T get() {
      return running.join();
    }
  }

  /**
   * Adds a part; it starts at once, or when what it needs is up.
   *
   * @param start runs on a thread of its own; what it returns is closed at the stop
   */
  <T extends AutoCloseable> Part<T> add(String name, Callable<T> start, Part<?>... needs) {
    return addAfter(List.of(), name, start, needs);
  }

  /**
   * Adds a part that also waits for others at the start, without needing them.
   *
   * @param others must be up before it; may stop before it
   */
  <T extends AutoCloseable> Part<T> addAfter(
      List<Part<?>> others, String name, Callable<T> start, Part<?>... needs) {
    readiness.expect(name);
    CompletableFuture<?>[] before =
        Stream.concat(others.stream(), Stream.of(needs))
            .map(Part::running)
            .toArray(CompletableFuture[]::new);
    CompletableFuture<T> running =
        CompletableFuture.allOf(before).thenApplyAsync(none -> run(name, start), threads);
    Part<T> part = new Part<>(name, running, List.of(needs));
    parts.add(part);
    return part;
  }

  private <T> T run(String name, Callable<T> start) {
    try {
      if (stopping.get()) {
        throw new CannotStartException("Stopped before " + name + " was started.");
      }
      long begin = System.nanoTime();
      T started = start.call();
      LOG.info("{} is up after {} s (took {} s)", name, since(startedNanos), since(begin));
      readiness.up(name);
      return started;
    } catch (Exception e) { // any failure of a part is a failure of the start
      CannotStartException why =
          e instanceof CannotStartException known
              ? known
              : new CannotStartException("Part %s does not start: %s".formatted(name, e), e);
      readiness.failed(name, String.valueOf(why.getMessage()));
      failure.completeExceptionally(why);
      throw new CompletionException(why);
    }
  }

  private static String since(long nanos) {
    return "%.1f".formatted((System.nanoTime() - nanos) / 1e9);
  }

  /**
   * Waits until all parts are up.
   *
   * @throws CannotStartException what the first part that failed said, or which parts are missing
   *     after the deadline
   */
  void awaitAll(Duration deadline) {
    CompletableFuture<?>[] all =
        List.copyOf(parts).stream().map(Part::running).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.anyOf(failure, CompletableFuture.allOf(all))
          .get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw cause(e.getCause());
    } catch (TimeoutException e) {
      List<String> missing =
          parts.stream().filter(p -> !p.running().isDone()).map(Part::name).toList();
      throw new CannotStartException(
          "Not up after %d s: %s. The log says what they wait for."
              .formatted(deadline.toSeconds(), String.join(", ", missing)),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("Interrupted during the start.", e);
    }
  }

  private static CannotStartException cause(@Nullable Throwable thrown) {
    Throwable inner =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    return inner instanceof CannotStartException known
        ? known
        : new CannotStartException("Does not start: " + inner);
  }

  /**
   * Stops everything that is up, side by side where possible.
   *
   * @return names of the parts that had not stopped when the time was over
   */
  List<String> stop(Duration limit) {
    stopping.set(true);
    List<Part<?>> order = new ArrayList<>(List.copyOf(parts));
    Collections.reverse(order);
    List<Closing> closings = new ArrayList<>();
    for (Part<?> part : order) {
      CompletableFuture<?>[] users =
          closings.stream()
              .filter(closing -> closing.part().needs().contains(part))
              .map(Closing::closed)
              .toArray(CompletableFuture[]::new);
      closings.add(
          new Closing(
              part, CompletableFuture.allOf(users).thenRunAsync(() -> close(part), threads)));
    }
    try {
      CompletableFuture.allOf(
              closings.stream().map(Closing::closed).toArray(CompletableFuture[]::new))
          .get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("Not everything stopped", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return closings.stream()
        .filter(closing -> !closing.closed().isDone())
        .map(closing -> closing.part().name())
        .toList();
  }

  private record Closing(Part<?> part, CompletableFuture<Void> closed) {}

  private static void close(Part<?> part) {
    if (!part.running().isDone() || part.running().isCompletedExceptionally()) {
      return;
    }
    long begin = System.nanoTime();
    try {
      part.get().close();
      LOG.info("{} stopped in {} s", part.name(), since(begin));
    } catch (Exception e) { // the others must still be stopped
      LOG.warn("{} did not stop cleanly", part.name(), e);
    }
  }
}
