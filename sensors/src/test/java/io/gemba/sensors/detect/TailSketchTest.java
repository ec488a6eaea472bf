package io.gemba.sensors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class TailSketchTest {

  @Test
  void exponentialValues_farInTheTail_areAsRareAsTheyAre() {
    Random random = new Random(4);
    TailSketch sketch = new TailSketch();
    for (int i = 0; i < 50_000; i++) {
      sketch.add(-Math.log(1 - random.nextDouble()));
    }

    for (int decades = 1; decades <= 5; decades++) {
      double value = decades * Math.log(10);
      assertThat(sketch.surprise(value)).as("%d decades", decades).isCloseTo(decades, within(0.6));
    }
  }

  @Test
  void paretoValues_farInTheTail_areNotTakenForAnExponentialTail() {
    Random random = new Random(4);
    TailSketch sketch = new TailSketch();
    for (int i = 0; i < 50_000; i++) {
      sketch.add(Math.pow(1 - random.nextDouble(), -0.3));
    }

    // one in 100,000 would be one in 40,000,000,000
    assertThat(sketch.surprise(Math.pow(10, 0.3 * 3))).isCloseTo(3, within(0.4));
    assertThat(sketch.surprise(Math.pow(10, 0.3 * 5))).isBetween(5.0, 7.5);
  }

  @Test
  void greaterValue_isNeverLessOfASurprise() {
    Random random = new Random(5);
    TailSketch sketch = new TailSketch();
    for (int i = 0; i < 5_000; i++) {
      sketch.add(Math.abs(random.nextGaussian()));
    }

    double before = 0;
    for (double value = 0; value < 6; value += 0.01) {
      double now = sketch.surprise(value);
      assertThat(now).as("at %s", value).isGreaterThanOrEqualTo(before - 0.1);
      before = Math.max(before, now);
    }
  }

  @Test
  void valueThatIsMostlyNothing_whenItIsSomething_isAsRareAsThat() {
    TailSketch sketch = new TailSketch();
    for (int i = 0; i < 5_000; i++) {
      sketch.add(i % 500 == 0 ? 1 : 0);
    }

    assertThat(sketch.surprise(0)).isZero();
    assertThat(sketch.surprise(1)).isBetween(2.5, 3.5);
  }

  @Test
  void oldValues_fade() {
    TailSketch sketch = new TailSketch();
    for (int i = 0; i < 2_000; i++) {
      sketch.add(i % 10 == 0 ? 5 : 1);
    }
    double before = sketch.surprise(5);

    for (int i = 0; i < 60_000; i++) {
      sketch.add(1);
    }

    assertThat(before).isLessThan(2);
    assertThat(sketch.surprise(5)).isGreaterThan(4);
  }
}
