package io.gemba.jobs.stream;

import io.gemba.settings.Settings;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How every job runs: exactly-once state on disk, restarts without end, no Kryo, uids required. */
public final class JobEnvironment {
  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
  private static final Duration CALM = Duration.ofMinutes(5);
  private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(100);
  private static final int FAILED_CHECKPOINTS = 10;
  private static final int KEPT_CHECKPOINTS = 2;

  private JobEnvironment() {}

  /**
   * An environment for one job. It resumes from the newest checkpoint in {@link
   * Checkpoints#folder}, if there is one, so a killed process goes on where it was.
   *
   * @param settings parallelism, checkpoint interval and folder, state backend
   * @param job the job's name, for example {@code anomaly}
   */
  public static StreamExecutionEnvironment of(Settings settings, String job) {
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration(settings, job));
  }

  /**
   * The same for a job whose sources depend on settings: what a checkpoint holds of operators that
   * the graph no longer has is dropped.
   */
  public static StreamExecutionEnvironment ofChangingSources(Settings settings, String job) {
    Configuration options = configuration(settings, job);
    options.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
    return StreamExecutionEnvironment.getExecutionEnvironment(options);
  }

  static Configuration configuration(Settings settings, String job) {
    Settings.Flink flink = settings.flink();
    Configuration options = new Configuration();
    options.set(PipelineOptions.NAME, job);
    options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(PipelineOptions.OBJECT_REUSE, true);
    options.set(CoreOptions.DEFAULT_PARALLELISM, flink.parallelism());
    options.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
    restarts(options);
    checkpoints(options, settings, job);
    return options;
  }

  private static void restarts(Configuration options) {
    options.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    options.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, FIRST_BACKOFF);
    options.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LONGEST_BACKOFF);
    options.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD, CALM);
    options.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, Integer.MAX_VALUE);
  }

  private static void checkpoints(Configuration options, Settings settings, String job) {
    Settings.Flink flink = settings.flink();
    options.set(StateBackendOptions.STATE_BACKEND, flink.stateBackend());
    options.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    options.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(flink.checkpointSeconds()));
    options.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, FAILED_CHECKPOINTS);
    options.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, KEPT_CHECKPOINTS);
    options.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    options.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    options.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        Checkpoints.folder(settings, job).toUri().toString());
    Checkpoints.findLatest(settings, job)
        .ifPresent(
            path -> options.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString()));
  }
}
