package io.gemba.site;

import static io.gemba.site.Mistakes.FILE;
import static io.gemba.site.Mistakes.failure;
import static io.gemba.site.Mistakes.paths;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.yaml.InvalidFileException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Contracts, terms of people, pairs, breaks and prices of rosters in a site file. */
class RosterTermsTest {
  private static final String TERMS =
      """
          terms:
            contract: part-time
            levels:
              - {skill: line, level: 3}
            wishes:
              - {weekday: FRIDAY, shift: N, wanted: false, cents: 3000}
              - {day: 2026-12-05, wanted: true, cents: 5000}
        - id: bram
          name: Bram
          place: plant
          skills: [line]
          contractHours: 20
          maximumHours: 24
          hourlyCents: 2200
          overtimeFactor: 1.5
      shifts:
      """;

  private static final String ROSTERING =
      """
      rostering:
        contracts:
          - id: part-time
            weekHours: {least: 16, most: 24}
            weekShifts: {most: 4}
            workDays: {most: 5}
            freeDays: {least: 2}
            weekends: {most: 1}
            nights: {most: 3}
            restHours: 12
            forbidden:
              - days: [N, free, E / N]
              - {days: [N, E], cents: 4000}
            overtime:
              - {aboveHours: 4, factor: 1.75}
              - {aboveHours: 8, factor: 2}
        pairs:
          - {first: anna, second: bram, together: false, centsPerHour: 500}
        changes:
          cents: 1500
          notices:
            - {days: 2, cents: 6000}
            - {days: 7, cents: 3000}
        fairness: {centsPerNight: 800, centsPerWeekend: 1200}
        underSteps:
          - {heads: 1, centsPerHour: 12000}
        overSteps:
          - {heads: 2, centsPerHour: 600}
      """;

  private static String yaml() {
    return TestSite.yaml()
            .replace("shifts:\n", TERMS)
            .replace(
                "    unpaidBreakMinutes: 30\n  - code: N",
                """
                    unpaidBreakMinutes: 0
                    places: [plant]
                    skills: [line]
                    breaks:
                      - {afterMinutes: 120, minutes: 15, paid: true}
                      - {afterMinutes: 240, minutes: 30, paid: false}
                  - code: N\
                """)
            .replace(
                "    minimumHeads: 2\n",
                "    minimumHeads: 2\n    lead: {level: 2, heads: 1, centsPerHour: 1500}\n")
        + ROSTERING;
  }

  @Test
  void everything_isRead() {
    Site site = SiteFile.parse(FILE, yaml());

    Contract contract = site.rostering().contracts().get(0);
    Person.Terms terms = site.people().get(0).terms();
    assertThat(contract.weekHours()).isEqualTo(new Contract.Hours(16.0, 24.0));
    assertThat(contract.freeDays()).isEqualTo(new Contract.Count(2, null));
    assertThat(contract.forbidden().get(1).cents()).isEqualTo(4000);
    assertThat(Contract.Sequence.words(contract.forbidden().get(0).days().get(2)))
        .containsExactly("E", "N");
    assertThat(contract.overtime())
        .extracting(Contract.OvertimeStep::factor)
        .containsExactly(1.75, 2.0);
    assertThat(terms.contract()).isEqualTo("part-time");
    assertThat(terms.levels()).containsExactly(new Person.SkillLevel("line", 3));
    assertThat(terms.wishes().get(0))
        .isEqualTo(new Person.Wish(null, DayOfWeek.FRIDAY, "N", false, 3000));
    assertThat(terms.wishes().get(1).isFor(LocalDate.of(2026, 12, 5))).isTrue();
    assertThat(site.people().get(1).terms()).isEqualTo(Person.Terms.NONE);
    assertThat(site.rostering().changes().notices())
        .containsExactly(new Rostering.Notice(2, 6000), new Rostering.Notice(7, 3000));
    assertThat(site.rostering().fairness()).isEqualTo(new Rostering.Fairness(800, 1200));
    assertThat(site.shifts().get(0).paidMinutes()).isEqualTo(450);
    assertThat(site.shifts().get(0).isFor("plant", "drive")).isFalse();
    assertThat(site.labour().get(0).lead()).isEqualTo(new LabourStandard.Lead(2, 1, 1500));
  }

