package io.gemba.planner.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.message.DeadLetter;
import io.gemba.message.Json;
import io.gemba.message.Order;
import io.gemba.message.Topic;
import io.gemba.planner.TestDatabase;
import io.gemba.planner.TestSite;
import io.gemba.planner.health.Counters;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final String ORDERS = Topic.ORDERS.topicName();
  private static final TopicPartition PARTITION = new TopicPartition(ORDERS, 0);

  private final List<byte[]> log = new ArrayList<>();
  private final List<String> applied = new ArrayList<>();
  private Store store;

  @BeforeEach
  void open() {
    store = TestDatabase.store();
    store.run(transaction -> update(transaction, "create table effects (id text not null)"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void crashBeforeTheCommit_doesEverythingAgain_onceInTheEnd() {
    log.add(order("o1"));
    log.add(order("o2"));
    Intake crashing =
        intake(
            (transaction, records) -> {
              write(transaction, records);
              throw new IllegalStateException("power cut");
            });
    assertThatThrownBy(crashing::step).hasMessage("power cut");
    assertThat(effects()).isEmpty();

    intake(this::write).step();

    assertThat(effects()).containsExactly("o1", "o2");
  }

  @Test
  void crashAfterTheCommit_doesNothingTwice() {
    log.add(order("o1"));
    Feed<Order> dying =
        new Feed<>(
            Topic.ORDERS,
            Order.class,
            this::write,
            records -> {
              throw new IllegalStateException("power cut");
            });
    assertThatThrownBy(intake(dying)::step).hasMessage("power cut");

    log.add(order("o2"));
    intake(this::write).step();

    assertThat(effects()).containsExactly("o1", "o2");
  }

  @Test
  void badRecord_goesToTheDeadLetters_andItsNeighboursPass() throws IOException {
    log.add(order("o1"));
    log.add("{\"id\":\"o2\",\"kind\":\"NONSENSE\"}".getBytes(StandardCharsets.UTF_8));
    log.add("not json".getBytes(StandardCharsets.UTF_8));
    log.add(order("o4"));

    intake(this::write).step();

    assertThat(effects()).containsExactly("o1", "o4");
    List<DeadLetter> letters = letters();
    assertThat(letters).extracting(DeadLetter::stage).containsOnly("planner");
    assertThat(letters).extracting(DeadLetter::position).containsExactly("0/1", "0/2");
    assertThat(letters.get(1).original()).isEqualTo("not json".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void valueTheDatabaseRefuses_isBuriedAlone() throws IOException {
    log.add(order("o1"));
    log.add(order("zero\\u0000byte"));
    log.add(order("o3"));

    Intake intake = intake(this::write);
    intake.step();

    assertThat(effects()).containsExactly("o1", "o3");
    assertThat(letters()).extracting(DeadLetter::position).containsExactly("0/1");
  }

  @Test
  void topicFeeds_takenTwice_leaveOneRow() {
    log.add(order("o1"));
    log.add(order("o1"));
    TopicFeeds.Listener deaf =
        new TopicFeeds.Listener() {
          @Override
          public void came(Topic topic) {
            applied.add(topic.name());
          }

          @Override
          public void shortagesCame() {
            applied.add("shortages");
          }
        };
    Feed<?> orders =
        new TopicFeeds(TestSite.site(), store, TestSite.clock(), deaf)
            .all().stream().filter(feed -> feed.topic() == Topic.ORDERS).findFirst().orElseThrow();

    intake(orders).step();

    int open = store.call(t -> store.orders().countActive(t));
    assertThat(open).isEqualTo(1);
    assertThat(applied).containsExactly("ORDERS");
  }

  private Intake intake(Feed.Effect<Order> effect) {
    return intake(new Feed<>(Topic.ORDERS, Order.class, effect, records -> {}));
  }

  /** A fresh process on the same log and database. */
  private Intake intake(Feed<?> feed) {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    Node node = new Node(0, "here", 1);
    consumer.updatePartitions(
        ORDERS, List.of(new PartitionInfo(ORDERS, 0, node, new Node[] {node}, new Node[] {node})));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, (long) log.size()));
    consumer.schedulePollTask(
        () -> {
          for (int offset = 0; offset < log.size(); offset++) {
            consumer.addRecord(
                new ConsumerRecord<>(ORDERS, 0, offset, new byte[0], log.get(offset)));
          }
        });
    return new Intake(consumer, store, List.of(feed), new Counters(), TestSite.clock());
  }

  private void write(Transaction transaction, List<Order> records) {
    records.forEach(
        order ->
            io.gemba.planner.store.RawSql.update(
                transaction, "insert into effects values (?)", order.id()));
  }

  private static void update(Transaction transaction, String sql) {
    io.gemba.planner.store.RawSql.update(transaction, sql);
  }

  private List<String> effects() {
    return store.call(
        transaction -> io.gemba.planner.store.RawSql.texts(transaction, "select id from effects"));
  }

  private List<DeadLetter> letters() throws IOException {
    List<DeadLetter> letters = new ArrayList<>();
    for (var row : store.call(t -> store.outbox().oldest(t, "kafka", 100))) {
      assertThat(row.topic()).isEqualTo(Topic.DEAD_LETTERS.topicName());
      letters.add(Json.read(row.payload(), DeadLetter.class));
    }
    return letters;
  }

  private static byte[] order(String id) {
    String json =
        new String(
            Json.write(TestSite.order("ID", "north", TestSite.TODAY)), StandardCharsets.UTF_8);
    return json.replace("\"ID\"", "\"" + id + "\"").getBytes(StandardCharsets.UTF_8);
  }
}
