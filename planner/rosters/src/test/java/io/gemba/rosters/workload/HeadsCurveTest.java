package io.gemba.rosters.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gemba.rosters.workload.HeadsCurve.Task;
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
  private static final double MIDDLE = 0.5;
  private static final Linear MINUTE = new Linear(60, 1);

  private static List<Integer> heads(int minutes, LabourStandard standard, double... units) {
    return new HeadsCurve(minutes, List.of(new Task(standard, 0, volumes(units)))).heads(MIDDLE);
  }

  private static List<Volume> volumes(double... units) {
    List<Volume> volumes = new ArrayList<>();
    for (double one : units) {
      volumes.add(Volume.of(one));
    }
    return volumes;
  }

  @Test
  void halfHoursOfWork_waitInsteadOfBeingRoundedUp() {
    // 15 minutes hold 15 units of a minute: half a head in each of four quarters is two in all
    assertThat(heads(15, MINUTE, 7.5, 7.5, 7.5, 7.5)).containsExactly(0, 1, 0, 1);
    assertThat(heads(15, MINUTE, 7.5, 7.5, 7.5, 0)).containsExactly(0, 1, 1, 0);
    assertThat(heads(15, MINUTE, 0, 0)).containsExactly(0, 0);
  }

  @Test
  void leastPeople_areThereWhileThereIsWork() {
    Task task = new Task(MINUTE, 2, volumes(0, 10, 95, 0));

    assertThat(new HeadsCurve(30, List.of(task)).heads(MIDDLE)).containsExactly(0, 2, 4, 0);
  }

  @Test
  void leastPeople_ofTasksOfOneSkill_areTheLargestNumberNotTheSum() {
    Task one = new Task(MINUTE, 2, volumes(0, 10));
    Task other = new Task(MINUTE, 1, volumes(10, 10));

    assertThat(new HeadsCurve(60, List.of(one, other)).heads(MIDDLE)).containsExactly(2, 2);
  }

  @Test
  void tasksOfOneSkill_fillAnIntervalTogether() {
    Task one = new Task(MINUTE, 0, volumes(30, 0));
    Task other = new Task(new Linear(120, 1), 0, volumes(15, 0));

    assertThat(new HeadsCurve(60, List.of(one, other)).heads(MIDDLE)).containsExactly(1, 0);
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

      int heads = heads(15, MINUTE, units).stream().mapToInt(Integer::intValue).sum();

      assertThat((double) heads).as("seed 4, run %d", run).isBetween(work - 1e-6, work + 1);
    }
  }

  @Test
  void dearShortage_coversAHigherQuantile() {
    Volume volume = new Volume(List.of(0.1, 0.5, 0.9), List.of(60.0, 120.0, 300.0));
    HeadsCurve curve = new HeadsCurve(60, List.of(new Task(MINUTE, 0, List.of(volume))));

    // nine to one is the 90 % quantile, even prices the middle: 300 and 120 minutes in an hour
    assertThat(new CoverPrices(9_000, 1_000).coveredShare()).isCloseTo(0.9, within(1e-12));
    assertThat(curve.heads(new CoverPrices(9_000, 1_000).coveredShare())).containsExactly(5);
    assertThat(curve.heads(new CoverPrices(2_000, 2_000).coveredShare())).containsExactly(2);
    assertThat(volume.at(0.7)).isCloseTo(210, within(1e-9));
  }

  @Test
  void utilisation_makesTheSameVolumeMoreWork() {
    assertThat(new Linear(60, 0.75).people(90)).isCloseTo(2, within(1e-12));
  }

  @Test
  void steps_holdForTheVolumeOfAnHour() {
    Stepped stepped = new Stepped(List.of(new Step(0, 90), new Step(100, 45)));

    assertThat(stepped.people(80)).isCloseTo(2, within(1e-12));
    assertThat(stepped.people(120)).isCloseTo(1.5, within(1e-12));
    // 20 units in 15 minutes are 80 an hour, 2 people
    assertThat(heads(15, stepped, 20)).containsExactly(2);
  }

  @Test
  void queue_isRoundedUpInEachIntervalAndNothingWaits() {
    Queue queue = new Queue(180, 0.8, 20);

    // 10 calls of 3 minutes in 15 minutes are 2 erlangs: 4 people serve 86 % in 20 s
    assertThat(heads(15, queue, 10, 0, 10)).containsExactly(4, 0, 4);
  }

  @Test
  void queue_besideOtherWork_keepsItsPeopleFreeForIt() {
    Task calls = new Task(new Queue(180, 0.8, 20), 0, volumes(40, 0));
    Task packing = new Task(MINUTE, 0, volumes(30, 30));

    assertThat(new HeadsCurve(60, List.of(calls, packing)).heads(MIDDLE)).containsExactly(4, 1);
  }

  @Test
  void fixed_isThereAllDay() {
    assertThat(heads(60, new Fixed(2), 0, 500, 0)).containsExactly(2, 2, 2);
  }

  @Test
  void expectedPrice_isConvexWithItsLeastAtTheQuantile() {
    // the need is spread evenly from 1 to 5 people between the 10 % and 90 % levels
    Volume volume = new Volume(List.of(0.1, 0.9), List.of(60.0, 300.0));

    for (double under : Stream.of(1_000.0, 3_000.0, 9_000.0).toList()) {
      List<Double> cents = new CoverPrices(under, 1_000).expectedCents(MINUTE, volume, 60, 7);
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
    // 60 minutes of work in half an hour are 2 people; half an hour of each one costs
    List<Double> cents = new CoverPrices(3_000, 1_000).expectedCents(MINUTE, Volume.of(60), 30, 3);
    assertThat(cents.get(0)).isCloseTo(3_000, within(1e-6));
    assertThat(cents.get(1)).isCloseTo(1_500, within(1e-6));
    assertThat(cents.get(2)).isCloseTo(0, within(1e-6));
    assertThat(cents.get(3)).isCloseTo(500, within(1e-6));
  }

  @Test
  void wrongInput_namesTheValue() {
    Task one = new Task(MINUTE, 0, volumes(1));
    Task longer = new Task(MINUTE, 0, volumes(1, 2));
    assertThatThrownBy(() -> new HeadsCurve(25, List.of(one))).hasMessageContaining("(25)");
    assertThatThrownBy(() -> new HeadsCurve(15, List.of())).hasMessageContaining("[]");
    assertThatThrownBy(() -> new HeadsCurve(15, List.of(one, longer)))
        .hasMessageContaining("[1, 2]");
    assertThatThrownBy(() -> new Task(MINUTE, -1, volumes(1))).hasMessageContaining("(-1)");
    assertThatThrownBy(() -> new CoverPrices(0, 1)).hasMessageContaining("(0.0)");
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
