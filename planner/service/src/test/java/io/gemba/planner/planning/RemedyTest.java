package io.gemba.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Order;
import io.gemba.message.Replenishment;
import io.gemba.planner.TestSite;
import io.gemba.planner.roster.ExtraHeads;
import io.gemba.planner.roster.Need;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemedyTest {
  private static final LocalDate TOMORROW = TestSite.TODAY.plusDays(1);

  private final Remedy remedy =
      new Remedy(TestSite.site(), LocalDateTime.ofInstant(TestSite.NOW, ZoneOffset.UTC));

  @Test
  void lostUnits_becomeHoursOnTheLine_fromTomorrow() {
    // 1000 units x 36 s = 10 hours: a whole early shift of eight and two hours the day after
    List<ExtraHeads> extras = remedy.shifts(List.of(shortage("hummus", "north", 1000)));

    assertThat(extras)
        .extracting(ExtraHeads::day, ExtraHeads::fromHour, ExtraHeads::toHour)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(TOMORROW, 6, 14),
            org.assertj.core.groups.Tuple.tuple(TOMORROW.plusDays(1), 6, 8));
    assertThat(extras).extracting(ExtraHeads::skill).containsOnly("line");
  }

  @Test
  void eachPlaceThatRunsShort_getsOneReload() {
    List<Order> reloads =
        remedy.reloads(
            List.of(
                shortage("hummus", "north", 32),
                shortage("soup", "north", 16),
                shortage("hummus", "warehouse", 500)),
            TOMORROW);

    assertThat(reloads).hasSize(1);
    assertThat(reloads.get(0).to()).isEqualTo("north");
    assertThat(reloads.get(0).lines()).hasSize(2);
    assertThat(reloads.get(0).boxes()).isEqualTo(3);
    assertThat(reloads.get(0).causes()).containsExactly("rep-hummus-north", "rep-soup-north");
  }

  @Test
  void itemThatNoLineMakes_needsNoShift() {
    assertThat(remedy.shifts(List.of(shortage("gold", "north", 10)))).isEmpty();
  }

  @Test
  void surge_isMoreThanATenth() {
    List<Need> before = List.of(need(10));

    assertThat(Surge.of(before, List.of(need(11)), TestSite.TODAY)).isEmpty();
    assertThat(Surge.of(before, List.of(need(12)), TestSite.TODAY))
        .hasValue("Work for pick at warehouse is up by 20 %.");
    assertThat(Surge.of(before, List.of(need(5)), TestSite.TODAY)).isEmpty();
    assertThat(Surge.of(before, List.of(need(12)), TOMORROW)).isEmpty();
  }

  private static Need need(int heads) {
    List<Integer> hours = Collections.nCopies(24, heads);
    return new Need("warehouse", "pick", TestSite.TODAY, hours, hours, hours);
  }

  private static Replenishment shortage(String item, String place, double units) {
    return TestSite.replenishment(item, place, 5000, units, List.of("loss"));
  }
}
