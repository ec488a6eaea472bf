package io.gemba.sensors.simulation;

import io.gemba.message.Topic;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the daily totals of the past: first those of the last {@value #RECENT_DAYS} days, with
 * which forecasts can begin, then, after a rest in which whoever reads them can make the first
 * forecasts and plans, all older ones, oldest day first. It notes every few days how far it came.
 * Killed in between, it writes the recent days and at most a few older ones again, with the same
 * ids.
 */
final class DemandHistory {
  private static final Logger LOG = LoggerFactory.getLogger(DemandHistory.class);
  static final int RECENT_DAYS = 42;
  private static final int DAYS_BETWEEN_NOTES = 10;

  private final ShopModel shops;
  private final TopicWriter writer;
  private final Ledger ledger;

  DemandHistory(ShopModel shops, TopicWriter writer, Ledger ledger) {
    this.shops = shops;
    this.writer = writer;
    this.ledger = ledger;
  }

  /**
   * Writes the days that an earlier run did not.
   *
   * @param before how far it came
   * @param last last day
   * @param days how many, up to the last
   * @param rest called once between recent and older days; false ends it there
   * @param goOn asked at each note; false ends it there
   * @return records that were sent
   */
  long write(
      Progress before, LocalDate last, int days, BooleanSupplier rest, BooleanSupplier goOn) {
    if (before.through() != null) {
      return 0;
    }
    LocalDate first = last.minusDays(days - 1L);
    LocalDate recent = last.minusDays(Math.min(days, RECENT_DAYS) - 1L);
    LocalDate start = startOfOlder(before.historyThrough(), first, recent);
    long startNanos = System.nanoTime();
    long records = writeDays(recent, last, () -> {});
    boolean goesOn = start.isBefore(recent) ? rest.getAsBoolean() : goOn.getAsBoolean();
    for (LocalDate day = start; goesOn && day.isBefore(recent); ) {
      LocalDate through = earlier(day.plusDays(DAYS_BETWEEN_NOTES - 1L), recent.minusDays(1));
      records += writeDays(day, through, () -> ledger.write(new Progress(through, null, null)));
      goesOn = goOn.getAsBoolean();
      day = through.plusDays(1);
    }
    if (goesOn) {
      ledger.write(new Progress(last, null, null));
    }
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    LOG.info("{} records of history from {} written in {} s.", records, start, seconds);
    return records;
  }

  private static LocalDate startOfOlder(
      @Nullable LocalDate done, LocalDate first, LocalDate recent) {
    return done == null || done.isBefore(first) || !done.isBefore(recent)
        ? first
        : done.plusDays(1);
  }

  private long writeDays(LocalDate from, LocalDate through, Runnable whenWritten) {
    DemandJson json = new DemandJson();
    long[] records = new long[1];
    for (LocalDate day = from; !day.isAfter(through); day = day.plusDays(1)) {
      shops.forEachTotal(
          day,
          total -> {
            writer.send(Topic.DEMAND, total.key(), json.write(total));
            records[0]++;
          });
    }
    writer.flush();
    whenWritten.run();
    return records[0];
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
