package io.gemba.jobs.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gemba.message.DeadLetter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects lines and writes them in order, {@value #BATCH_LINES} at once or what has come within a
 * second, and all before a checkpoint. While the store is away it waits, longer each time up to 10
 * seconds, which holds the job back; only cancelling the task ends it. Lines that the store refuses
 * are found by halving the batch and become dead letters; their neighbours are written.
 */
@SuppressWarnings("try") // Flink closes it and expects an interruption
final class TimeSeriesWriter implements SinkWriter<String> {
  static final int BATCH_LINES = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(TimeSeriesWriter.class);
  private static final Duration LONGEST_AGE = Duration.ofSeconds(1);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final String STAGE = "metrics-job";

  private final LineStore store;
  private final SinkWriter<DeadLetter> deadLetters;
  private final Surroundings surroundings;
  private final Context context = new NoTime();
  private List<String> batch = new ArrayList<>();
  private boolean timed;

  /** Waits, as {@link Thread#sleep(long)} does. */
  interface Pause {
    void millis(long millis) throws InterruptedException;
  }

  /**
   * What the task gives the writer.
   *
   * @param timers fires what has become old
   * @param clock dates dead letters
   * @param pause waits for a store that is away
   * @param written counts lines that are kept
   * @param refused counts lines that became dead letters
   */
  record Surroundings(
      ProcessingTimeService timers, Clock clock, Pause pause, Counter written, Counter refused) {}

  TimeSeriesWriter(LineStore store, SinkWriter<DeadLetter> deadLetters, Surroundings surroundings) {
    this.store = store;
    this.deadLetters = deadLetters;
    this.surroundings = surroundings;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a failing timer fails the task
  public void write(String line, Context ignored) throws IOException, InterruptedException {
    batch.add(line);
    if (batch.size() >= BATCH_LINES) {
      writeBatch();
    } else if (!timed) {
      timed = true;
      ProcessingTimeService timers = surroundings.timers();
      timers.registerTimer(
          timers.getCurrentProcessingTime() + LONGEST_AGE.toMillis(), time -> writeOld());
    }
  }

  private void writeOld() throws IOException, InterruptedException {
    timed = false;
    writeBatch();
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    writeBatch();
    deadLetters.flush(endOfInput);
  }

  private void writeBatch() throws IOException, InterruptedException {
    if (!batch.isEmpty()) {
      List<String> lines = batch;
      batch = new ArrayList<>();
      writeAll(lines);
    }
  }

  private void writeAll(List<String> lines) throws IOException, InterruptedException {
    String refusal = writeOrRefusal(lines);
    if (refusal == null) {
      surroundings.written().inc(lines.size());
    } else if (lines.size() == 1) {
      refuse(lines.get(0), refusal);
    } else {
      int half = lines.size() / 2;
      writeAll(lines.subList(0, half));
      writeAll(lines.subList(half, lines.size()));
    }
  }

  /** Writes, however long it takes; the reason when the store refuses, else null. */
  private @Nullable String writeOrRefusal(List<String> lines) throws InterruptedException {
    Duration wait = SHORTEST_WAIT;
    while (true) {
      try {
        store.write(lines);
        return null;
      } catch (LineStore.RefusedException e) {
        return e.getMessage();
      } catch (LineStore.UnavailableException e) {
        LOG.warn("{} lines wait {} ms: {}", lines.size(), wait.toMillis(), e.getMessage());
        surroundings.pause().millis(wait.toMillis());
        Duration longer = wait.multipliedBy(2);
        wait = longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
      }
    }
  }

  private void refuse(String line, String reason) throws IOException, InterruptedException {
    surroundings.refused().inc();
    deadLetters.write(
        new DeadLetter(
            surroundings.clock().instant(),
            STAGE,
            "time-series/" + line.split("[, ]", 2)[0],
            "",
            null,
            reason,
            line.getBytes(UTF_8)),
        context);
  }

  @Override
  public void close() throws Exception {
    store.close();
    deadLetters.close();
  }

  /** Dead letters have no event time. */
  private static final class NoTime implements Context {
    @Override
    public long currentWatermark() {
      return Long.MIN_VALUE;
    }

    @Override
    public @Nullable Long timestamp() {
      return null;
    }
  }
}
