package io.gemba.planner.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Replenishment;
import io.gemba.planner.TestDatabase;
import io.gemba.planner.TestSite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatestTableTest {
  private static Store store;

  @BeforeAll
  static void open() {
    store = TestDatabase.store();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void empty() {
    store.run(transaction -> transaction.update("truncate replenishments"));
  }

  @Test
  void olderRevision_neverReplacesANewerOne() {
    put(row("k", 2, 100));
    put(row("k", 1, 999));

    assertThat(list()).extracting(Replenishment::riskWithoutCents).containsExactly(100L);
  }

  @Test
  void sameKeyTwiceInABatch_keepsTheNewest() {
    put(row("k", 1, 100), row("k", 3, 300), row("k", 2, 200));

    assertThat(list()).extracting(Replenishment::riskWithoutCents).containsExactly(300L);
  }

  @Test
  void list_isWorstFirst_andLeavesOutWhatNoLongerMatters() {
    put(row("a", 1, 10), row("b", 1, 30), row("c", 1, 20));
    put(new LatestTable.Row<>("b", 2, 30, false, TestSite.NOW, message("b", 30)));

    assertThat(list()).extracting(Replenishment::riskWithoutCents).containsExactly(20L, 10L);
  }

  @Test
  void aWholeReplay_isWrittenInOneTransaction() {
    List<LatestTable.Row<Replenishment>> rows = new ArrayList<>();
    for (int i = 0; i < 3060; i++) {
      rows.add(row("key-" + i, 1, i));
    }

    store.run(transaction -> store.replenishments().put(transaction, rows));

    assertThat(list()).hasSize(3060);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the rows are only read
  private static void put(LatestTable.Row<Replenishment>... rows) {
    List<LatestTable.Row<Replenishment>> list = List.of(rows);
    store.run(transaction -> store.replenishments().put(transaction, list));
  }

  private static List<Replenishment> list() {
    return store.call(transaction -> store.replenishments().listActive(transaction, 10_000));
  }

  private static LatestTable.Row<Replenishment> row(String key, long revision, long cents) {
    return new LatestTable.Row<>(key, revision, cents, true, TestSite.NOW, message(key, cents));
  }

  private static Replenishment message(String key, long cents) {
    return TestSite.replenishment(key, "north", cents, 0, List.of());
  }
}
