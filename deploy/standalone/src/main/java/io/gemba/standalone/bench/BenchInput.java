package io.gemba.standalone.bench;

import io.gemba.message.Demand;
import io.gemba.message.Json;
import io.gemba.message.MachineState;
import io.gemba.message.Reading;
import io.gemba.message.Stock;
import io.gemba.message.Topic;
import io.gemba.site.Item;
import io.gemba.site.Machine;
import io.gemba.site.Place;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The same records in every run: readings, machine states, daily demand and stock movements of a
 * site, all sensors, machines and items in turn, time rising.
 */
final class BenchInput implements AutoCloseable {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Instant FIRST_DAY = Instant.parse("2021-01-01T11:00:00Z");
  private static final long SEED = 20_260_105;

  private final Site site;
  private final KafkaProducer<String, byte[]> producer;

  BenchInput(Site site, String bootstrapServers) {
    this.site = site;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 << 10),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /**
   * Writes records of a topic.
   *
   * @throws IllegalArgumentException if nothing is known to write there
   */
  void fill(Topic topic, long count) {
    switch (topic) {
      case READINGS -> readings(count);
      case DEMAND -> demand(count);
      case MACHINE_STATES -> machineStates(count);
      case STOCK -> stock(count);
      default -> throw new IllegalArgumentException("No records are made for " + topic + ".");
    }
    flush();
  }

  /** Waits until all that was sent is in the topics. */
  void flush() {
    producer.flush();
  }

  /** One reading a sensor and second, around the middle of its range, with noise. */
  private void readings(long count) {
    record Source(String id, Sensor sensor) {}
    List<Source> sources = new ArrayList<>();
    for (Machine machine : site.machines()) {
      machine.sensors().forEach(s -> sources.add(new Source(machine.id() + "/" + s.id(), s)));
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (long i = 0; i < count; i++) {
      Source source = sources.get((int) (i % sources.size()));
      long second = i / sources.size();
      double half = (source.sensor().maximum() - source.sensor().minimum()) / 2;
      double wave = Math.sin(second / 600.0) * 0.2 + (random.nextDouble() - 0.5) * 0.1;
      long at = START.toEpochMilli() + second * 1_000;
      send(
          Topic.READINGS,
          source.id(),
          new Reading(source.id(), at, source.sensor().minimum() + half * (1 + wave), second, at));
    }
  }

  /** One state a machine and second: a minute down in every hour, else running. */
  private void machineStates(long count) {
    List<Machine> machines = site.machines();
    for (long i = 0; i < count; i++) {
      Machine machine = machines.get((int) (i % machines.size()));
      long second = i / machines.size();
      boolean down = second % 3_600 < 60;
      MachineState state =
          new MachineState(
              machine.id(),
              START.plusSeconds(second),
              second,
              down ? MachineState.State.DOWN : MachineState.State.RUNNING,
              down ? "jam" : null,
              site.items().get(0).id(),
              down ? 0 : 2,
              0);
      send(Topic.MACHINE_STATES, machine.id(), state);
    }
  }

  /** One day's total an item, place and day. */
  private void demand(long count) {
    List<Item> items = site.items();
    List<Place> places = sellers();
    SplittableRandom random = new SplittableRandom(SEED);
    long series = (long) items.size() * places.size();
    for (long i = 0; i < count; i++) {
      Item item = items.get((int) (i % items.size()));
      Place place = places.get((int) (i / items.size() % places.size()));
      long day = i / series;
      Demand total =
          new Demand(
              "bench-" + i,
              Demand.Kind.DAY_TOTAL,
              item.id(),
              place.id(),
              FIRST_DAY.plus(day, ChronoUnit.DAYS),
              random.nextInt(20) + day % 7,
              item.priceCents(),
              false,
              0);
      send(Topic.DEMAND, total.key(), total);
    }
  }

  /** A count of every item and place, then movements. */
  private void stock(long count) {
    List<Item> items = site.items();
    List<Place> places = sellers();
    long series = (long) items.size() * places.size();
    for (long i = 0; i < count; i++) {
      Item item = items.get((int) (i % items.size()));
      Place place = places.get((int) (i / items.size() % places.size()));
      boolean first = i < series;
      Stock stock =
          new Stock(
              "bench-" + i,
              first ? Stock.Kind.COUNT : Stock.Kind.MOVEMENT,
              item.id(),
              place.id(),
              START.plusMillis(i),
              first ? 100 : i / series % 2 == 0 ? 1 : -1,
              0,
              first ? "count" : "sale");
      send(Topic.STOCK, stock.key(), stock);
    }
  }

  private List<Place> sellers() {
    return WideSite.shops(site);
  }

  /** Sends one message, soon. */
  void send(Topic topic, String key, Object message) {
    Future<RecordMetadata> unused = // a lost record shows: the jobs are waited for
        producer.send(new ProducerRecord<>(topic.topicName(), key, Json.write(message)));
  }

  @Override
  public void close() {
    producer.close();
  }
}
