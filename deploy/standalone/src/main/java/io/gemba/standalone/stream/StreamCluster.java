package io.gemba.standalone.stream;

import io.gemba.settings.Settings;
import io.gemba.standalone.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flink in this process, with its web pages on the loopback address. Checkpoints of a job outlive
 * the process; a job that is submitted again goes on from the newest whole one, sources and state
 * together.
 */
public final class StreamCluster implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamCluster.class);
  private static final Duration START = Duration.ofSeconds(60);

  private final MiniCluster cluster;

  private StreamCluster(MiniCluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Starts the cluster.
   *
   * @param folder for temporary files; made if absent
   * @param settings port of the web pages, parallelism, state backend
   * @param jobs how many jobs there is room for
   */
  public static StreamCluster start(Path folder, Settings.Flink settings, int jobs) {
    try {
      Configuration configuration =
          configuration(settings, Files.createDirectories(folder.resolve("tmp")));
      MiniCluster cluster =
          new MiniCluster(
              new MiniClusterConfiguration.Builder()
                  .setConfiguration(configuration)
                  .setNumTaskManagers(1)
                  .setNumSlotsPerTaskManager(jobs * settings.parallelism())
                  .build());
      cluster.start();
      return new StreamCluster(cluster);
    } catch (IOException e) {
      throw new CannotStartException("Cannot write Flink's folder " + folder + ": " + e, e);
    } catch (Exception e) { // the cluster declares no narrower one
      throw new CannotStartException("Flink does not start: " + e, e);
    }
  }

  private static Configuration configuration(Settings.Flink settings, Path temporary) {
    Configuration c = new Configuration();
    c.set(RestOptions.ADDRESS, "127.0.0.1");
    c.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    c.set(RestOptions.PORT, settings.port());
    c.set(JobManagerOptions.ADDRESS, "127.0.0.1");
    c.set(JobManagerOptions.BIND_HOST, "127.0.0.1");
    c.set(TaskManagerOptions.HOST, "127.0.0.1");
    c.set(TaskManagerOptions.BIND_HOST, "127.0.0.1");
    c.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(96));
    c.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(96));
    boolean rocks = settings.stateBackend().equals("rocksdb");
    c.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(rocks ? 256 : 16));
    c.setString("io.tmp.dirs", temporary.toAbsolutePath().toString());
    c.setString("web.tmpdir", temporary.toAbsolutePath().toString());
    c.setString("web.submit.enable", "false");
    c.setString("classloader.check-leaked-classloader", "false");
    return c;
  }

  /**
   * Starts a job. It goes on from its newest checkpoint, which the job's own environment names, and
   * takes that over: it is deleted when newer ones make it superfluous.
   *
   * @param name of the job
   * @param checkpoints the job's folder
   * @param environment the job's graph, not yet executed
   * @return id of this run
   * @throws CannotStartException if the job is not running in 60 s
   */
  public JobID submit(String name, Path checkpoints, StreamExecutionEnvironment environment) {
    try {
      PartialCheckpoints.delete(checkpoints);
      Configuration claim = new Configuration();
      claim.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
      environment.configure(claim);
      StreamGraph graph = environment.getStreamGraph();
      graph.setJobName(name);
      LOG.info("Job {} starts: {}", name, graph.getSavepointRestoreSettings());
      JobID id = cluster.submitJob(graph).get(60, TimeUnit.SECONDS).getJobID();
      awaitRunning(name, id);
      return id;
    } catch (IOException e) {
      throw new CannotStartException("Job " + name + " cannot use its checkpoints: " + e, e);
    } catch (ExecutionException | TimeoutException e) {
      throw new CannotStartException("Job " + name + " is not accepted: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("Interrupted while job " + name + " started.", e);
    }
  }

  private void awaitRunning(String name, JobID id)
      throws InterruptedException, ExecutionException, TimeoutException {
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      JobStatus status = cluster.getJobStatus(id).get(10, TimeUnit.SECONDS);
      if (status == JobStatus.RUNNING) {
        return;
      }
      if (status.isTerminalState() || System.nanoTime() > deadline) {
        throw new CannotStartException(
            "Job %s is %s instead of running. The log says why.".formatted(name, status));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Flink's word for the state of a run. */
  public String status(JobID id) {
    try {
      return cluster.getJobStatus(id).get(10, TimeUnit.SECONDS).name();
    } catch (ExecutionException | TimeoutException e) {
      return "unknown (" + e.getMessage() + ")";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }

  /**
   * Stops a job and waits until it is gone; its checkpoints stay.
   *
   * @throws CannotStartException if it still runs after 60 s
   */
  public void cancel(JobID id) {
    try {
      cluster.cancelJob(id).get(60, TimeUnit.SECONDS);
      cluster.requestJobResult(id).get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new CannotStartException("Job " + id + " does not stop: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("Interrupted while job " + id + " stopped.", e);
    }
  }

  /** Stops all jobs where they are; their checkpoints stay. */
  @Override
  public void close() {
    try {
      cluster.closeAsync().get(10, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Flink did not stop cleanly; jobs go on from their checkpoints", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