  @Test
  void fileWithoutAny_hasNone() {
    Site site = SiteFile.parse(FILE, TestSite.yaml());

    assertThat(site.rostering()).isEqualTo(Rostering.NONE);
    assertThat(site.rostering().changes().cents()).isEqualTo(1000);
    assertThat(site.rostering().fairness()).isEqualTo(Rostering.Fairness.NONE);
    assertThat(site.people().get(0).terms()).isEqualTo(Person.Terms.NONE);
  }

  @Test
  void mistakesOfPeopleAndShifts_areAllReported() {
    String text =
        yaml()
            .replace("contract: part-time", "contract: parttime")
            .replace("{skill: line, level: 3}", "{skill: pick, level: 3}")
            .replace("shift: N, wanted: false", "shift: X, wanted: false")
            .replace("{day: 2026-12-05, wanted", "{wanted")
            .replace("afterMinutes: 240", "afterMinutes: 130")
            .replace("places: [plant]", "places: [works]")
            .replace("skills: [line]\n    breaks", "skills: [lines]\n    breaks");

    InvalidFileException problem = failure(text);

    assertThat(paths(problem))
        .containsExactly(
            "people[0].terms.contract",
            "people[0].terms.levels[0].skill",
            "people[0].terms.wishes[0].shift",
            "people[0].terms.wishes[1]",
            "shifts[0].places[0]",
            "shifts[0].skills[0]",
            "shifts[0].breaks[1].afterMinutes",
            "labour[0].lead.level");
    assertThat(problem)
        .hasMessageContaining("'parttime' is not among the rostering.contracts. Known: part-time.")
        .hasMessageContaining("'pick' is not among the skills of this person. Known: drive, line.")
        .hasMessageContaining("A wish is for a day or for a weekday. Give one of them.")
        .hasMessageContaining("130 to 160 minutes of 'E' must lie within its 480 minutes")
        .hasMessageContaining("Nobody at 'plant' knows 'line' at level 2.");
  }

  @Test
  void mistakesOfContractsAndPrices_areAllReported() {
    String text =
        yaml()
            .replace("weekHours: {least: 16, most: 24}", "weekHours: {least: 26, most: 24}")
            .replace("freeDays: {least: 2}", "freeDays: {most: 0}")
            .replace("days: [N, E], cents", "days: [N, X], cents")
            .replace("{aboveHours: 8, factor: 2}", "{aboveHours: 4, factor: 2}")
            .replace("second: bram", "second: bob")
            .replace("{days: 7, cents: 3000}", "{days: 1, cents: 3000}")
            .replace("{heads: 1, centsPerHour: 12000}", "{heads: 1, centsPerHour: 8000}");

    InvalidFileException problem = failure(text);

    assertThat(paths(problem))
        .containsExactly(
            "rostering.contracts[0].weekHours.least",
            "rostering.contracts[0].freeDays.most",
            "rostering.contracts[0].forbidden[1].days[1]",
            "rostering.contracts[0].overtime[1].aboveHours",
            "rostering.pairs[0].second",
            "rostering.changes.notices[1].days",
            "rostering.underSteps[0].centsPerHour");
    assertThat(problem)
        .hasMessageContaining("26.0 must not be above most (24.0).")
        .hasMessageContaining("'bob' is not among the people. Known: anna, bram.")
        .hasMessageContaining(
            "8000 must not be below the price of fewer heads (9000, from costs.underCoverCentsPerHour).");
  }

  @Test
  void leastOfAContractAboveThePersonsMost_isAnError() {
    String text = yaml().replace("weekHours: {least: 16, most: 24}", "weekHours: {least: 49}");

    assertThat(failure(text))
        .hasMessageContaining(
            "people[0].terms.contract: 'part-time' has at least 49.0 weekHours, 'anna' at most 48.0");
  }

  @Test
  void pairTwiceOrOfOnePerson_andWishForDayAndWeekday_areErrors() {
    String text =
        yaml()
            .replace(
                "centsPerHour: 500}\n",
                """
                centsPerHour: 500}
                    - {first: bram, second: anna, together: true}
                    - {first: anna, second: anna, together: true}
                """)
            .replace("{day: 2026-12-05, wanted", "{day: 2026-12-05, weekday: MONDAY, wanted");

    assertThat(paths(failure(text)))
        .containsExactly(
            "people[0].terms.wishes[1]", "rostering.pairs[1]", "rostering.pairs[2].second");
  }
}
