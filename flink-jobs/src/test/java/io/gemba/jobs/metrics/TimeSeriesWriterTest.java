package io.gemba.jobs.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.message.DeadLetter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.Test;

class TimeSeriesWriterTest {
  private static final Instant NOW = Instant.parse("2026-11-22T06:30:00Z");

  private final TestProcessingTimeService timers = new TestProcessingTimeService();
  private final PickyStore store = new PickyStore();
  private final Letters letters = new Letters();
  private final List<Long> waits = new ArrayList<>();
  private final TimeSeriesWriter writer =
      new TimeSeriesWriter(
          store,
          letters,
          new TimeSeriesWriter.Surroundings(
              timers,
              Clock.fixed(NOW, ZoneOffset.UTC),
              this::pause,
              new SimpleCounter(),
              new SimpleCounter()));

  @Test
  void fullBatch_isWrittenAtOnceInOrder() throws Exception {
    List<String> lines = lines(TimeSeriesWriter.BATCH_LINES);

    for (String line : lines) {
      writer.write(line, null);
    }

    assertThat(store.kept).isEqualTo(lines);
    assertThat(store.calls).isEqualTo(1);
  }

  @Test
  void fewLines_areWrittenAfterASecond() throws Exception {
    timers.setCurrentTime(10_000);
    writer.write("a", null);
    writer.write("b", null);

    timers.setCurrentTime(10_999);
    List<String> before = List.copyOf(store.kept);
    timers.setCurrentTime(11_000);

    assertThat(before).isEmpty();
    assertThat(store.kept).containsExactly("a", "b");
    assertThat(timers.getNumActiveTimers()).isZero();
  }

  @Test
  void checkpoint_flushesLinesAndDeadLetters() throws Exception {
    writer.write("a", null);

    writer.flush(false);

    assertThat(store.kept).containsExactly("a");
    assertThat(letters.flushes).isEqualTo(1);
  }

  @Test
  void storeAway_isAskedAgainEverMoreSlowlyUntilItTakesAll() throws Exception {
    store.failures = 9;
    writer.write("a", null);
    writer.write("b", null);

    writer.flush(false);

    assertThat(store.kept).containsExactly("a", "b");
    assertThat(waits)
        .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 6400L, 10_000L, 10_000L);
    assertThat(letters.written).isEmpty();
  }

  @Test
  void taskCancelledWhileWaiting_endsWithoutLosingSilently() throws Exception {
    store.failures = Integer.MAX_VALUE;
    writer.write("a", null);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> writer.flush(false)).isInstanceOf(InterruptedException.class);
    assertThat(store.kept).isEmpty();
  }

  @Test
  void refusedLines_becomeDeadLettersAndTheOthersAreKeptInOrder() throws Exception {
    for (String line : List.of("a", "bad,id=1 x", "b", "c", "bad 2", "bad 3", "d")) {
      writer.write(line, null);
    }

    writer.flush(false);

    assertThat(store.kept).containsExactly("a", "b", "c", "d");
    assertThat(letters.written)
        .extracting(letter -> new String(letter.original(), UTF_8))
        .containsExactly("bad,id=1 x", "bad 2", "bad 3");
    DeadLetter first = letters.written.get(0);
    assertThat(first.at()).isEqualTo(NOW);
    assertThat(first.stage()).isEqualTo("metrics-job");
    assertThat(first.source()).isEqualTo("time-series/bad");
    assertThat(first.reason()).isEqualTo("bad line");
  }

  @Test
  void oneRefusedLineOfAFullBatch_isFoundInLogarithmicManyTries() throws Exception {
    List<String> lines = new ArrayList<>(lines(TimeSeriesWriter.BATCH_LINES));
    lines.set(3_333, "bad");

    for (String line : lines) {
      writer.write(line, null);
    }

    assertThat(store.kept).hasSize(TimeSeriesWriter.BATCH_LINES - 1);
    assertThat(letters.written).hasSize(1);
    assertThat(store.calls).isLessThan(30);
  }

  private void pause(long millis) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    waits.add(millis);
  }

  private static List<String> lines(int count) {
    return IntStream.range(0, count).mapToObj(i -> "line " + i).toList();
  }

  /** Is away for a while, then takes batches without a bad line and nothing of the others. */
  private static final class PickyStore implements LineStore {
    private final List<String> kept = new ArrayList<>();
    private int failures;
    private int calls;

    @Override
    public void write(List<String> lines) throws RefusedException, UnavailableException {
      calls++;
      if (failures > 0) {
        failures--;
        throw new UnavailableException("away", new IllegalStateException());
      }
      if (lines.stream().anyMatch(line -> line.startsWith("bad"))) {
        throw new RefusedException("bad line", new IllegalStateException());
      }
      kept.addAll(lines);
    }

    @Override
    public void close() {}
  }

  private static final class Letters implements SinkWriter<DeadLetter> {
    private final List<DeadLetter> written = new ArrayList<>();
    private int flushes;

    @Override
    public void write(DeadLetter letter, Context context) {
      written.add(letter);
    }

    @Override
    public void flush(boolean endOfInput) {
      flushes++;
    }

    @Override
    public void close() {}
  }
}
