package io.gemba.planner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.planner.TestDatabase;
import io.gemba.planner.TestSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlanTableTest {
  private static Store store;

  @BeforeAll
  static void open() {
    store = TestDatabase.store();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void twoPublishersAtOnce_oneWins_andTheReaderSeesItsPlan() throws Exception {
    for (int round = 0; round < 10; round++) {
      String slot = "race-" + round;
      PlanTable.Draft draft = draft(slot + "-a", slot, 0);
      store.run(transaction -> store.plans().open(transaction, draft));
      CyclicBarrier together = new CyclicBarrier(2);
      Callable<Boolean> publish =
          () -> {
            together.await();
            return store.call(
                transaction -> store.plans().publish(transaction, draft, plan(slot, 1)));
          };

      List<Boolean> won = both(publish);

      assertThat(won).containsExactlyInAnyOrder(true, false);
      assertThat(current(slot).version()).isEqualTo(1);
    }
  }

  @Test
  void draftMadeFromAnOlderVersion_isNeitherOpenedNorPublished() {
    String slot = "older";
    store.run(transaction -> store.plans().open(transaction, draft("o1", slot, 0)));
    store.run(
        transaction -> store.plans().publish(transaction, draft("o1", slot, 0), plan(slot, 1)));

    boolean opened =
        store.call(transaction -> store.plans().open(transaction, draft("o2", slot, 0)));
    boolean won =
        store.call(
            transaction -> store.plans().publish(transaction, draft("o2", slot, 0), plan(slot, 1)));

    assertThat(opened).isFalse();
    assertThat(won).isFalse();
    assertThat(current(slot).planId()).isEqualTo("older-v1");
  }

  @Test
  void newDraft_overtakesTheOpenOneWhichCanBePublishedForAMoment() {
    store.run(transaction -> store.plans().open(transaction, draft("n1", "new", 0)));
    store.run(transaction -> store.plans().open(transaction, draft("n2", "new", 0)));

    assertThat(open("new")).contains("n2");
    assertThat(canBePublished("n1", TestSite.NOW.plus(PlanTable.SEEN).minusMillis(1))).isTrue();
    assertThat(canBePublished("n1", TestSite.NOW.plus(PlanTable.SEEN))).isFalse();
  }

  @Test
  void overtakenDraftThatIsPublished_closesTheNewerOne() {
    store.run(transaction -> store.plans().open(transaction, draft("p1", "seen", 0)));
    store.run(transaction -> store.plans().open(transaction, draft("p2", "seen", 0)));

    boolean won =
        store.call(
            transaction ->
                store.plans().publish(transaction, draft("p1", "seen", 0), plan("seen", 1)));

    assertThat(won).isTrue();
    assertThat(current("seen").version()).isEqualTo(1);
    assertThat(open("seen")).isEmpty();
    assertThat(canBePublished("p2", TestSite.NOW)).isFalse();
  }

  @Test
  void transactionThatFails_leavesNothing() {
    PlanTable.Draft draft = draft("f1", "fail", 0);

    assertThatThrownBy(
            () ->
                store.run(
                    transaction -> {
                      store.plans().open(transaction, draft);
                      throw new IllegalStateException("power cut");
                    }))
        .hasMessage("power cut");

    boolean open = store.call(t -> store.plans().findOpen(t, "fail").isPresent());
    assertThat(open).isFalse();
  }

  @Test
  void audit_cannotBeChanged() {
    store.run(
        transaction ->
            store
                .audit()
                .add(
                    transaction,
                    new AuditTable.Entry(TestSite.NOW, "ann", "publish", "p1"),
                    List.of()));

    assertThatThrownBy(() -> store.run(t -> t.update("delete from audit")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("append only");
    List<AuditTable.Entry> kept = store.call(t -> store.audit().latest(t, 10));
    assertThat(kept).extracting(AuditTable.Entry::subject).contains("p1");
  }

  private static List<Boolean> both(Callable<Boolean> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Boolean> results = new ArrayList<>();
      for (Future<Boolean> result : threads.invokeAll(List.of(task, task))) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Optional<String> open(String slot) {
    return store.call(t -> store.plans().findOpen(t, slot)).map(PlanTable.Draft::draftId);
  }

  private static boolean canBePublished(String draft, Instant now) {
    return store.call(t -> store.plans().findDraft(t, draft, now)).isPresent();
  }

  private static PlanTable.Published current(String slot) {
    return store.call(transaction -> store.plans().findCurrent(transaction, slot)).orElseThrow();
  }

  private static PlanTable.Draft draft(String id, String slot, int base) {
    return new PlanTable.Draft(
        id, slot, base, TestSite.NOW, "because", List.of("c1"), 3, 100, 120, "{}");
  }

  private static PlanTable.Published plan(String slot, int version) {
    return new PlanTable.Published(
        slot + "-v" + version, slot, version, TestSite.NOW, "ann", List.of(), 100, 120, "{}");
  }
}
