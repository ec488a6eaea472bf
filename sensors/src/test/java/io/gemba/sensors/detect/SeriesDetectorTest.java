package io.gemba.sensors.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.sensors.TestBytes;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SeriesDetectorTest {

  @Test
  void noise_ofAnyScale_isRareAsOftenAsItSays() {
    int readings = 0;
    int rare = 0;
    for (long seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      double scale = Math.pow(10, random.nextInt(9) - 4);
      SeriesDetector detector = new SeriesDetector();
      for (int i = 0; i < 20_000; i++) {
        Surprise surprise =
            detector.observe(i * 60_000L, 7 * scale + scale * random.nextGaussian());
        if (i > 2_000) {
          readings++;
          rare += surprise.decades() >= 3 ? 1 : 0;
        }
      }
    }

    double decades = -Math.log10((rare + 1.0) / readings);

    assertThat(decades).isBetween(2.5, 3.7);
  }

  @Test
  void step_ofTenDeviations_isAtOnceARareSurprise() {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      SeriesDetector detector = new SeriesDetector();
      for (int i = 0; i < 2_000; i++) {
        detector.observe(i * 60_000L, random.nextGaussian());
      }

      double most = 0;
      for (int i = 0; i < 5; i++) {
        most = Math.max(most, detector.observe(i * 60_000L, 10 + random.nextGaussian()).decades());
      }

      assertThat(most).as("seed %d", seed).isGreaterThan(5.5);
    }
  }

  @Test
  void youngSeries_beforeItsWarmUp_isNeverSurprised() {
    SeriesDetector detector = new SeriesDetector();

    for (int i = 0; i < SeriesDetector.WARM_UP_READINGS; i++) {
      assertThat(detector.observe(i * 60_000L, i == 50 ? 1e9 : 1).decades()).isZero();
    }
  }

  @Test
  void constantSeries_atAnyLength_staysFinite() {
    SeriesDetector detector = new SeriesDetector();

    for (int i = 0; i < 10_000; i++) {
      Surprise surprise = detector.observe(i * 60_000L, 5);
      assertThat(surprise.decades()).isFinite();
      assertThat(surprise.expectedLow()).isLessThanOrEqualTo(5);
      assertThat(surprise.expectedHigh()).isGreaterThanOrEqualTo(5);
    }
    assertThat(detector.observe(10_000 * 60_000L, 6).decades()).isGreaterThan(4);
  }

  @Test
  void writtenAndRead_inTheMiddle_goesOnTheSame() throws IOException {
    Random random = new Random(5);
    SeriesDetector detector = new SeriesDetector();
    for (int i = 0; i < 3_000; i++) {
      detector.observe(i * 60_000L, random.nextGaussian());
    }
    byte[] bytes = TestBytes.of(detector::write);

    SeriesDetector read = SeriesDetector.read(TestBytes.in(bytes), SensorWatch.LAYOUT);

    assertThat(bytes.length).isLessThan(6_144);
    for (int i = 0; i < 1_000; i++) {
      double value = random.nextGaussian();
      assertThat(read.observe(i * 60_000L, value)).isEqualTo(detector.observe(i * 60_000L, value));
    }
  }
}
