package io.gemba.sensors.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.junit.jupiter.api.Test;

/** Against Eclipse Tahu. */
@SuppressWarnings("JavaUtilDate") // Tahu gives it
final class SparkplugPayloadTest {
  private static final long NOW = Tahu.NOW;

  @Test
  void numbersOfEveryType_writtenByTahu_haveTheirValues() throws Exception {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      byte int8 = (byte) random.nextInt();
      short int16 = (short) random.nextInt();
      int int32 = random.nextInt();
      long int64 = random.nextLong();
      short uint8 = (short) random.nextInt(256);
      int uint16 = random.nextInt(65_536);
      long uint32 = random.nextLong(1L << 32);
      BigInteger uint64 = new BigInteger(64, random);
      float float32 = random.nextFloat() * int16;
      double float64 = random.nextGaussian() * int32;

      SparkplugPayload payload =
          SparkplugPayload.read(
              Tahu.payload(
                  NOW + i,
                  i % 256,
                  Tahu.birth("a", 1, MetricDataType.Int8, int8),
                  Tahu.birth("b", 2, MetricDataType.Int16, int16),
                  Tahu.birth("c", 3, MetricDataType.Int32, int32),
                  Tahu.birth("d", 4, MetricDataType.Int64, int64),
                  Tahu.birth("e", 5, MetricDataType.UInt8, uint8),
                  Tahu.birth("f", 6, MetricDataType.UInt16, uint16),
                  Tahu.birth("g", 7, MetricDataType.UInt32, uint32),
                  Tahu.birth("h", 8, MetricDataType.UInt64, uint64),
                  Tahu.birth("i", 9, MetricDataType.Float, float32),
                  Tahu.birth("j", 10, MetricDataType.Double, float64),
                  Tahu.birth("k", 11, MetricDataType.Boolean, random.nextBoolean()),
                  Tahu.birth("l", 12, MetricDataType.String, "text"),
                  Tahu.birth("m", 300, MetricDataType.Int32, null)));

      assertThat(payload.atMillis()).isEqualTo(NOW + i);
      assertThat(payload.seq()).isEqualTo(i % 256);
      assertThat(payload.metrics()).hasSize(13);
      assertThat(payload.metrics().subList(0, 10))
          .extracting(metric -> metric.value(0))
          .containsExactly(
              (double) int8,
              (double) int16,
              (double) int32,
              (double) int64,
              (double) uint8,
              (double) uint16,
              (double) uint32,
              uint64.doubleValue(),
              (double) float32,
              float64);
      assertThat(payload.metrics().get(10).value(0)).isIn(0.0, 1.0);
      assertThat(payload.metrics().get(11).value(0)).isNull();
      assertThat(payload.metrics().get(12).value(0)).isNull();
      assertThat(payload.metrics().get(12).alias()).isEqualTo(300);
    }
  }

  @Test
  void engineeringUnit_isRead() throws Exception {
    byte[] bytes = Tahu.payload(NOW, 0, Tahu.birthWithUnit("Druck/Öl", 1, 4.5, "bar"));

    SparkplugMetric metric = SparkplugPayload.read(bytes).metrics().get(0);

    assertThat(metric.unit()).isEqualTo("bar");
    assertThat(metric.name()).isEqualTo("Druck/Öl");
  }

  @Test
  void rebirthCommand_isReadByTahu() throws Exception {
    SparkplugBPayload payload =
        new SparkplugBPayloadDecoder().buildFromByteArray(RebirthCommand.payload(NOW), null);

    assertThat(payload.getTimestamp().getTime()).isEqualTo(NOW);
    Metric metric = payload.getMetrics().get(0);
    assertThat(metric.getName()).isEqualTo("Node Control/Rebirth");
    assertThat(metric.getDataType()).isEqualTo(MetricDataType.Boolean);
    assertThat(metric.getValue()).isEqualTo(true);
  }

  @Test
  void damagedBytes_areReadOrRefused_neverAnythingElse() throws Exception {
    byte[] whole =
        Tahu.payload(
            NOW,
            3,
            Tahu.birthWithUnit("a", 1, 4.5, "bar"),
            Tahu.birth("b", 2, MetricDataType.String, "text"));
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int flips = random.nextInt(4); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        SparkplugPayload.read(bytes);
      } catch (MalformedException e) {
        refused++;
        assertThat(e.reason()).isNotBlank();
      }
    }

    assertThat(refused).isBetween(1_000, 19_999);
  }

  @Test
  void json_isRefusedWithTheReason() {
    byte[] json = "{\"value\":1}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> SparkplugPayload.read(json)).isInstanceOf(MalformedException.class);
  }
}
