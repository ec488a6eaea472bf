package io.gemba.jobs.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.forecast.policy.Batch;
import io.gemba.forecast.policy.Deliveries;
import io.gemba.forecast.policy.DemandOutlook;
import io.gemba.forecast.policy.Protection;
import io.gemba.forecast.policy.StockPolicy;
import io.gemba.jobs.TestShop;
import io.gemba.message.Overstock;
import io.gemba.message.Stock;
import io.gemba.site.Item;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

final class PlaceStockTest {
  private static final PlaceStock.StockCodec CODEC = new PlaceStock.StockCodec();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final PlaceStock stock = new PlaceStock();

  @Test
  void batches_soldOldestFirst_areAsOldAsIsKnown() {
    at(0, Stock.Kind.COUNT, 100, 0);
    at(2, Stock.Kind.MOVEMENT, 40, 0);
    at(3, Stock.Kind.MOVEMENT, -70, 0);
    at(4, Stock.Kind.MOVEMENT, 20, 12);

    assertThat(batches(30, 5))
        .containsExactly(
            new Batch(30, 25), new Batch(40, 27), new Batch(20, 29), new Batch(12, 30));
  }

  @Test
  void batches_promisedToOtherPlaces_leaveTheFreshest() {
    at(0, Stock.Kind.COUNT, 10, 0);
    at(2, Stock.Kind.MOVEMENT, 40, 0);
    stock.order(new InventoryEvent.Ordered("soup", "a", "o", true, -25, day(9)));

    assertThat(batches(4, 5))
        .as("15 of those that came on day 2 stay, a day is left")
        .containsExactly(new Batch(0, 0), new Batch(25, 1), new Batch(0, 4));
  }

  @Test
  void batches_notCounted_areWhatIsOnItsWay() {
    at(2, Stock.Kind.MOVEMENT, 40, 7);

    assertThat(batches(4, 5)).containsExactly(new Batch(7, 4));
  }

  @Test
  void read_layoutsBefore_toldOfNoOverstock() throws IOException {
    at(0, Stock.Kind.COUNT, 10, 0);
    byte[] newest = write(stock);

    DataInputDeserializer three = new DataInputDeserializer(newest, 0, newest.length - 1);
    PlaceStock read = CODEC.read(three, 3);

    assertThat(CODEC.layout()).isEqualTo(4);
    assertThat(three.available()).isZero();
    assertThat(read.overstock()).isNull();
    assertThat(read.ledger().onHand()).isEqualTo(10);
  }

  @Test
  void read_written_toldOfTheSame() throws IOException {
    Overstock told =
        new Overstock(
            "o", 3, "soup", "a", Instant.EPOCH, 9, 1, 5, 0, 1, DAY, 600, 0, null, "Too many.");
    stock.tell(told);

    PlaceStock read = CODEC.read(new DataInputDeserializer(write(stock)), 4);

    assertThat(read.overstock()).isEqualTo(told);
    assertThat(CODEC.copy(stock).overstock()).isEqualTo(told);
  }

  @Test
  void protection_isReckonedAgainForAnotherDayOrDemand_only() {
    Item soup = TestShop.item("soup", "line-1", 5);
    StockPolicy policy = new StockPolicy(soup, new Deliveries(1, List.of()));
    stock.expect(outlook(10), 0);
    Protection first = stock.protection(policy, day(0));
    at(1, Stock.Kind.COUNT, 10, 0);

    assertThat(stock.protection(policy, day(0))).isSameAs(first);
    assertThat(CODEC.copy(stock).protection(policy, day(0))).isSameAs(first);
    assertThat(stock.protection(policy, day(1)).today()).isEqualTo(day(1));
    stock.expect(outlook(20), 1);
    assertThat(stock.protection(policy, day(1)).target()).isGreaterThan(1.5 * first.target());
  }

  private static DemandOutlook outlook(float daily) {
    float[] mean = new float[28];
    float[][] cumulative = new float[2][28];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = daily;
      cumulative[0][i] = daily * (i + 1);
      cumulative[1][i] = 1.5f * daily * (i + 1);
    }
    return new DemandOutlook(day(-1), new float[] {0.5f, 0.9f}, mean, cumulative);
  }

  private static byte[] write(PlaceStock stock) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    CODEC.write(stock, out);
    return out.getCopyOfBuffer();
  }

  private List<Batch> batches(int shelfLife, int day) {
    return stock.batches(shelfLife, day(day), ZoneOffset.UTC);
  }

  private static int day(int day) {
    return (int) DAY.plusDays(day).toEpochDay();
  }

  private void at(int day, Stock.Kind kind, double units, double onOrder) {
    Instant at = DAY.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    stock.stock(new Stock("s" + day, kind, "soup", "a", at, units, onOrder, "test"));
  }
}
