package io.gemba.planner.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.message.Topic;
import io.gemba.planner.TestDatabase;
import io.gemba.planner.health.Counters;
import io.gemba.planner.store.Store;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxThreadTest {
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final Sender sender = new KafkaSender(producer);
  private Store store;

  @BeforeEach
  void open() {
    store = TestDatabase.store();
    store.run(
        transaction -> {
          store.outbox().toKafka(transaction, Topic.COSTS, "a", "one");
          store.outbox().toKafka(transaction, Topic.PLANS, "b", "two");
        });
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void rows_areSentInOrder_andForgotten() throws Sender.SendException {
    int sent = OutboxThread.sendOldest(store, sender, new Counters());

    assertThat(sent).isEqualTo(2);
    assertThat(producer.history())
        .extracting(ProducerRecord::topic)
        .containsExactly("gemba.costs", "gemba.plans");
    assertThat(new String(producer.history().get(0).key(), StandardCharsets.UTF_8)).isEqualTo("a");
    assertThat(waiting()).isZero();
  }

  @Test
  void brokerThatRefuses_leavesTheRowsToBeSentAgain() throws Sender.SendException {
    producer.sendException = new KafkaException("away");

    assertThatThrownBy(() -> OutboxThread.sendOldest(store, sender, new Counters()))
        .isInstanceOf(Sender.SendException.class);
    assertThat(waiting()).isEqualTo(2);
    producer.sendException = null;
    OutboxThread.sendOldest(store, sender, new Counters());

    assertThat(waiting()).isZero();
  }

  private int waiting() {
    return store.call(transaction -> store.outbox().waiting(transaction));
  }
}
