package io.gemba.jobs.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Stock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StockLedgerTest {
  private final StockLedger ledger = new StockLedger();

  @Test
  void onHand_countAndMovementsAfterIt_addUp() {
    ledger.add(count("c", 100, 40));
    ledger.add(move("m1", 110, -3));
    ledger.add(move("m2", 120, 12));

    assertThat(ledger.onHand()).isEqualTo(49);
  }

  @Test
  void add_movementBeforeTheCount_isInTheCountAlready() {
    ledger.add(count("c", 100, 40));

    boolean changed = ledger.add(move("m", 100, -3));

    assertThat(changed).isFalse();
    assertThat(ledger.onHand()).isEqualTo(40);
  }

  @Test
  void add_repeatedMovement_countsOnce() {
    ledger.add(count("c", 100, 40));
    ledger.add(move("m", 110, -3));

    boolean changed = ledger.add(move("m", 110, -3));

    assertThat(changed).isFalse();
    assertThat(ledger.onHand()).isEqualTo(37);
  }

  @Test
  void add_olderCount_neverReplacesANewerOne() {
    ledger.add(count("new", 100, 40));

    boolean changed = ledger.add(count("old", 90, 7));

    assertThat(changed).isFalse();
    assertThat(ledger.onHand()).isEqualTo(40);
  }

  @Test
  void onHand_withoutACount_isUnknown() {
    ledger.add(move("m", 100, 30));

    assertThat(ledger.isCounted()).isFalse();
    assertThat(ledger.onHand()).isZero();
  }

  @Test
  void onHand_moreSoldThanCounted_isNotBelowZero() {
    ledger.add(count("c", 100, 2));
    ledger.add(move("m", 110, -5));

    assertThat(ledger.onHand()).isZero();
  }

  @Test
  void add_manyMovements_areBoundedAndStillAddUp() {
    ledger.add(count("c", 0, 10_000));
    for (int i = 1; i <= 2_000; i++) {
      ledger.add(move("m" + i, i, -1));
    }

    assertThat(ledger.onHand()).isEqualTo(8_000);
    assertThat(ledger.movements()).isLessThanOrEqualTo(512);
  }

  @Test
  void anyOrder_sameMessages_givesTheSameBytes() throws IOException {
    for (long seed = 1; seed <= 100; seed++) {
      List<Stock> stock = stock(new Random(seed));
      List<Stock> shuffled = new ArrayList<>(stock);
      shuffled.addAll(stock.subList(0, 20));
      Collections.shuffle(shuffled, new Random(-seed));

      assertThat(bytes(of(shuffled))).as("seed %d", seed).isEqualTo(bytes(of(stock)));
    }
  }

  @Test
  void read_whatWasWritten_isTheSame() throws IOException {
    StockLedger original = of(stock(new Random(4)));

    StockLedger read =
        StockLedger.read(new DataInputStream(new ByteArrayInputStream(bytes(original))));

    assertThat(bytes(read)).isEqualTo(bytes(original));
    assertThat(bytes(original.copy())).isEqualTo(bytes(original));
    assertThat(read.onHand()).isEqualTo(original.onHand());
  }

  private static List<Stock> stock(Random random) {
    List<Stock> stock = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int second = random.nextInt(50);
      stock.add(
          random.nextInt(6) == 0
              ? count("c" + i, second, random.nextInt(40))
              : move("m" + i, second, random.nextInt(9) - 5));
    }
    return stock;
  }

  private static StockLedger of(List<Stock> stock) {
    StockLedger ledger = new StockLedger();
    stock.forEach(ledger::add);
    return ledger;
  }

  private static byte[] bytes(StockLedger ledger) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ledger.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static Stock count(String id, long second, double units) {
    return stock(Stock.Kind.COUNT, id, second, units);
  }

  private static Stock move(String id, long second, double units) {
    return stock(Stock.Kind.MOVEMENT, id, second, units);
  }

  private static Stock stock(Stock.Kind kind, String id, long second, double units) {
    return new Stock(id, kind, "soup", "a", Instant.ofEpochSecond(second), units, 3, "test");
  }
}
