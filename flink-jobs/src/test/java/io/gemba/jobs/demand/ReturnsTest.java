package io.gemba.jobs.demand;

import static io.gemba.jobs.demand.DemandHarness.TODAY;
import static io.gemba.jobs.demand.DemandHarness.sale;
import static io.gemba.jobs.demand.DemandHarness.total;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.DeadLetter;
import io.gemba.message.Demand;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What customers bring back: negative and a return, or a dead letter. */
final class ReturnsTest {
  @RegisterExtension final DemandHarness harness = new DemandHarness();

  @Test
  void returns_lowerTheDemandOfTheirDay_inAnyOrder() throws Exception {
    List<Demand> messages = new ArrayList<>();
    for (int back = 10; back >= 1; back--) {
      messages.add(sale("s" + back, "soup", "a", TODAY.minusDays(back), 8));
      messages.add(back("r" + back, "soup", TODAY.minusDays(back), -3));
    }
    messages.add(sale("today", "soup", "a", TODAY, 1));
    Collections.shuffle(messages, new Random(5));

    harness.takeAll(messages);
    harness.takeAll(messages);
    harness.quiet(1_000);

    assertThat(harness.last().get("soup@a").mean().get(0)).isCloseTo(5, within(0.05));
    assertThat(harness.refused()).isEmpty();
  }

  @Test
  void moreReturnedThanSold_isADayWithoutDemand_notANegativeOne() throws Exception {
    for (int back = 10; back >= 1; back--) {
      harness.take(sale("s" + back, "soup", "a", TODAY.minusDays(back), 2));
      harness.take(back("r" + back, "soup", TODAY.minusDays(back), -5));
    }
    harness.take(sale("today", "soup", "a", TODAY, 1));
    harness.quiet(1_000);

    assertThat(harness.last().get("soup@a").mean()).allSatisfy(mean -> assertThat(mean).isZero());
  }

  @Test
  void returnOfToday_completesNoDay() throws Exception {
    harness.take(total("soup", "a", TODAY.minusDays(3), 5, 0));
    harness.quiet(2);

    harness.take(back("r", "soup", TODAY, -1));
    harness.quiet(20);

    assertThat(harness.last().get("soup@a").origin()).isEqualTo(TODAY.minusDays(3));
  }

  @Test
  void returnBeyondMeasure_becomesADeadLetter() throws Exception {
    harness.take(back("r", "soup", TODAY, -1e9));

    assertThat(harness.refused())
        .extracting(DeadLetter::reason)
        .singleElement()
        .satisfies(reason -> assertThat(reason).contains("quantity (-1.0E9)"));
  }

  @Test
  void negativeWithoutBeingAReturn_cannotBeRead_andSaysWhatToSend() {
    assertThatThrownBy(() -> read("SALE", "-2"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("quantity (-2.0) must not be negative")
        .hasMessageContaining("Send what comes back as RETURN");
    assertThatThrownBy(() -> read("DAY_TOTAL", "-2")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("RETURN", "2"))
        .hasMessageContaining("quantity (2.0) of a RETURN must be below 0");
    assertThatThrownBy(() -> read("RETURN", "0")).isInstanceOf(IOException.class);
  }

  private static void read(String kind, String quantity) throws IOException {
    String json =
        "{\"id\":\"d\",\"kind\":\"%s\",\"item\":\"i\",\"place\":\"p\",\"at\":\"2026-11-22T04:00:00Z\","
            + "\"quantity\":%s,\"priceCents\":1,\"promotion\":false,\"revision\":0}";
    MessageTypes.decode(json.formatted(kind, quantity).getBytes(UTF_8), Demand.class);
  }

  private static Demand back(String id, String item, LocalDate day, double units) {
    Demand sold = sale(id, item, "a", day, 1);
    return new Demand(
        id, Demand.Kind.RETURN, item, "a", sold.at(), units, sold.priceCents(), false, 0);
  }
}
