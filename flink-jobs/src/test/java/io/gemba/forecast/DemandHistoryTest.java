package io.gemba.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.forecast.DemandHistory.Outcome;
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

final class DemandHistoryTest {
  private static final int DAY = 20_000;

  private final TradingDays nobodySold = new TradingDays();

  @Test
  void addTotal_higherRevision_replacesWhatWasThere() {
    DemandHistory history = new DemandHistory();
    history.addTotal(DAY, 5, 0);

    Outcome outcome = history.addTotal(DAY, 3, 1);

    assertThat(outcome).isEqualTo(Outcome.CHANGED);
    assertThat(last(history)).isEqualTo(3);
  }

  @Test
  void addTotal_sameOrLowerRevision_isARepeat() {
    DemandHistory history = new DemandHistory();
    history.addTotal(DAY, 5, 2);

    Outcome same = history.addTotal(DAY, 5, 2);
    Outcome lower = history.addTotal(DAY, 9, 1);

    assertThat(same).isEqualTo(Outcome.REPEATED);
    assertThat(lower).isEqualTo(Outcome.REPEATED);
    assertThat(last(history)).isEqualTo(5);
  }

  @Test
  void addSale_sameIdTwice_countsOnce() {
    DemandHistory history = new DemandHistory();
    history.addSale(DAY, 2, "a");
    history.addSale(DAY, 0.5, "b");

    Outcome repeat = history.addSale(DAY, 2, "a");

    assertThat(repeat).isEqualTo(Outcome.REPEATED);
    assertThat(last(history)).isEqualTo(2.5f);
  }

  @Test
  void addSale_return_takesOffItsDayOnce_inAnyOrder_andNotBelowNone() {
    DemandHistory history = new DemandHistory();
    history.addSale(DAY, -3, "returned");
    float returnFirst = last(history);
    history.addSale(DAY, 2, "a");
    float still = last(history);
    history.addSale(DAY, 4, "b");
    Outcome again = history.addSale(DAY, -3, "returned");

    assertThat(returnFirst).isZero();
    assertThat(still).as("2 sold, 3 back").isZero();
    assertThat(again).isEqualTo(Outcome.REPEATED);
    assertThat(last(history)).as("6 sold, 3 back").isEqualTo(3);
  }

  @Test
  void addSale_dayHasTotal_totalStays() {
    DemandHistory history = new DemandHistory();
    history.addTotal(DAY, 7, 0);

    Outcome outcome = history.addSale(DAY, 2, "a");

    assertThat(outcome).isEqualTo(Outcome.COVERED);
    assertThat(last(history)).isEqualTo(7);
  }

  @Test
  void addSale_fourteenDaysLate_isRefusedAndADayLessIsTaken() {
    DemandHistory history = new DemandHistory();
    history.addSale(DAY, 1, "new");

    Outcome tooLate = history.addSale(DAY - DemandHistory.SALE_DAYS, 1, "old");
    Outcome late = history.addSale(DAY - DemandHistory.SALE_DAYS + 1, 1, "late");

    assertThat(tooLate).isEqualTo(Outcome.TOO_OLD);
    assertThat(late).isEqualTo(Outcome.CHANGED);
  }

  @Test
  void addTotal_olderThanTheRing_isRefusedAndChangesNothing() {
    DemandHistory history = new DemandHistory();
    history.addTotal(DAY, 4, 0);

    Outcome tooOld = history.addTotal(DAY - DemandHistory.DAYS, 99, 0);
    Outcome oldest = history.addTotal(DAY - DemandHistory.DAYS + 1, 8, 0);

    assertThat(tooOld).isEqualTo(Outcome.TOO_OLD);
    assertThat(oldest).isEqualTo(Outcome.CHANGED);
    assertThat(history.valuesUpTo(DAY, nobodySold)[0]).isEqualTo(8);
    assertThat(last(history)).isEqualTo(4);
  }

