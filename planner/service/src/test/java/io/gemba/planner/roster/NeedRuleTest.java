package io.gemba.planner.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.ResourceChange;
import io.gemba.message.Workload;
import io.gemba.planner.TestSite;
import io.gemba.planner.resources.Absences;
import io.gemba.rosters.workload.HeadsCurve;
import io.gemba.site.LabourStandard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeedRuleTest {
  private static final LocalDate DAY = TestSite.TODAY;

  @Test
  void work_timesTheLabourStandard_isHeadsByHour() {
    // 250 units x 36 s = 2.5 hours of work in each of four hours
    List<Need> needs = needs(basis(List.of(pick(250)), Map.of(), List.of()));

    Need need = find(needs, "pick").orElseThrow();
    assertThat(need.need().subList(8, 12)).containsExactly(2, 3, 2, 3);
    assertThat(need.headHours()).isEqualTo(10);
  }

  @Test
  void uncertainWork_isPlannedAtTheShareOfDaysWorthCovering() {
    // (6000 - 2000) / (6000 + 400) = .625 lies .65625 of the way from the 10 % to the 90 % level
    List<Need> needs = needs(basis(List.of(between(100, 500)), Map.of(), List.of()));

    Need need = find(needs, "pick").orElseThrow();
    assertThat(need.need().get(8)).as("362.5 units x 36 s").isEqualTo(4);
    assertThat(need.low().get(8)).isEqualTo(1);
    assertThat(need.high().get(8)).isEqualTo(5);
  }

  @Test
  void customersWhoWait_areServedByAQueueOfPeople() {
    LabourStandard till =
        new LabourStandard(
            "till", "warehouse", "pick", 180, 0, List.of(), new LabourStandard.Queue(0.8, 20));

    // 40 customers of 3 minutes an hour are 2 erlangs: 4 people serve 86 % of them in 20 s
    assertThat(new HeadsCurve(60, List.of(WorkTask.of(till, pick(40)))).heads(0.5).subList(7, 13))
        .containsExactly(0, 4, 4, 4, 4, 0);
  }

  @Test
  void manyUnits_takeTheSecondsOfTheirStep() {
    LabourStandard steps =
        new LabourStandard(
            "pick", "warehouse", "pick", 36, 0, List.of(new LabourStandard.Step(200, 18)), null);

    assertThat(new HeadsCurve(60, List.of(WorkTask.of(steps, pick(100)))).heads(0.5).get(8))
        .isEqualTo(1);
    assertThat(new HeadsCurve(60, List.of(WorkTask.of(steps, pick(400)))).heads(0.5).get(8))
        .isEqualTo(2);
  }

  @Test
  void work_thatNobodyHasTheSkillFor_isLeftOut() {
    Workload elsewhere = TestSite.workload("north", "pick", DAY);

    List<Need> needs = needs(basis(List.of(elsewhere), Map.of(), List.of()));

    assertThat(find(needs, "pick")).isEmpty();
  }

  @Test
  void drivers_areOneForEachVan_inTheHoursOfTheBestShift() {
    List<Need> needs = needs(basis(List.of(), Map.of(), List.of()));

    Need need = find(needs, "drive").orElseThrow();
    assertThat(need.need().subList(5, 15)).containsExactly(0, 2, 2, 2, 2, 2, 2, 2, 2, 0);
  }

  @Test
  void drivers_onADayWithPublishedRoutes_areAsManyAsVansGoOut() {
    List<Need> needs = needs(basis(List.of(), Map.of(DAY, 1), List.of()));

    assertThat(find(needs, "drive").orElseThrow().need().get(8)).isEqualTo(1);
  }

  @Test
  void drivers_ofABrokenVan_areNotNeeded() {
    ResourceChange broken =
        new ResourceChange(
            "r1",
            ResourceChange.Kind.VEHICLE,
            "v1",
            false,
            TestSite.NOW,
            TestSite.NOW.plusSeconds(3600),
            "breakdown");
    RosterBasis basis =
        new RosterBasis(
            TestSite.site(), DAY, 1, List.of(), Absences.of(List.of(broken)), Map.of(), List.of());

    assertThat(find(needs(basis), "drive").orElseThrow().need().get(8)).isEqualTo(1);
  }

  @Test
  void extras_comeOnTop() {
    ExtraHeads extra = new ExtraHeads("rep", "plant", "line", DAY, 6, 9, 2);

    List<Need> needs = needs(basis(List.of(), Map.of(), List.of(extra)));

    Need need = find(needs, "line").orElseThrow();
    assertThat(need.need().subList(5, 10)).containsExactly(0, 2, 2, 2, 0);
  }

  /** Work of one hour with its 10 % and 90 % levels. */
  private static Workload between(double low, double high) {
    List<Double> least = new ArrayList<>(Collections.nCopies(24, 0.0));
    List<Double> most = new ArrayList<>(least);
    least.set(8, low);
    most.set(8, high);
    Workload row = pick(0);
    return new Workload(
        row.id(),
        row.place(),
        row.task(),
        row.day(),
        0,
        row.madeAt(),
        row.levels(),
        List.of(least, most),
        least);
  }

  private static Workload pick(double units) {
    return TestSite.workload("warehouse", "pick", DAY, 0, units);
  }

  private static RosterBasis basis(
      List<Workload> workload, Map<LocalDate, Integer> vans, List<ExtraHeads> extras) {
    return new RosterBasis(TestSite.site(), DAY, 1, workload, Absences.of(List.of()), vans, extras);
  }

  private static List<Need> needs(RosterBasis basis) {
    return new NeedRule(basis).needs();
  }

  private static Optional<Need> find(List<Need> needs, String skill) {
    return needs.stream().filter(need -> need.skill().equals(skill)).findFirst();
  }
}
