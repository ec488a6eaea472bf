package io.gemba.jobs.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.forecast.OpenDays;
import io.gemba.jobs.TestShop;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.Demand;
import io.gemba.message.Forecast;
import io.gemba.message.Json;
import io.gemba.site.Item;
import io.gemba.site.Site;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/**
 * What a day total costs from JSON to the ring, on one thread and without a broker. Counted in CPU
 * seconds, because other work on the machine is none of the operator's business.
 */
final class DemandThroughputTest {
  private static final int ITEMS = 60;
  private static final int SHOPS = 10;
  private static final int DAYS = 400;
  private static final LocalDate LAST = LocalDate.of(2026, 11, 21);

  @Test
  void backfill_jsonToRing_takesSixtyThousandRecordsACpuSecond() throws Exception {
    List<byte[]> records = records();
    KeyedOneInputStreamOperatorTestHarness<String, Demand, Forecast> harness = harness();
    try {
      harness.open();
      harness.setProcessingTime(1_795_000_000_000L);

      long start = cpuNanos();
      for (byte[] record : records) {
        harness.processElement(decode(record), 0);
      }
      double perSecond = records.size() / ((cpuNanos() - start) / 1e9);
      start = cpuNanos();
      harness.setProcessingTime(1_795_000_060_000L);
      double forecastsPerSecond = ITEMS * SHOPS / ((cpuNanos() - start) / 1e9);

      System.out.printf(
          "demand operator: %.0f records from JSON and %.0f forecasts a CPU second%n",
          perSecond, forecastsPerSecond);
      assertThat(harness.extractOutputValues()).hasSize(ITEMS * SHOPS);
      assertThat(perSecond).as("records a CPU second").isGreaterThan(60_000);
    } finally {
      harness.close();
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Demand decode(byte[] record) throws IOException {
    return MessageTypes.decode(record, Demand.class);
  }

  private static List<byte[]> records() {
    Random random = new Random(1);
    List<byte[]> records = new ArrayList<>();
    for (int back = DAYS - 1; back >= 0; back--) {
      for (int item = 0; item < ITEMS; item++) {
        for (int shop = 0; shop < SHOPS; shop++) {
          LocalDate day = LAST.minusDays(back);
          records.add(
              Json.write(
                  new Demand(
                      "i%d@s%d/%s".formatted(item, shop, day),
                      Demand.Kind.DAY_TOTAL,
                      "i" + item,
                      "s" + shop,
                      day.atTime(12, 0).atZone(TestShop.ZONE).toInstant(),
                      random.nextInt(12),
                      300,
                      false,
                      0)));
        }
      }
    }
    return records;
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Demand, Forecast> harness()
      throws Exception {
    List<Item> items =
        IntStream.range(0, ITEMS).mapToObj(i -> TestShop.item("i" + i, "line-1", 30)).toList();
    List<String> shops = IntStream.range(0, SHOPS).mapToObj(i -> "s" + i).toList();
    Site site = TestShop.with(items, shops);
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(
            new DemandOperator(
                new DemandIntake(site), new WorkPlaces(site), OpenDays.except(Set.of()))),
        Demand::place,
        Types.STRING);
  }
}
