package io.gemba.forecast.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.forecast.panel.PriceCalendar.Range;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PriceCalendarTest {
  private static final Range RISE = new Range("rise", 0, 100, PriceCalendar.OPEN, 350, false);
  private static final Range PROMOTION = new Range("promotion", 0, 110, 115, 200, false);

  @Test
  void promotion_interruptsThePriceItStandsIn() {
    PriceRuns runs = PriceCalendar.NONE.with(RISE).with(PROMOTION).runs(300);

    assertThat(runs.at(99)).isEqualTo(300);
    assertThat(runs.at(109)).isEqualTo(350);
    assertThat(runs.at(110)).isEqualTo(200);
    assertThat(runs.at(115)).isEqualTo(200);
    assertThat(runs.at(116)).isEqualTo(350);
    assertThat(runs.daysAtPrice(113)).isEqualTo(3);
    assertThat(runs.mean(108, 112)).isEqualTo(275);
  }

  @Test
  void none_isTheUsualPrice() {
    assertThat(PriceCalendar.NONE.runs(300).at(5)).isEqualTo(300);
  }

  @Test
  void higherRevision_replaces_andWithdrawnStaysGone() {
    PriceCalendar calendar =
        PriceCalendar.NONE.with(PROMOTION).with(new Range("promotion", 1, 110, 112, 250, false));
    PriceCalendar withdrawn = calendar.with(new Range("promotion", 2, 110, 112, 250, true));

    assertThat(calendar.runs(300).at(112)).isEqualTo(250);
    assertThat(calendar.runs(300).at(113)).isEqualTo(300);
    assertThat(withdrawn.runs(300).at(111)).isEqualTo(300);
    assertThat(withdrawn.with(PROMOTION)).isSameAs(withdrawn);
  }

  @Test
  void anyOrder_isTheSameCalendar_alsoWhenItOverflows() throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      List<Range> ranges = new ArrayList<>();
      for (int i = 0; i < 130; i++) {
        int from = random.nextInt(1000);
        ranges.add(
            new Range("p" + i, 0, from, from + random.nextInt(60), random.nextInt(500), false));
      }
      PriceCalendar inOrder = of(ranges);

      Collections.shuffle(ranges, random);

      assertThat(bytes(of(ranges))).as("seed %d", seed).isEqualTo(bytes(inOrder));
      assertThat(inOrder.ranges()).hasSize(PriceCalendar.MOST);
    }
  }

  @Test
  void writtenAndRead_isTheSame() throws IOException {
    PriceCalendar calendar = of(List.of(RISE, PROMOTION));

    PriceCalendar read =
        PriceCalendar.read(new DataInputStream(new ByteArrayInputStream(bytes(calendar))));

    assertThat(read.ranges()).isEqualTo(calendar.ranges());
    assertThat(calendar.with(RISE)).isSameAs(calendar);
  }

  private static PriceCalendar of(List<Range> ranges) {
    PriceCalendar calendar = PriceCalendar.NONE;
    for (Range range : ranges) {
      calendar = calendar.with(range);
    }
    return calendar;
  }

  private static byte[] bytes(PriceCalendar calendar) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    calendar.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
