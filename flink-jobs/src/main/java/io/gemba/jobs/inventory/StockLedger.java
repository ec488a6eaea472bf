package io.gemba.jobs.inventory;

import io.gemba.message.Stock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stock of one item at one place: the newest count, and the movements after it, each once by id and
 * in any order. Without a count nothing is known. Above 512 movements the older half is folded into
 * the count, which then stands for their time too.
 *
 * <p>At most 512 movements of about 60 bytes; usually a few.
 */
final class StockLedger {
  private static final int MOST_MOVEMENTS = 512;
  private static final double THOUSANDTHS = 1000;

  private final TreeMap<Moment, Long> movements = new TreeMap<>();
  private boolean isCounted;
  private Moment count = Moment.NEVER;
  private long countThousandths;
  private Moment orderedAt = Moment.NEVER;
  private double onOrder;

  /** When something was seen; equal times are told apart by id. */
  private record Moment(long millis, String id) implements Comparable<Moment> {
    private static final Moment NEVER = new Moment(Long.MIN_VALUE, "");

    @Override
    public int compareTo(Moment other) {
      int byTime = Long.compare(millis, other.millis);
      return byTime != 0 ? byTime : id.compareTo(other.id);
    }
  }

  /**
   * Takes a count or movement.
   *
   * @return whether anything changed
   */
  boolean add(Stock stock) {
    Moment at = new Moment(stock.at().toEpochMilli(), stock.id());
    boolean changed = false;
    if (at.compareTo(orderedAt) > 0) {
      changed = onOrder != stock.onOrder();
      orderedAt = at;
      onOrder = stock.onOrder();
    }
    long thousandths = Math.round(stock.quantity() * THOUSANDTHS);
    return stock.kind() == Stock.Kind.COUNT
        ? count(at, thousandths) || changed
        : move(at, thousandths) || changed;
  }

  private boolean count(Moment at, long thousandths) {
    if (at.compareTo(count) <= 0) {
      return false;
    }
    isCounted = true;
    count = at;
    countThousandths = thousandths;
    movements.keySet().removeIf(moved -> moved.millis <= at.millis);
    return true;
  }

  private boolean move(Moment at, long thousandths) {
    if (isCounted && at.millis <= count.millis) {
      return false;
    }
    if (movements.putIfAbsent(at, thousandths) != null) {
      return false;
    }
    if (movements.size() > MOST_MOVEMENTS) {
      foldOlderHalf();
    }
    return isCounted;
  }

  private void foldOlderHalf() {
    while (movements.size() > MOST_MOVEMENTS / 2) {
      Map.Entry<Moment, Long> oldest = movements.pollFirstEntry();
      if (isCounted) {
        countThousandths += oldest.getValue();
        count = oldest.getKey();
      }
    }
  }

  /** Whether a count was ever received. */
  boolean isCounted() {
    return isCounted;
  }

  /** Units on the shelf, never below 0; 0 without a count. */
  double onHand() {
    if (!isCounted) {
      return 0;
    }
    long sum = countThousandths;
    for (long moved : movements.values()) {
      sum += moved;
    }
    return Math.max(0, sum / THOUSANDTHS);
  }

  /**
   * Units on the shelf with when they were seen first, the oldest first, where the oldest leave
   * first. What a count found had come by then.
   */
  List<Lot> lots() {
    List<Lot> lots = new ArrayList<>();
    double left = onHand();
    for (Map.Entry<Moment, Long> moved : movements.descendingMap().entrySet()) {
      double units = Math.min(left, moved.getValue() / THOUSANDTHS);
      if (isCounted && units > 0) {
        lots.add(new Lot(moved.getKey().millis, units));
        left -= units;
      }
    }
    if (left > 0) {
      lots.add(new Lot(count.millis, left));
    }
    Collections.reverse(lots);
    return lots;
  }

  /** Units that came at a time, or before. */
  record Lot(long millis, double units) {}

  /** Units on their way, as the newest message says. */
  double onOrder() {
    return onOrder;
  }

  /** When stock was last seen, epoch milliseconds; {@code Long.MIN_VALUE} if never. */
  long lastMillis() {
    return movements.isEmpty() ? count.millis : Math.max(count.millis, movements.lastKey().millis);
  }

  /** How many movements are kept apart. */
  int movements() {
    return movements.size();
  }

  StockLedger copy() {
    StockLedger copy = new StockLedger();
    copy.movements.putAll(movements);
    copy.isCounted = isCounted;
    copy.count = count;
    copy.countThousandths = countThousandths;
    copy.orderedAt = orderedAt;
    copy.onOrder = onOrder;
    return copy;
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(isCounted);
    write(count, out);
    out.writeLong(countThousandths);
    write(orderedAt, out);
    out.writeDouble(onOrder);
    out.writeInt(movements.size());
    for (Map.Entry<Moment, Long> movement : movements.entrySet()) {
      write(movement.getKey(), out);
      out.writeLong(movement.getValue());
    }
  }

  static StockLedger read(DataInput in) throws IOException {
    StockLedger ledger = new StockLedger();
    ledger.isCounted = in.readBoolean();
    ledger.count = readMoment(in);
    ledger.countThousandths = in.readLong();
    ledger.orderedAt = readMoment(in);
    ledger.onOrder = in.readDouble();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      ledger.movements.put(readMoment(in), in.readLong());
    }
    return ledger;
  }

  private static void write(Moment moment, DataOutput out) throws IOException {
    out.writeLong(moment.millis);
    out.writeUTF(moment.id);
  }

  private static Moment readMoment(DataInput in) throws IOException {
    return new Moment(in.readLong(), in.readUTF());
  }
}
