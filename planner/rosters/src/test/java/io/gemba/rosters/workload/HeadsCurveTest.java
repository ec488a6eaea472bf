package io.gemba.rosters.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gemba.rosters.workload.HeadsCurve.Prices;
import io.gemba.rosters.workload.LabourStandard.Fixed;
import io.gemba.rosters.workload.LabourStandard.Linear;
import io.gemba.rosters.workload.LabourStandard.Queue;
import io.gemba.rosters.workload.LabourStandard.Step;
import io.gemba.rosters.workload.LabourStandard.Stepped;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeadsCurveTest {
  private static final Prices EVEN = new Prices(2_000, 2_000);
  private static final Linear MINUTE = new Linear(60, 1);

  private static List<Volume> volumes(double... units) {
    List<Volume> volumes = new ArrayList<>();
    for (double one : units) {
      volumes.add(Volume.of(one));
    }
    return volumes;
  }

  @Test
  void halfHoursOfWork_waitInsteadOfBeingRoundedUp() {
    HeadsCurve curve = new HeadsCurve(15, MINUTE, 0, EVEN);

    // 15 minutes hold 15 units of a minute: half a head in each of four quarters is two in all
    assertThat(curve.heads(volumes(7.5, 7.5, 7.5, 7.5))).containsExactly(0, 1, 0, 1);
    assertThat(curve.heads(volumes(7.5, 7.5, 7.5, 0))).containsExactly(0, 1, 1, 0);
    assertThat(curve.heads(volumes(0, 0))).containsExactly(0, 0);
  }

  @Test
  void leastPeople_areThereWhileThereIsWork() {
    HeadsCurve curve = new HeadsCurve(30, MINUTE, 2, EVEN);

    assertThat(curve.heads(volumes(0, 10, 95, 0))).containsExactly(0, 2, 4, 0);
  }

  @Test
  void day_isNeverMoreThanOneIntervalAboveItsWork() {
    Random random = new Random(4);
    for (int run = 0; run < 500; run++) {
      double[] units = random.doubles(96, 0, 60).toArray();
      double work = 0;
      for (double one : units) {
        work += one / 15;
      }

      int heads =
          new HeadsCurve(15, MINUTE, 0, EVEN)
              .heads(volumes(units)).stream().mapToInt(Integer::intValue).sum();

      assertThat((double) heads).isBetween(work - 1e-6, work + 1);
    }
  }

  @Test
  void dearShortage_coversAHigherQuantile() {
    Volume volume = new Volume(List.of(0.1, 0.5, 0.9), List.of(60.0, 120.0, 300.0));

    // nine to one is the 90 % quantile, even prices the middle: 300 and 120 minutes in an hour
    assertThat(new Prices(9_000, 1_000).coveredShare()).isCloseTo(0.9, within(1e-12));
    assertThat(new HeadsCurve(60, MINUTE, 0, new Prices(9_000, 1_000)).heads(List.of(volume)))
        .containsExactly(5);
    assertThat(new HeadsCurve(60, MINUTE, 0, EVEN).heads(List.of(volume))).containsExactly(2);
    assertThat(volume.at(0.7)).isCloseTo(210, within(1e-9));
  }

  @Test
  void utilisation_makesTheSameVolumeMoreWork() {
    assertThat(new HeadsCurve(60, new Linear(60, 0.75), 0, EVEN).work(90))
        .isCloseTo(2, within(1e-12));
  }

  @Test
  void steps_holdForTheVolumeOfAnHour() {
    Stepped stepped = new Stepped(List.of(new Step(0, 90), new Step(100, 45)));

    // 20 units in 15 minutes are 80 an hour at 90 s, 30 are 120 an hour at 45 s
    assertThat(new HeadsCurve(15, stepped, 0, EVEN).work(20)).isCloseTo(2, within(1e-12));
    assertThat(new HeadsCurve(15, stepped, 0, EVEN).work(30)).isCloseTo(1.5, within(1e-12));
  }

  @Test
  void queue_isRoundedUpInEachIntervalAndNothingWaits() {
    Queue queue = new Queue(180, 0.8, 20);

    // 10 calls of 3 minutes in 15 minutes are 2 erlangs: 4 people serve 86 % in 20 s
    assertThat(new HeadsCurve(15, queue, 0, EVEN).heads(volumes(10, 0, 10)))
        .containsExactly(4, 0, 4);
  }

  @Test
  void fixed_isThereAllDay() {
    assertThat(new HeadsCurve(60, new Fixed(2), 0, EVEN).heads(volumes(0, 500, 0)))
        .containsExactly(2, 2, 2);
  }

  @Test
  void expectedPrice_isConvexWithItsLeastAtTheQuantile() {
    // the need is spread evenly from 1 to 5 people between the 10 % and 90 % levels
    Volume volume = new Volume(List.of(0.1, 0.9), List.of(60.0, 300.0));

    for (double under : Stream.of(1_000.0, 3_000.0, 9_000.0).toList()) {
      HeadsCurve curve = new HeadsCurve(60, MINUTE, 0, new Prices(under, 1_000));
      List<Double> cents = curve.expectedCents(volume, 7);
      int least = 0;
      for (int people = 1; people <= 7; people++) {
        least = cents.get(people) < cents.get(least) ? people : least;
        if (people > 1) {
          double slope = cents.get(people) - cents.get(people - 1);
          assertThat(slope)
              .isGreaterThanOrEqualTo(cents.get(people - 1) - cents.get(people - 2) - 1e-6);
        }
      }
      assertThat((double) least).isCloseTo(volume.at(under / (under + 1_000)) / 60, within(0.51));
    }
  }

  @Test
  void knownVolume_costsItsDifferenceAlone() {
    HeadsCurve curve = new HeadsCurve(30, MINUTE, 0, new Prices(3_000, 1_000));

    // 60 minutes of work in half an hour are 2 people; half an hour of each one costs
    List<Double> cents = curve.expectedCents(Volume.of(60), 3);
    assertThat(cents.get(0)).isCloseTo(3_000, within(1e-6));
    assertThat(cents.get(1)).isCloseTo(1_500, within(1e-6));
    assertThat(cents.get(2)).isCloseTo(0, within(1e-6));
    assertThat(cents.get(3)).isCloseTo(500, within(1e-6));
  }

  @Test
  void wrongInput_namesTheValue() {
    assertThatThrownBy(() -> new HeadsCurve(25, MINUTE, 0, EVEN)).hasMessageContaining("(25)");
    assertThatThrownBy(() -> new HeadsCurve(15, MINUTE, -1, EVEN)).hasMessageContaining("(-1)");
    assertThatThrownBy(() -> new Prices(0, 1)).hasMessageContaining("(0.0)");
    assertThatThrownBy(() -> new Linear(60, 1.2)).hasMessageContaining("(1.2)");
    assertThatThrownBy(() -> new Linear(-1, 1)).hasMessageContaining("(-1.0)");
    assertThatThrownBy(() -> new Fixed(-2)).hasMessageContaining("(-2)");
    assertThatThrownBy(() -> new Queue(60, 1, 20)).hasMessageContaining("(1.0)");
    assertThatThrownBy(() -> new Stepped(List.of(new Step(5, 10)))).hasMessageContaining("0 units");
    assertThatThrownBy(() -> new Stepped(List.of(new Step(0, 10), new Step(0, 9))))
        .hasMessageContaining("rise");
    assertThatThrownBy(() -> new Volume(List.of(0.9, 0.1), List.of(1.0, 2.0)))
        .hasMessageContaining("[0.9, 0.1]");
    assertThatThrownBy(() -> new Volume(List.of(), List.of())).hasMessageContaining("(0)");
  }
}
