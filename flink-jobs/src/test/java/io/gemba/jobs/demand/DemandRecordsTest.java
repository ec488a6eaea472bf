package io.gemba.jobs.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.forecast.panel.Panel;
import io.gemba.jobs.TestShop;
import io.gemba.message.Demand;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DemandRecordsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final long NOON =
      TODAY.atTime(12, 0).atZone(TestShop.ZONE).toInstant().toEpochMilli();

  @Test
  void panel_anyOrder_holdsEveryDayOfEverySeries() {
    List<Demand> demand = TestModels.totals(YESTERDAY, TestModels::payday);
    Collections.shuffle(demand, new Random(3));
    DemandRecords records = new DemandRecords(TestShop.site(), NOON);
    demand.forEach(records::add);

    Panel panel = records.panel();

    assertThat(records.taken()).isEqualTo(9 * TestModels.DAYS);
    assertThat(panel.members()).hasSize(9);
    assertThat(panel.lastDay()).isEqualTo((int) YESTERDAY.toEpochDay());
    assertThat(panel.days()).isEqualTo(TestModels.DAYS);
    for (float[] row : panel.units()) {
      for (int day = 0; day < row.length; day++) {
        LocalDate date = LocalDate.ofEpochDay(panel.firstDay() + day);
        assertThat(row[day]).isEqualTo(TestModels.payday(date));
      }
    }
  }

  @Test
  void add_recordsTheJobRefuses_areLeftOut() {
    DemandRecords records = new DemandRecords(TestShop.site(), NOON);

    TestModels.totals(TODAY.plusDays(1000), TestModels::payday).stream()
        .filter(demand -> demand.at().toEpochMilli() > NOON + 2 * 86_400_000L)
        .forEach(records::add);

    assertThat(records.taken()).isZero();
    assertThatThrownBy(records::panel)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no complete day");
  }
}
