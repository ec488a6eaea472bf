package io.gemba.jobs.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.TestJob;
import io.gemba.jobs.TestShop;
import io.gemba.jobs.stream.TestSink;
import io.gemba.message.CapacityLoss;
import io.gemba.message.DeadLetter;
import io.gemba.message.Forecast;
import io.gemba.message.Order;
import io.gemba.message.Overstock;
import io.gemba.message.Replenishment;
import io.gemba.message.Stock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The whole graph on a MiniCluster, without a broker. */
final class InventoryJobTest {
  private final Instant now = Instant.now();

  @Test
  void lineDownAndOneShopLow_proposesThereWithTheLossAsCause_andTellsWhatIsTooMuchElsewhere()
      throws Exception {
    TestSink<Replenishment> proposals = new TestSink<>();
    TestSink<Overstock> overstocks = new TestSink<>();
    TestSink<DeadLetter> deadLetters = new TestSink<>();
    StreamExecutionEnvironment env = TestJob.environment();
    InventoryJob.Results results =
        InventoryJob.build(
            new InventoryJob.Inputs(
                TestJob.stream(
                    env,
                    Forecast.class,
                    List.of(forecast("soup", "a"), forecast("soup", "b"), forecast("hummus", "c"))),
                TestJob.stream(
                    env,
                    Stock.class,
                    List.of(
                        count("soup", "a", 120),
                        count("soup", "b", 8),
                        count("hummus", "c", 400),
                        count("caviar", "a", 1))),
                TestJob.stream(env, Order.class, List.of(delivery())),
                TestJob.stream(env, CapacityLoss.class, List.of(loss()))),
            TestShop.site());
    results.proposals().sinkTo(proposals).uid("proposals");
    results.overstocks().sinkTo(overstocks).uid("overstocks");
    results.deadLetters().sinkTo(deadLetters).uid("dead-letters");

    TestJob.runUntil(
        env,
        () ->
            proposals.written().stream().anyMatch(proposal -> !proposal.causes().isEmpty())
                && proposals.written().stream().anyMatch(proposal -> proposal.place().equals("a"))
                && !overstocks.written().isEmpty()
                && !deadLetters.written().isEmpty());

    var last =
        proposals.written().stream()
            .collect(Collectors.toMap(Replenishment::place, proposal -> proposal, (x, y) -> y));
    assertThat(last.get("a").quantity()).isZero();
    assertThat(last.get("b").causes()).containsExactly("stop-1");
    assertThat(last.get("b").lostUnits()).isEqualTo(10);
    assertThat(overstocks.written())
        .as("120 soups are sold in time, 400 hummus are not")
        .allSatisfy(
            over -> {
              assertThat(over.item() + "@" + over.place()).isEqualTo("hummus@c");
              assertThat(over.onHand()).isEqualTo(400);
              assertThat(over.expiringUnits()).isBetween(200.0, 300.0);
              assertThat(over.wasteCents()).isEqualTo(Math.round(100 * over.expiringUnits()));
            });
    assertThat(deadLetters.written())
        .singleElement()
        .satisfies(letter -> assertThat(letter.reason()).contains("caviar"));
  }

  private Forecast forecast(String item, String place) {
    List<Double> levels = List.of(0.1, 0.5, 0.9, 0.99);
    List<List<Double>> cumulative = List.of(rising(0.6), rising(1), rising(1.4), rising(1.8));
    return new Forecast(
        item + "@" + place,
        item,
        place,
        LocalDate.now(TestShop.ZONE).minusDays(1),
        0,
        now,
        "test",
        Collections.nCopies(28, 10.0),
        levels,
        cumulative,
        cumulative);
  }

  private static List<Double> rising(double factor) {
    return DoubleStream.iterate(10 * factor, units -> units + 10 * factor)
        .limit(28)
        .boxed()
        .toList();
  }

  private Stock count(String item, String place, double units) {
    return new Stock(item + place, Stock.Kind.COUNT, item, place, now, units, 0, "count");
  }

  private Order delivery() {
    return new Order(
        "d",
        Order.Kind.DELIVERY,
        Order.Status.OPEN,
        "warehouse",
        "b",
        now,
        now,
        now.plusSeconds(60),
        List.of(new Order.Line("soup", 500)),
        1,
        1,
        1,
        List.of());
  }

  private CapacityLoss loss() {
    return new CapacityLoss(
        "stop-1",
        0,
        "filler-1",
        "line-1",
        "bearing",
        now,
        now.plusSeconds(600),
        true,
        "soup",
        10,
        5,
        List.of("episode-1"));
  }
}
