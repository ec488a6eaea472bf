package io.gemba.planner.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.ResourceChange;
import io.gemba.message.Workload;
import io.gemba.planner.TestSite;
import io.gemba.planner.resources.Absences;
import java.time.LocalDate;
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
