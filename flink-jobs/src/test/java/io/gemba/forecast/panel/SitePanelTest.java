package io.gemba.forecast.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.jobs.TestShop;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SitePanelTest {
  private static final SitePanel SITE = new SitePanel(TestShop.site());
  private static final int CHRISTMAS = (int) LocalDate.of(2026, 12, 25).toEpochDay();

  @Test
  void of_rowThatLags_isUnknownAfterItsOrigin() {
    Panel panel =
        SITE.of(
            List.of(
                new SitePanel.Row("soup", "a", 100, new float[] {1, 2, 3, 4, 5}),
                new SitePanel.Row("feta", "a", 98, new float[] {6, 7, 8, 9, 10})),
            100,
            4);

    assertThat(panel.firstDay()).isEqualTo(97);
    assertThat(panel.units()[0]).containsExactly(2, 3, 4, 5);
    assertThat(panel.units()[1]).containsExactly(9, 10, Float.NaN, Float.NaN);
  }

  @Test
  void of_panelLongerThanTheRow_isUnknownBefore() {
    Panel panel = SITE.of(List.of(new SitePanel.Row("soup", "a", 100, new float[] {4, 5})), 100, 3);

    assertThat(panel.units()[0]).containsExactly(Float.NaN, 4, 5);
  }

  @Test
  void of_item_belongsToItsSourceAtItsPrice() {
    Panel panel = SITE.of(List.of(new SitePanel.Row("feta", "b", 100, new float[1])), 100, 1);

    assertThat(panel.members().get(0).group()).isEqualTo("al-bayrak@b");
    assertThat(panel.prices().get(0).at(100)).isEqualTo(300);
  }

  @Test
  void of_holiday_isAnEventAndClosed() {
    DayKinds kinds = SITE.of(List.of(), 0, 1).kinds();

    assertThat(kinds.eventOn(CHRISTMAS)).isEqualTo(1);
    assertThat(kinds.isClosed(CHRISTMAS)).isTrue();
    assertThat(kinds.previousOf(1, CHRISTMAS + 365)).isEqualTo(CHRISTMAS);
    assertThat(kinds.eventOn(CHRISTMAS + 1)).isEqualTo(DayKinds.NONE);
  }

  @Test
  void of_unknownItem_isNamed() {
    assertThatThrownBy(
            () -> SITE.of(List.of(new SitePanel.Row("caviar", "a", 1, new float[1])), 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("caviar");
  }
}
