package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.Batch;
import io.gemba.forecast.policy.DemandOutlook;
import io.gemba.forecast.policy.Protection;
import io.gemba.forecast.policy.StockPolicy;
import io.gemba.jobs.stream.Codec;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.Overstock;
import io.gemba.message.Replenishment;
import io.gemba.message.Stock;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** One item at one place: what is expected, what is there, what comes, and what was proposed. */
final class PlaceStock {
  private static final int SETTLED_DAYS = 2;

  private final StockLedger ledger;
  private final TreeMap<String, InventoryEvent.Ordered> orders = new TreeMap<>();
  private @Nullable DemandOutlook demand;
  private long firstForecastMillis;
  private long lastForecastMillis;
  private boolean isChanged;
  private @Nullable Replenishment sent;
  private @Nullable Replenishment sentTransfer;
  private @Nullable Overstock overstock;
  private @Nullable Kept kept;

  PlaceStock() {
    this(new StockLedger());
  }

  private PlaceStock(StockLedger ledger) {
    this.ledger = ledger;
  }

  boolean expect(DemandOutlook newest, long nowMillis) {
    DemandOutlook known = demand;
    if (known == null) {
      firstForecastMillis = nowMillis;
    } else if (newest.origin() < known.origin()) {
      return false;
    }
    demand = newest;
    kept = null;
    lastForecastMillis = nowMillis;
    isChanged = true;
    return true;
  }

  boolean stock(Stock stock) {
    boolean changes = ledger.add(stock);
    isChanged |= changes;
    return changes;
  }

  boolean order(InventoryEvent.Ordered order) {
    InventoryEvent.Ordered before =
        order.isOpen() ? orders.put(order.order(), order) : orders.remove(order.order());
    boolean changes = order.isOpen() ? !order.equals(before) : before != null;
    isChanged |= changes;
    return changes;
  }

  void change() {
    isChanged = true;
  }

  void settle(@Nullable Replenishment proposal) {
    isChanged = false;
    if (proposal != null) {
      sent = proposal;
    }
  }

  boolean isChanged() {
    return isChanged;
  }

  @Nullable DemandOutlook demand() {
    return demand;
  }

  /** A protection, and by which policy. */
  private record Kept(StockPolicy policy, Protection protection) {}

  /**
   * What an order of a day must cover. Kept in memory while it stays the same, not in the state: it
   * follows from what is expected.
   *
   * @throws IllegalStateException if nothing is expected here
   */
  Protection protection(StockPolicy policy, int today) {
    if (demand == null) {
      throw new IllegalStateException("no demand is expected here");
    }
    Kept known = kept;
    if (known == null || known.policy != policy || known.protection.today() != today) {
      known = new Kept(policy, policy.protection(demand, today));
      kept = known;
    }
    return known.protection;
  }

  @Nullable Replenishment sent() {
    return sent;
  }

  /** The newest proposal to bring goods here from another place. */
  @Nullable Replenishment sentTransfer() {
    return sentTransfer;
  }

  void settleTransfer(Replenishment proposal) {
    sentTransfer = proposal;
  }

  /** What was told last of too much here; null if nothing ever was. */
  @Nullable Overstock overstock() {
    return overstock;
  }

  void tell(Overstock news) {
    overstock = news;
  }

  StockLedger ledger() {
    return ledger;
  }

  /** Whether a stock count may still be on its way. */
  boolean waitsForCount(long nowMillis, long patienceMillis) {
    return !ledger.isCounted() && nowMillis < firstForecastMillis + patienceMillis;
  }

  /**
   * Whether history may still be loading: demand is known up to a day well before today, and a
   * newer forecast came a moment ago.
   *
   * @param lagDays days between the end of what is known and today
   */
  boolean isLoading(int lagDays, long nowMillis, long patienceMillis) {
    return lagDays > SETTLED_DAYS && nowMillis < lastForecastMillis + patienceMillis;
  }

  /**
   * Units on their way. Orders and the sender of stock tell of the same goods, so the larger of the
   * two counts, not their sum.
   */
  double onOrder() {
    double ordered =
        orders.values().stream().mapToDouble(order -> Math.max(0, order.quantity())).sum();
    return Math.max(ordered, ledger.onOrder());
  }

  /** Units on their way that may still have to be made: all but those due by today. */
  double onOrderAfter(int today) {
    double ready =
        orders.values().stream()
            .filter(order -> order.dueDay() <= today)
            .mapToDouble(order -> Math.max(0, order.quantity()))
            .sum();
    return Math.max(0, onOrder() - ready);
  }

