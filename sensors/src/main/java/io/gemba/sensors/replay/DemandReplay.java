package io.gemba.sensors.replay;

import io.gemba.message.DeadLetter;
import io.gemba.message.Demand;
import io.gemba.message.Json;
import io.gemba.message.Stock;
import io.gemba.message.Topic;
import io.gemba.sensors.replay.SalesTable.Series;
import io.gemba.sensors.simulation.DemandJson;
import io.gemba.sensors.simulation.TopicWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.SplittableRandom;

/**
 * Sends M5-format sales as daily totals, the oldest day of all series first, then one stock count a
 * series. Ids follow from item, store and day: the same replay twice counts once.
 */
public final class DemandReplay {
  private static final int RECORDS_BETWEEN_REPORTS = 5_000;
  private static final int RECENT_DAYS = 28;
  private static final double LOW_SHARE = 0.12;
  private static final int DAYS_PER_WEEK = 7;

  private final Plan plan;
  private final Clock clock;
  private final TopicWriter writer;
  private final ReplayWatch watch;
  private long done;
  private long rejected;

  /**
   * What to replay.
   *
   * @param folder holds {@code m5_sales}, {@code m5_prices} and {@code m5_calendar}, {@code .csv}
   *     or {@code .csv.gz}
   * @param days the last so many days; 0 is all
   * @param ownDates true keeps the data's dates; false moves them by whole weeks so that the last
   *     is yesterday or up to six days before
   * @param zone of the site
   */
  public record Plan(Path folder, int days, boolean ownDates, ZoneId zone) {
    /**
     * @throws IllegalArgumentException if days is negative
     */
    public Plan {
      if (days < 0) {
        throw new IllegalArgumentException("days (" + days + ") must be above 0, or 0 for all.");
      }
    }
  }

  /**
   * What was sent.
   *
   * @param series items x stores
   * @param totals daily totals
   * @param counts stock counts
   * @param rejected rows and cells that were left out
   * @param firstDay of the totals, as sent
   * @param lastDay of the totals, as sent
   */
  public record Result(
      int series, long totals, long counts, long rejected, LocalDate firstDay, LocalDate lastDay) {}

  /**
   * @param writer flushed, not closed
   */
  public DemandReplay(Plan plan, Clock clock, TopicWriter writer, ReplayWatch watch) {
    this.plan = plan;
    this.clock = clock;
    this.writer = writer;
    this.watch = watch;
  }

  /**
   * Sends everything and waits until it is on the log, or until it is cancelled.
   *
   * @throws IOException when a file or column is missing
   * @throws org.apache.kafka.common.KafkaException when the log cannot be written
   */
  public Result run() throws IOException {
    SalesTable table = SalesTable.read(plan.folder(), plan.days(), this::reject);
    LocalDate yesterday = LocalDate.ofInstant(clock.instant(), plan.zone()).minusDays(1);
    LocalDate lastDay = plan.ownDates() ? table.lastDay() : shifted(table.lastDay(), yesterday);
    LocalDate firstDay = lastDay.minusDays(table.days() - 1L);
    long total = (long) table.series().size() * (table.days() + 1);
    done = 0;
    for (int day = 0; day < table.days() && !watch.isCancelled(); day++) {
      sendDay(table, day, firstDay.plusDays(day), total);
    }
    long totals = done;
    if (!watch.isCancelled()) {
      sendCounts(table, total);
    }
    writer.flush();
    watch.progressed(done, total);
    return new Result(table.series().size(), totals, done - totals, rejected, firstDay, lastDay);
  }

  /** The latest day up to yesterday that has the same weekday. */
  static LocalDate shifted(LocalDate lastDay, LocalDate yesterday) {
    long days = yesterday.toEpochDay() - lastDay.toEpochDay();
    return lastDay.plusWeeks(Math.floorDiv(days, DAYS_PER_WEEK));
  }

  private void sendDay(SalesTable table, int day, LocalDate date, long total) {
    DemandJson json = new DemandJson();
    Instant noon = date.atTime(LocalTime.NOON).atZone(plan.zone()).toInstant();
    String suffix = "/" + date;
    for (Series series : table.series()) {
      float units = series.units()[day];
      if (Float.isNaN(units)) {
        continue;
      }
      String key = series.item() + "@" + series.store();
      Demand demand =
          new Demand(
              "replay/" + key + suffix,
              Demand.Kind.DAY_TOTAL,
              series.item(),
              series.store(),
              noon,
              units,
              series.priceCents(table.firstNumber() + day),
              false,
              0);
      writer.send(Topic.DEMAND, key, json.write(demand));
      report(total);
    }
  }

  private void sendCounts(SalesTable table, long total) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    SplittableRandom random = new SplittableRandom(table.series().size());
    for (Series series : table.series()) {
      double week = DAYS_PER_WEEK * recentMean(series.units());
      boolean low = random.nextDouble() < LOW_SHARE;
      double share = low ? 0.15 * random.nextDouble() : 0.6 + 0.8 * random.nextDouble();
      String key = series.item() + "@" + series.store();
      Stock count =
          new Stock(
              "replay/" + key + "/" + now.toEpochMilli(),
              Stock.Kind.COUNT,
              series.item(),
              series.store(),
              now,
              Math.rint(week * share),
              0,
              "count");
      writer.send(Topic.STOCK, key, Json.write(count));
      report(total);
    }
  }

  private static double recentMean(float[] units) {
    double sum = 0;
    int days = 0;
    for (int day = Math.max(0, units.length - RECENT_DAYS); day < units.length; day++) {
      if (!Float.isNaN(units[day])) {
        sum += units[day];
        days++;
      }
    }
    return days == 0 ? 0 : sum / days;
  }

  private void report(long total) {
    done++;
    if (done % RECORDS_BETWEEN_REPORTS == 0) {
      watch.progressed(done, total);
    }
  }

  private void reject(RejectedRow row) {
    rejected++;
    watch.rejected(row);
    DeadLetter letter =
        new DeadLetter(
            clock.instant(),
            "replay",
            String.valueOf(row.file().getFileName()),
            "line " + row.line(),
            null,
            row.toString(),
            row.value().getBytes(StandardCharsets.UTF_8));
    writer.send(Topic.DEAD_LETTERS, "", Json.write(letter));
  }
}
