package io.gemba.sensors.detect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Episode;
import io.gemba.message.Episode.Kind;
import io.gemba.message.Episode.State;
import io.gemba.message.Reading;
import io.gemba.sensors.TestBytes;
import io.gemba.sensors.quality.Limits;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SensorWatchTest {
  private static final long START = 1_790_000_000_000L;
  private static final Limits LIMITS = new Limits(-100, 100, 1);

  private final List<Episode> episodes = new ArrayList<>();

  @Test
  void bearingThatWears_overAMinute_isOneAlarmWithinThirtySeconds() {
    for (long seed = 0; seed < 20; seed++) {
      episodes.clear();
      Random random = new Random(seed);
      SensorWatch watch = new SensorWatch();

      for (int second = 0; second < 2_000; second++) {
        double wear = Math.min(60, Math.max(0, second - 1_800)) / 60.0;
        observe(watch, second, 2 * (1 + 2.4 * wear) + 0.07 * random.nextGaussian());
      }

      assertThat(alarms())
          .as("seed %d", seed)
          .extracting(Episode::id)
          .containsOnly(id(0))
          .isNotEmpty();
      assertThat(alarms().get(0).onset().toEpochMilli() - START)
          .as("seed %d", seed)
          .isBetween(1_800_000L, 1_830_000L);
    }
  }

  @Test
  void faultThatComesTwiceADay_isAnAlarmEachTime() {
    int every = 43_200;
    Random random = new Random(7);
    SensorWatch watch = new SensorWatch();

    for (int second = 0; second < 5 * every; second++) {
      boolean fault = second >= every && second % every < 40;
      observe(watch, second, (fault ? 8 : 0) + random.nextGaussian());
    }

    assertThat(alarms().stream().map(Episode::id).distinct()).hasSize(4);
  }

  @Test
  void stateOfAnEarlierLayout_isReadWhole_andLearnsOn() throws IOException {
    try (InputStream in = requireNonNull(getClass().getResourceAsStream("layout-4.bin"))) {
      SensorWatch watch = SensorWatch.read(new DataInputStream(in), 4);

      assertThat(in.read()).isEqualTo(-1);
      assertThat(watch.status("m/s").readings()).isEqualTo(300);
      Random random = new Random(8);
      for (int second = 1_000; second < 2_000; second++) {
        observe(watch, second, 10 * random.nextGaussian());
      }
      assertThat(alarms()).isEmpty();
      observe(watch, 2_000, 90);
      observe(watch, 2_001, 95);
      assertThat(alarms()).isNotEmpty();
    }
  }

  @Test
  void stateFromBeforePeopleSaidAnything_isReadAsFar() throws IOException {
    // a number of ids, none, and four statistics of which nothing was said
    int feedback = 1 + 4 * 2 * Long.BYTES;
    try (InputStream in = requireNonNull(getClass().getResourceAsStream("layout-4.bin"))) {
      byte[] bytes = in.readAllBytes();
      DataInputStream older =
          new DataInputStream(new ByteArrayInputStream(bytes, 0, bytes.length - feedback));

      SensorWatch watch = SensorWatch.read(older, 3);

      assertThat(older.read()).isEqualTo(-1);
      SensorWatch same = SensorWatch.read(TestBytes.in(bytes), 4);
      assertThat(watch.status("m/s")).isEqualTo(same.status("m/s"));
    }
  }

  @Test
  void alarm_whenUsualAgain_closesOnce() {
    Random random = new Random(1);
    SensorWatch watch = new SensorWatch();

    for (int second = 0; second < 3_000; second++) {
      boolean fault = second >= 1_000 && second < 1_030;
      observe(watch, second, (fault ? 30 : 0) + random.nextGaussian());
    }

    List<Episode> alarms = alarms();
    assertThat(alarms.get(0).state()).isEqualTo(State.OPEN);
    assertThat(alarms.get(alarms.size() - 1).state()).isEqualTo(State.CLOSED);
    assertThat(alarms).extracting(Episode::id).containsOnly(id(0));
    assertThat(alarms).extracting(Episode::revision).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void sameReadingsAgain_afterAnAlarm_sayNothingMore() {
    Random random = new Random(1);
    List<Reading> readings = new ArrayList<>();
    for (int second = 0; second < 1_500; second++) {
      double value = (second > 1_400 ? 30 : 0) + random.nextGaussian();
      readings.add(reading(second, value));
    }
    SensorWatch watch = new SensorWatch();
    readings.forEach(reading -> watch.observe(reading, LIMITS, episodes::add));
    int said = episodes.size();

    readings.forEach(reading -> watch.observe(reading, LIMITS, episodes::add));

    assertThat(said).isPositive();
    assertThat(episodes).hasSize(said);
    assertThat(watch.status("m/s").readings()).isEqualTo(1_500);
    assertThat(watch.status("m/s").duplicates()).isEqualTo(1_500);
  }

  @Test
  void sensorThatFallsSilent_inAnAlarm_closesItAndIsStale() {
    Random random = new Random(1);
    SensorWatch watch = new SensorWatch();
    for (int second = 0; second < 1_020; second++) {
      observe(watch, second, (second > 1_000 ? 30 : 0) + random.nextGaussian());
    }

    watch.silent("m/s", episodes::add);

    assertThat(alarms().get(alarms().size() - 1).state()).isEqualTo(State.CLOSED);
    assertThat(watch.status("m/s").fault()).isEqualTo("stale");
  }

  @Test
  void writtenInTheMiddle_goesOnTheSame() throws IOException {
    Random random = new Random(9);
    SensorWatch watch = new SensorWatch();
    for (int second = 0; second < 1_000; second++) {
      observe(watch, second, random.nextGaussian());
    }
    SensorWatch read = SensorWatch.read(TestBytes.in(watch::write), SensorWatch.LAYOUT);
    List<Episode> ofRead = new ArrayList<>();
    episodes.clear();

    for (int second = 1_000; second < 1_200; second++) {
      Reading reading = reading(second, second > 1_100 ? 40 : random.nextGaussian());
      watch.observe(reading, LIMITS, episodes::add);
      read.observe(reading, LIMITS, ofRead::add);
    }

    assertThat(ofRead).isNotEmpty().isEqualTo(episodes);
    assertThat(read.status("m/s")).isEqualTo(watch.status("m/s"));
  }

  private List<Episode> alarms() {
    return episodes.stream().filter(episode -> episode.kind() == Kind.ANOMALY).toList();
  }

  private String id(int index) {
    return alarms().get(index).id();
  }

  private void observe(SensorWatch watch, int second, double value) {
    watch.observe(reading(second, value), LIMITS, episodes::add);
  }

  private static Reading reading(int second, double value) {
    long at = START + second * 1_000L;
    return new Reading("m/s", at, value, second, at);
  }
}