  @Test
  void valuesUpTo_dayWithoutRecord_isZeroOnlyIfThePlaceSold() {
    DemandHistory history = new DemandHistory();
    TradingDays trading = new TradingDays();
    history.addSale(DAY - 4, 1, "a");
    trading.add(DAY - 4, 9, 1);
    trading.add(DAY - 2, 9, 1);
    trading.add(DAY, 9, 1);

    int origin = history.origin(trading);
    float[] values = history.valuesUpTo(origin, trading);

    assertThat(origin).isEqualTo(DAY - 1);
    assertThat(values[DemandHistory.DAYS - 1]).as("nobody sold").isNaN();
    assertThat(values[DemandHistory.DAYS - 2]).as("others sold").isZero();
    assertThat(values[DemandHistory.DAYS - 3]).as("nobody sold").isNaN();
    assertThat(values[DemandHistory.DAYS - 4]).as("sold").isEqualTo(1);
    assertThat(values[DemandHistory.DAYS - 5]).as("before its time").isNaN();
  }

  @Test
  void origin_runningDayOfSales_doesNotCount() {
    DemandHistory history = new DemandHistory();
    TradingDays trading = new TradingDays();
    history.addTotal(DAY - 1, 4, 0);
    history.addSale(DAY, 1, "a");
    trading.add(DAY, 10, 1);

    int origin = history.origin(trading);

    assertThat(origin).isEqualTo(DAY - 1);
  }

  @Test
  void anyOrder_sameRecords_givesTheSameBytes() throws IOException {
    for (long seed = 1; seed <= 40; seed++) {
      List<Entry> entries = entries(new Random(seed));
      List<Entry> shuffled = new ArrayList<>(entries);
      Collections.shuffle(shuffled, new Random(-seed));

      byte[] inOrder = bytes(history(entries));
      byte[] inDisorder = bytes(history(shuffled));

      assertThat(inDisorder).as("seed %d", seed).isEqualTo(inOrder);
    }
  }

  @Test
  void read_whatWasWritten_isTheSameHistory() throws IOException {
    DemandHistory history = history(entries(new Random(7)));

    byte[] bytes = bytes(history);
    DemandHistory read = DemandHistory.read(new DataInputStream(new ByteArrayInputStream(bytes)));

    assertThat(bytes(read)).isEqualTo(bytes);
    assertThat(bytes(history.copy())).isEqualTo(bytes);
  }

  @Test
  void copy_changedAfterwards_leavesTheOriginal() throws IOException {
    DemandHistory history = history(entries(new Random(8)));
    byte[] before = bytes(history);

    DemandHistory copy = history.copy();
    copy.addSale(DAY, 3, "later");
    copy.addTotal(DAY - 20, 77, 9);

    assertThat(bytes(history)).isEqualTo(before);
  }

  private float last(DemandHistory history) {
    return history.valuesUpTo(DAY, nobodySold)[DemandHistory.DAYS - 1];
  }

  private record Entry(boolean isSale, int day, double quantity, int revision, String id) {}

  /** Totals of 400 days with corrections and repeats, and sales of the last fortnight. */
  private static List<Entry> entries(Random random) {
    List<Entry> entries = new ArrayList<>();
    for (int back = 0; back < 400; back++) {
      if (random.nextInt(10) > 0 && back > 3) {
        int revisions = 1 + random.nextInt(3);
        for (int revision = 0; revision < revisions; revision++) {
          entries.add(new Entry(false, DAY - back, random.nextInt(30), revision, ""));
        }
      }
    }
    for (int i = 0; i < 120; i++) {
      int day = DAY - random.nextInt(DemandHistory.SALE_DAYS - 1);
      entries.add(new Entry(true, day, random.nextDouble() * 3, 0, "s" + random.nextInt(100)));
    }
    return entries.stream().map(entry -> entry.isSale ? once(entry) : entry).toList();
  }

  /** A repeat of a sale is the same sale: its day and quantity follow from its id. */
  private static Entry once(Entry sale) {
    Random byId = new Random(sale.id.hashCode());
    int day = DAY - byId.nextInt(DemandHistory.SALE_DAYS - 1);
    return new Entry(true, day, byId.nextDouble() * 3, 0, sale.id);
  }

  private static DemandHistory history(List<Entry> entries) {
    DemandHistory history = new DemandHistory();
    for (Entry entry : entries) {
      if (entry.isSale) {
        history.addSale(entry.day, entry.quantity, entry.id);
      } else {
        history.addTotal(entry.day, entry.quantity, entry.revision);
      }
    }
    return history;
  }

  private static byte[] bytes(DemandHistory history) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    history.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
