package io.gemba.sensors.simulation;

import io.gemba.message.Topic;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the daily totals of the past, oldest day first, and notes every few days how far it came.
 * Killed in between, it writes at most those few days again, with the same ids.
 */
final class DemandHistory {
  private static final Logger LOG = LoggerFactory.getLogger(DemandHistory.class);
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
   * @param goOn asked at each note; false ends it there
   * @return records that were sent
   */
  long write(Progress before, LocalDate last, int days, BooleanSupplier goOn) {
    if (before.through() != null) {
      return 0;
    }
    DemandJson json = new DemandJson();
    LocalDate first = last.minusDays(days - 1L);
    LocalDate done = before.historyThrough();
    LocalDate start = done == null || done.isBefore(first) ? first : done.plusDays(1);
    long[] records = new long[1];
    long startNanos = System.nanoTime();
    boolean goesOn = true;
    for (LocalDate day = start; goesOn && !day.isAfter(last); day = day.plusDays(1)) {
      shops.forEachTotal(
          day,
          total -> {
            writer.send(Topic.DEMAND, total.key(), json.write(total));
            records[0]++;
          });
      if (day.equals(last) || day.toEpochDay() % DAYS_BETWEEN_NOTES == 0) {
        writer.flush();
        ledger.write(new Progress(day, null, null));
        goesOn = goOn.getAsBoolean();
      }
    }
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    LOG.info("{} records of history from {} written in {} s.", records[0], start, seconds);
    return records[0];
  }
}
