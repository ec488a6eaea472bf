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
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemandHistoryTest {
  private static final LocalDate LAST = LocalDate.of(2026, 10, 12);
  private static final int SERIES = 60 * 30;
  private static final int DAYS = DemandHistory.RECENT_DAYS + 25;
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
  void write_freshLog_eachSeriesEachDayRecentDaysFirst() throws IOException {
    long records = history.write(ledger.read(), LAST, DAYS, () -> true, () -> true);

    List<Demand> sent = sent();
    int recent = DemandHistory.RECENT_DAYS * SERIES;
    assertThat(records).isEqualTo((long) DAYS * SERIES);
    assertThat(sent.subList(0, recent)).extracting(Demand::at).isSorted();
    assertThat(sent.subList(recent, sent.size())).extracting(Demand::at).isSorted();
    assertThat(sent.get(recent).at()).isBefore(sent.get(0).at());
    assertThat(sent.size()).isEqualTo(DAYS * SERIES);
    assertThat(ids(sent).size()).isEqualTo(DAYS * SERIES);
    assertThat(ledger.read().historyThrough()).isEqualTo(LAST);
  }

  @Test
  void write_killedInTheMiddle_goesOnWithTheSameIdsAndMissesNothing() throws IOException {
    AtomicInteger looks = new AtomicInteger();
    history.write(ledger.read(), LAST, DAYS, () -> true, () -> looks.incrementAndGet() < 2);
    LocalDate noted = ledger.read().historyThrough();
    Set<String> beforeTheKill = ids(sent());
    log.clear();

    history.write(ledger.read(), LAST, DAYS, () -> true, () -> true);

    assertThat(noted).isBefore(LAST);
    List<Demand> after = sent();
    Set<String> all = new HashSet<>(beforeTheKill);
    all.addAll(ids(after));
    assertThat(after.size()).as("not all again").isLessThan(DAYS * SERIES);
    assertThat(all.size()).isEqualTo(DAYS * SERIES);
  }

  @Test
  void write_closedWhileItRests_goesOnWithAllOlderDays() throws IOException {
    long records = history.write(ledger.read(), LAST, DAYS, () -> false, () -> true);
    log.clear();

    history.write(ledger.read(), LAST, DAYS, () -> true, () -> true);

    assertThat(records).isEqualTo((long) DemandHistory.RECENT_DAYS * SERIES);
    assertThat(sent().size()).isEqualTo(DAYS * SERIES);
  }

  @Test
  void write_openedBefore_writesNothing() {
    Progress opened = new Progress(LAST.minusDays(9), Instant.EPOCH, LAST);

    assertThat(history.write(opened, LAST, DAYS, () -> true, () -> true)).isZero();
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
