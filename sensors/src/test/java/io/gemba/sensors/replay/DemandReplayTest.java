package io.gemba.sensors.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.message.DeadLetter;
import io.gemba.message.Demand;
import io.gemba.message.Json;
import io.gemba.message.Stock;
import io.gemba.message.Topic;
import io.gemba.sensors.simulation.TopicWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandReplayTest {
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");
  private static final Clock TUESDAY =
      Clock.fixed(Instant.parse("2026-10-13T15:00:00Z"), ZoneId.of("UTC"));
  private static final Path M5 = Path.of(System.getProperty("gemba.data"), "forecast");

  @TempDir private Path folder;
  private final MockProducer<byte[], byte[]> log =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final List<RejectedRow> rejected = new ArrayList<>();
  private long lastReported;

  @Test
  void run_smallFolder_sendsEachDayOfEachSeriesOldestFirst() throws IOException {
    DemandReplay.Result result = replay(M5Files.write(folder), 0, false);

    List<Demand> demand = sent(Topic.DEMAND, Demand.class);
    assertThat(demand).hasSize(20);
    assertThat(demand).extracting(Demand::at).isSorted();
    assertThat(demand).extracting(Demand::id).doesNotHaveDuplicates();
    assertThat(demand.stream().filter(d -> d.item().equals("FOODS_1")).map(Demand::quantity))
        .containsExactly(3.0, 0.0, 0.0, 1.0, 4.0, 2.0, 0.0, 2.0, 0.0, 5.0);
    assertThat(result.totals()).isEqualTo(20);
    assertThat(result.counts()).isEqualTo(2);
    assertThat(lastReported).isEqualTo(22);
  }

  @Test
  void run_datesAreMoved_lastSundayAndTheSameWeekdays() throws IOException {
    DemandReplay.Result result = replay(M5Files.write(folder), 0, false);

    assertThat(result.lastDay()).isEqualTo(LocalDate.of(2026, 10, 11));
    assertThat(result.lastDay().getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    assertThat(sent(Topic.DEMAND, Demand.class))
        .extracting(d -> LocalDate.ofInstant(d.at(), ZONE))
        .startsWith(LocalDate.of(2026, 10, 2))
        .endsWith(LocalDate.of(2026, 10, 11));
  }

  @Test
  void run_ownDates_areKept() throws IOException {
    DemandReplay.Result result = replay(M5Files.write(folder), 3, true);

    assertThat(result.firstDay()).isEqualTo(LocalDate.of(2016, 1, 8));
    assertThat(result.lastDay()).isEqualTo(LocalDate.of(2016, 1, 10));
    assertThat(result.totals()).isEqualTo(6);
  }

  @Test
  void run_prices_followTheRunsAndTheNearestRunOutside() throws IOException {
    replay(M5Files.write(folder), 0, true);

    List<Demand> demand = sent(Topic.DEMAND, Demand.class);
    assertThat(demand.stream().filter(d -> d.item().equals("FOODS_1")).map(Demand::priceCents))
        .containsExactly(200L, 200L, 200L, 200L, 200L, 200L, 200L, 200L, 224L, 224L);
    assertThat(demand.stream().filter(d -> d.item().equals("HOBBIES_1")).map(Demand::priceCents))
        .containsOnly(999L);
  }

  @Test
  void run_malformedCells_areToldAndLeftOutAndTheRestPasses() throws IOException {
    M5Files.write(folder);
    M5Files.sales(
        folder,
        "FOODS_1,FOODS,CA_1,3,x,0,1,-4,2,0,2,0,NaN",
        "SHORT,FOODS,CA_1,3",
        "HOBBIES_1,HOBBIES,TX_1,1,1,1,1,1,1,1,0,0,0");
    M5Files.prices(folder, "CA_1,FOODS_1,1,10,two", "TX_1,HOBBIES_1,1,10,9.99");

    DemandReplay.Result result = replay(folder, 0, true);

    assertThat(result.totals()).isEqualTo(17);
    assertThat(result.rejected()).isEqualTo(5);
    assertThat(rejected)
        .extracting(RejectedRow::toString)
        .anyMatch(t -> t.contains("m5_sales.csv:2: 'x'") && t.contains("Correct the cell"))
        .anyMatch(t -> t.contains("m5_sales.csv:2: '-4'"))
        .anyMatch(t -> t.contains("m5_sales.csv:3: 'SHORT': has 4 columns, not 13"))
        .anyMatch(t -> t.contains("m5_prices.csv:2: 'two'"));
    assertThat(sent(Topic.DEAD_LETTERS, DeadLetter.class))
        .hasSize(5)
        .allMatch(letter -> letter.stage().equals("replay"));
  }

  @Test
  void run_missingFileOrColumn_saysWhich() throws IOException {
    M5Files.write(folder);
    Files.delete(folder.resolve("m5_prices.csv"));

    assertThatThrownBy(() -> replay(folder, 0, true))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("m5_prices.csv");
    Files.writeString(folder.resolve("m5_prices.csv"), "store_id,item_id\n");
    assertThatThrownBy(() -> replay(folder, 0, true))
        .hasMessageContaining("m5_prices.csv:1: column 'first_d' is missing");
  }

  @Test
  void run_twice_sameIds() throws IOException {
    M5Files.write(folder);

    replay(folder, 0, false);
    List<String> first = sent(Topic.DEMAND, Demand.class).stream().map(Demand::id).toList();
    log.clear();
    replay(folder, 0, false);

    assertThat(sent(Topic.DEMAND, Demand.class)).extracting(Demand::id).isEqualTo(first);
  }

  @Test
  void run_cancelled_stopsWithoutCounts() throws IOException {
    M5Files.write(folder);
    ReplayWatch impatient =
        new ReplayWatch() {
          @Override
          public void progressed(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return log.history().size() >= 6;
          }
        };

    DemandReplay.Plan plan = new DemandReplay.Plan(folder, 0, true, ZONE);
    DemandReplay.Result result =
        new DemandReplay(plan, TUESDAY, new TopicWriter(log), impatient).run();

    assertThat(result.totals()).isEqualTo(6);
    assertThat(result.counts()).isZero();
  }

  @Test
  void run_wholeM5_eachOfItsSeries() throws IOException {
    DemandReplay.Result result = replay(M5, 14, false);

    List<Demand> demand = sent(Topic.DEMAND, Demand.class);
    assertThat(result.series()).isEqualTo(3_060);
    assertThat(demand).hasSize(3_060 * 14);
    assertThat(result.rejected()).isZero();
    assertThat(result.lastDay()).isBetween(LocalDate.of(2026, 10, 6), LocalDate.of(2026, 10, 12));
    assertThat(
            demand.stream().filter(d -> d.item().equals("FOODS_1_001") && d.place().equals("CA_1")))
        .hasSize(14)
        .allMatch(d -> d.priceCents() == 224);
    assertThat(demand).allMatch(d -> d.priceCents() > 0);
    List<Stock> counts = sent(Topic.STOCK, Stock.class);
    assertThat(counts).hasSize(3_060).extracting(Stock::key).doesNotHaveDuplicates();
    double week = demand.stream().mapToDouble(Demand::quantity).sum() / 2;
    assertThat(counts.stream().mapToDouble(Stock::quantity).sum() / week).isBetween(0.7, 1.3);
  }

  @Test
  void wholeM5_weekdays_areThoseOfTheData() throws IOException {
    DemandReplay.Result moved = replay(M5, 1, false);
    DemandReplay.Result own = replay(M5, 1, true);

    assertThat(own.lastDay()).isEqualTo(LocalDate.of(2011, 1, 29).plusDays(1_884));
    assertThat(moved.lastDay().getDayOfWeek()).isEqualTo(own.lastDay().getDayOfWeek());
  }

  @Test
  void shifted_anyDays_isTheLatestOfTheSameWeekday() {
    for (int i = 0; i < 30; i++) {
      LocalDate last = LocalDate.of(2016, 3, 27).plusDays(i);
      LocalDate yesterday = LocalDate.of(2026, 10, 12);

      LocalDate shifted = DemandReplay.shifted(last, yesterday);

      assertThat(shifted.getDayOfWeek()).isEqualTo(last.getDayOfWeek());
      assertThat(shifted).isBetween(yesterday.minusDays(6), yesterday);
    }
  }

  private DemandReplay.Result replay(Path from, int days, boolean ownDates) throws IOException {
    ReplayWatch watch =
        new ReplayWatch() {
          @Override
          public void progressed(long done, long total) {
            lastReported = done;
          }

          @Override
          public void rejected(RejectedRow row) {
            rejected.add(row);
          }
        };
    DemandReplay.Plan plan = new DemandReplay.Plan(from, days, ownDates, ZONE);
    return new DemandReplay(plan, TUESDAY, new TopicWriter(log), watch).run();
  }

  private <T> List<T> sent(Topic topic, Class<T> type) {
    return log.history().stream()
        .filter(record -> record.topic().equals(topic.topicName()))
        .map(record -> read(record.value(), type))
        .toList();
  }

  private static <T> T read(byte[] value, Class<T> type) {
    try {
      return Json.read(value, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