  /** Units on the shelf that open orders do not take to other places. */
  double free() {
    double leaving =
        orders.values().stream().mapToDouble(order -> Math.max(0, -order.quantity())).sum();
    return Math.max(0, ledger.onHand() - leaving);
  }

  /**
   * Free units and those on their way by how long they can be sold. Units are as old as is known;
   * what is on its way is fresh.
   *
   * @param zone whose days count
   */
  List<Batch> batches(int shelfLifeDays, int today, ZoneId zone) {
    List<Batch> batches = new ArrayList<>();
    double leaving = ledger.onHand() - free();
    for (StockLedger.Lot lot : ledger.lots()) {
      double gone = Math.min(leaving, lot.units());
      leaving -= gone;
      long seen = Instant.ofEpochMilli(lot.millis()).atZone(zone).toLocalDate().toEpochDay();
      int age = (int) Math.max(0, today - seen);
      batches.add(new Batch(lot.units() - gone, Math.max(0, shelfLifeDays - age)));
    }
    batches.add(new Batch(onOrder(), shelfLifeDays));
    return batches;
  }

  /** Forgets orders whose window closed before a day. */
  void forgetOrdersBefore(int day) {
    orders.values().removeIf(order -> order.dueDay() < day);
  }

  /** About 900 bytes of forecast, 900 a proposal, 500 an overstock, 60 an order, and the ledger. */
  record StockCodec() implements Codec<PlaceStock> {
    @Override
    public Class<PlaceStock> type() {
      return PlaceStock.class;
    }

    @Override
    public int layout() {
      return 4;
    }

    @Override
    public boolean isImmutable() {
      return false;
    }

    @Override
    public PlaceStock copy(PlaceStock stock) {
      PlaceStock copy = new PlaceStock(stock.ledger.copy());
      copy.orders.putAll(stock.orders);
      copy.demand = stock.demand;
      copy.firstForecastMillis = stock.firstForecastMillis;
      copy.lastForecastMillis = stock.lastForecastMillis;
      copy.isChanged = stock.isChanged;
      copy.sent = stock.sent;
      copy.sentTransfer = stock.sentTransfer;
      copy.overstock = stock.overstock;
      copy.kept = stock.kept;
      return copy;
    }

    @Override
    public void write(PlaceStock stock, DataOutputView out) throws IOException {
      stock.ledger.write(out);
      out.writeInt(stock.orders.size());
      for (Map.Entry<String, InventoryEvent.Ordered> order : stock.orders.entrySet()) {
        EventCodec.writeOrdered(order.getValue(), out);
      }
      DemandOutlook demand = stock.demand;
      out.writeBoolean(demand != null);
      if (demand != null) {
        EventCodec.writeOutlook(demand, out);
      }
      out.writeLong(stock.firstForecastMillis);
      out.writeLong(stock.lastForecastMillis);
      out.writeBoolean(stock.isChanged);
      write(stock.sent, Replenishment.class, out);
      write(stock.sentTransfer, Replenishment.class, out);
      write(stock.overstock, Overstock.class, out);
    }

    private static <T> void write(@Nullable T sent, Class<T> type, DataOutputView out)
        throws IOException {
      out.writeBoolean(sent != null);
      if (sent != null) {
        MessageTypes.codec(type).write(sent, out);
      }
    }

    @Override
    public PlaceStock read(DataInputView in, int layout) throws IOException {
      PlaceStock stock = new PlaceStock(StockLedger.read(in));
      int orders = in.readInt();
      for (int i = 0; i < orders; i++) {
        InventoryEvent.Ordered order = EventCodec.readOrdered(in);
        stock.orders.put(order.order(), order);
      }
      stock.demand = in.readBoolean() ? EventCodec.readOutlook(in) : null;
      stock.firstForecastMillis = in.readLong();
      stock.lastForecastMillis = layout < 2 ? stock.firstForecastMillis : in.readLong();
      stock.isChanged = in.readBoolean();
      stock.sent = read(in, Replenishment.class);
      stock.sentTransfer = layout < 3 ? null : read(in, Replenishment.class);
      stock.overstock = layout < 4 ? null : read(in, Overstock.class);
      return stock;
    }

    private static <T> @Nullable T read(DataInputView in, Class<T> type) throws IOException {
      Codec<T> messages = MessageTypes.codec(type);
      return in.readBoolean() ? messages.read(in, messages.layout()) : null;
    }
  }
}
