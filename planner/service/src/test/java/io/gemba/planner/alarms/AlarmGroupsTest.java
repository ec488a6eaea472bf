package io.gemba.planner.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.planner.alarms.AlarmGroups.Member;
import io.gemba.planner.alarms.AlarmGroups.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AlarmGroupsTest {
  private static final Instant START = Instant.parse("2026-11-23T07:00:00Z");

  @Test
  void sensorsOfOneMachine_thatBeginSoonAfterEachOther_areOneHeadedByTheEarliest() {
    Map<String, Place> places =
        AlarmGroups.of(
            List.of(
                alarm("current", "filler", "", 4),
                alarm("pressure", "filler", "", 0),
                alarm("flow", "filler", "", 2)));

    assertThat(places)
        .containsEntry("pressure", new Place("pressure", 0))
        .containsEntry("flow", new Place("pressure", 1))
        .containsEntry("current", new Place("pressure", 2));
  }

  @Test
  void alarm_exactlyAtTheEndOfTheTime_belongs_andAMinuteLaterBeginsItsOwn() {
    Map<String, Place> places =
        AlarmGroups.of(
            List.of(
                alarm("a", "filler", "", 0),
                alarm("b", "filler", "", AlarmGroups.TOGETHER_MINUTES),
                alarm("c", "filler", "", AlarmGroups.TOGETHER_MINUTES + 1)));

    assertThat(places.get("b")).isEqualTo(new Place("a", 1));
    assertThat(places.get("c")).isEqualTo(new Place("c", 0));
  }

  @Test
  void machinesOfOneLine_areOne_thoughALateSensorIsFarFromTheLinesFirst() {
    Map<String, Place> places =
        AlarmGroups.of(
            List.of(
                alarm("filler-a", "filler", "line-1", 0),
                alarm("packer-a", "packer", "line-1", 8),
                alarm("packer-b", "packer", "line-1", 17),
                alarm("mixer-a", "mixer", "line-2", 1)));

    assertThat(places.get("packer-a")).isEqualTo(new Place("filler-a", 1));
    assertThat(places.get("packer-b")).isEqualTo(new Place("filler-a", 2));
    assertThat(places.get("mixer-a")).isEqualTo(new Place("mixer-a", 0));
  }

  @Test
  void sensorsWithoutMachine_andMachinesWithoutLine_standAlone() {
    Map<String, Place> places =
        AlarmGroups.of(
            List.of(
                alarm("a", "", "", 0),
                alarm("b", "", "", 0),
                alarm("c", "filler", "", 0),
                alarm("d", "packer", "", 0)));

    assertThat(places.values()).extracting(Place::rank).containsOnly(0);
  }

  @Test
  void anyAlarms_inAnyOrder_areInOneGroupEach_rankedByOnset() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Member> alarms = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        int machine = random.nextInt(6);
        alarms.add(alarm("e" + i, "m" + machine, "l" + machine % 2, random.nextInt(90)));
      }
      Map<String, Place> places = AlarmGroups.of(alarms);
      Collections.shuffle(alarms, random);

      assertThat(AlarmGroups.of(alarms)).as("seed %d", seed).isEqualTo(places);
      Set<Place> seats = new HashSet<>(places.values());
      assertThat(seats).as("seed %d: no seat twice", seed).hasSize(30);
      for (Member one : alarms) {
        Place place = places.get(one.id());
        Member head =
            alarms.stream().filter(any -> any.id().equals(place.head())).findFirst().orElseThrow();
        assertThat(head.onset()).as("seed %d", seed).isBeforeOrEqualTo(one.onset());
        assertThat(head.line()).as("seed %d", seed).isEqualTo(one.line());
      }
    }
  }

  private static Member alarm(String id, String machine, String line, int minute) {
    return new Member(id, machine, line, START.plus(Duration.ofMinutes(minute)));
  }
}
