package io.gemba.jobs.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Reading;
import io.gemba.sensors.detect.SensorWatch;
import io.gemba.sensors.detect.SeriesDetector;
import io.gemba.sensors.quality.Limits;
import io.gemba.sensors.quality.QualityGate;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

final class SensorEntryCodecTest {
  private static final Limits LIMITS = new Limits(-100, 100, 1);
  private static final int TIMES_BYTES = 3 * Long.BYTES;

  private static final int DETECTOR_BYTES_OF_LAYOUT_1 = 1_540;
  private static final int LAG_BYTES = 45;

  private final SensorEntryCodec codec = new SensorEntryCodec();

  @Test
  void layoutOne_ofAnEarlierDetector_keepsTheGateAndLearnsAnew() throws IOException {
    SensorEntry entry = entry(5);
    byte[] now = written(entry);
    int gate = TIMES_BYTES + gateBytes(5);
    int detector = detectorBytes(5);
    DataOutputSerializer before = new DataOutputSerializer(256);
    before.write(now, 0, gate);
    before.write(new byte[DETECTOR_BYTES_OF_LAYOUT_1]);
    before.write(now, gate + detector, now.length - gate - detector);

    SensorEntry read = codec.read(new DataInputDeserializer(before.getCopyOfBuffer()), 1);

    assertThat(read.watch.status("m/s")).isEqualTo(entry.watch.status("m/s"));
    assertThat(read.statusAtMillis).isEqualTo(entry.statusAtMillis);
  }

  @Test
  void layoutFive_withoutHowReadingsCome_isReadAndCountsAnew() throws IOException {
    SensorEntry entry = entry(500);
    byte[] now = written(entry);
    DataOutputSerializer before = new DataOutputSerializer(256);
    before.write(now, 0, now.length - deliveryBytes());

    SensorEntry read = codec.read(new DataInputDeserializer(before.getCopyOfBuffer()), 5);

    assertThat(read.watch.status("m/s")).isEqualTo(entry.watch.status("m/s"));
    assertThat(written(read)).hasSameSizeAs(now);
  }

  @Test
  void layoutSix_withoutLags_isReadAndWatchesThemAnew() throws IOException {
    SensorEntry entry = entry(500);
    byte[] now = written(entry);
    DataOutputSerializer before = new DataOutputSerializer(256);
    before.write(now, 0, now.length - LAG_BYTES);

    SensorEntry read = codec.read(new DataInputDeserializer(before.getCopyOfBuffer()), 6);

    assertThat(written(read)).isEqualTo(now);
  }

  @Test
  void state_ofALongSeries_isAtMostEightKibibytes() throws IOException {
    byte[] bytes = written(entry(20_000));

    SensorEntry read = codec.read(new DataInputDeserializer(bytes), codec.layout());

    assertThat(bytes.length).isLessThan(8_192);
    assertThat(written(read)).isEqualTo(bytes);
  }

  private byte[] written(SensorEntry entry) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    codec.write(entry, out);
    return out.getCopyOfBuffer();
  }

  private static SensorEntry entry(int readings) {
    SensorWatch watch = new SensorWatch();
    readings(readings).forEach(reading -> watch.observe(reading, LIMITS, episode -> {}));
    SensorEntry entry = new SensorEntry(watch);
    entry.statusAtMillis = 77;
    return entry;
  }

  private static int gateBytes(int readings) throws IOException {
    QualityGate gate = new QualityGate();
    readings(readings).forEach(reading -> gate.check(reading, LIMITS, episode -> {}));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    gate.write(new DataOutputStream(bytes));
    return bytes.size();
  }

  private static int deliveryBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new QualityGate().writeDelivery(new DataOutputStream(bytes));
    return bytes.size();
  }

  private static int detectorBytes(int readings) throws IOException {
    SeriesDetector detector = new SeriesDetector();
    readings(readings).forEach(reading -> detector.observe(reading.atMillis(), reading.value()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    detector.write(new DataOutputStream(bytes));
    return bytes.size();
  }

  private static List<Reading> readings(int count) {
    Random random = new Random(3);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long at = 1_790_000_000_000L + i * 1_000L;
      readings.add(new Reading("m/s", at, 10 * random.nextGaussian(), i, at));
    }
    return readings;
  }
}
