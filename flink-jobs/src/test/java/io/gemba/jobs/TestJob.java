package io.gemba.jobs;

import io.gemba.jobs.stream.MessageTypes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** Runs a job on a MiniCluster whose sources never end, until it has said enough. */
public final class TestJob {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private TestJob() {}

  /** As the jobs run, with two subtasks. */
  public static StreamExecutionEnvironment environment() {
    Configuration options = new Configuration();
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    options.set(PipelineOptions.OBJECT_REUSE, true);
    options.set(CoreOptions.DEFAULT_PARALLELISM, 2);
    return StreamExecutionEnvironment.getExecutionEnvironment(options);
  }

  /** A stream of messages that stays open, as a topic does. */
  public static <T> DataStream<T> stream(
      StreamExecutionEnvironment env, Class<T> type, List<T> messages) {
    String name = type.getSimpleName();
    return env.fromData(messages, MessageTypes.of(type))
        .uid(name)
        .union(
            env.fromSequence(0, 0)
                .uid(name + "-sequence")
                .setParallelism(1)
                .flatMap(new StaysOpen<T>())
                .returns(MessageTypes.of(type))
                .setParallelism(1)
                .uid(name + "-stays-open"));
  }

  /** Runs until the condition holds or 90 s have passed, then cancels. */
  public static void runUntil(StreamExecutionEnvironment env, BooleanSupplier isDone)
      throws Exception {
    run(env, () -> await(isDone));
  }

  /** Runs while the steps are done, then cancels. */
  public static void run(StreamExecutionEnvironment env, Steps steps) throws Exception {
    JobClient job = env.executeAsync("test");
    try {
      steps.run();
    } finally {
      job.cancel().get();
    }
  }

  /** Waits until the condition holds or 90 s have passed. */
  public static void await(BooleanSupplier isDone) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isDone.getAsBoolean() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** What a test does while its job runs. */
  @FunctionalInterface
  public interface Steps {
    /** Does it. */
    void run() throws Exception;
  }

  private static final class StaysOpen<T> implements FlatMapFunction<Long, T> {
    private static final long serialVersionUID = 1;

    @Override
    public void flatMap(Long value, Collector<T> out) throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }
}
