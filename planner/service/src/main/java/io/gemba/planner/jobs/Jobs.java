package io.gemba.planner.jobs;

import io.gemba.planner.events.EventHub;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs planning jobs in the background, one at a time a page, in the order they came. Thread safe.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  private final EventHub hub;
  private final Clock clock;
  private final Map<String, ExecutorService> lanes = new ConcurrentHashMap<>();
  private final Map<String, Job> running = new ConcurrentHashMap<>();
  private final Map<String, Job> known = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** What a job does. */
  @FunctionalInterface
  public interface Work {
    /** Does it; looks at {@link Job#isCancelled} many times a second. */
    void run(Job job);
  }

  /** Shows progress through the hub. */
  public Jobs(EventHub hub, Clock clock) {
    this.hub = hub;
    this.clock = clock;
  }

  /**
   * Queues a job.
   *
   * @return its id
   */
  public String submit(String page, Work work) {
    Job job =
        new Job(
            UUID.randomUUID().toString(), page, clock, progress -> hub.planning(page, progress));
    known.put(job.id(), job);
    lanes.computeIfAbsent(page, Jobs::lane).execute(() -> run(job, work));
    return job.id();
  }

  /** Asks a job to stop with the best it has; false when there is no such job any more. */
  public boolean cancel(String id) {
    Job job = known.get(id);
    if (job == null) {
      return false;
    }
    job.cancel();
    return true;
  }

  /** The job that runs for a page. */
  public Optional<Job> findRunning(String page) {
    return Optional.ofNullable(running.get(page));
  }

  /** Whether a job runs or waits for a page. */
  public boolean isBusy(String page) {
    return known.values().stream().anyMatch(job -> job.page().equals(page));
  }

  @Override
  public void close() {
    closed = true;
    known.values().forEach(Job::cancel);
    lanes.values().forEach(ExecutorService::shutdownNow);
  }

  private void run(Job job, Work work) {
    running.put(job.page(), job);
    hub.planning(job.page(), job.progress());
    hub.changed(job.page());
    String failure = "";
    try {
      work.run(job);
    } catch (RuntimeException e) {
      failure = String.valueOf(e.getMessage());
      if (closed) {
        LOG.info("Planning {} was cut off by the stop", job.page(), e);
      } else {
        LOG.error("Planning {} failed", job.page(), e);
      }
    } finally {
      running.remove(job.page());
      known.remove(job.id());
      hub.planning(job.page(), job.progress(failure.isEmpty() ? "idle" : "failed", failure));
      hub.changed(job.page());
    }
  }

  private static ExecutorService lane(String page) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "planner-" + page);
          thread.setDaemon(true);
          return thread;
        });
  }
}
