package io.gemba.sensors.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Demand;
import io.gemba.message.Json;
import io.gemba.message.Topic;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemandHistoryTest {
  private static final LocalDate LAST = LocalDate.of(2026, 10, 12);
  private static final int SERIES = 60 * 30;
  private final MockProducer<byte[], byte[]> log =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final MockConsumer<byte[], byte[]> notes = new MockConsumer<>("earliest");
  private final Ledger ledger = new Ledger(notes);
  private final DemandHistory history =
      new DemandHistory(new ShopModel(TestSites.demo(), 1), new TopicWriter(log), ledger);

  @BeforeEach
  void assign() {
    notes.assign(List.of(new TopicPartition(Topic.DEMAND.topicName(), 0)));
  }

  @Test
  void write_freshLog_eachSeriesEachDayOldestFirst() throws IOException {
    long records = history.write(ledger.read(), LAST, 25, () -> true);

    List<Demand> sent = sent();
    assertThat(records).isEqualTo(25L * SERIES);
    assertThat(sent).extracting(Demand::at).isSorted();
    assertThat(sent.size()).isEqualTo(25 * SERIES);
    assertThat(ids(sent).size()).isEqualTo(25 * SERIES);
    assertThat(ledger.read().historyThrough()).isEqualTo(LAST);
  }

  @Test
  void write_killedInTheMiddle_goesOnWithTheSameIdsAndMissesNothing() throws IOException {
    history.write(ledger.read(), LAST, 25, () -> false);
    LocalDate noted = ledger.read().historyThrough();
    Set<String> beforeTheKill = ids(sent());
    log.clear();

    history.write(ledger.read(), LAST, 25, () -> true);

    assertThat(noted).isBefore(LAST);
    List<Demand> after = sent();
    Set<String> all = new HashSet<>(beforeTheKill);
    all.addAll(ids(after));
    assertThat(after.size() + beforeTheKill.size()).isEqualTo(25 * SERIES);
    assertThat(all.size()).isEqualTo(25 * SERIES);
  }

  @Test
  void write_openedBefore_writesNothing() {
    Progress opened = new Progress(LAST.minusDays(9), Instant.EPOCH, LAST);

    assertThat(history.write(opened, LAST, 25, () -> true)).isZero();
    assertThat(log.history()).isEmpty();
  }

  @Test
  void ledger_writtenProgress_isReadBack() {
    Progress progress = new Progress(LAST, Instant.parse("2026-10-13T08:00:00.123Z"), LAST);
    assertThat(ledger.read()).isEqualTo(Progress.NONE);

    ledger.write(progress);

    assertThat(ledger.read()).isEqualTo(progress);
  }

  private List<Demand> sent() throws IOException {
    List<Demand> sent = new ArrayList<>();
    for (var message : log.history()) {
      sent.add(Json.read(message.value(), Demand.class));
    }
    return sent;
  }

  private static Set<String> ids(List<Demand> demand) {
    Set<String> ids = new HashSet<>();
    demand.forEach(d -> ids.add(d.id()));
    return ids;
  }
}
