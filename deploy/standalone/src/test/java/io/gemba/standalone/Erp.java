package io.gemba.standalone;

import io.gemba.message.Demand;
import io.gemba.message.Json;
import io.gemba.message.Order;
import io.gemba.message.Stock;
import io.gemba.message.Topic;
import io.gemba.site.Item;
import io.gemba.site.Place;
import io.gemba.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An ERP outside: writes demand, stock and orders straight to Kafka. */
final class Erp implements AutoCloseable {
  private final Site site;
  private final KafkaProducer<String, byte[]> producer;

  Erp(Site site, String bootstrapServers) {
    this.site = site;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Totals of the last days up to yesterday, a weekday pattern with noise. */
  void demand(int days) {
    SplittableRandom random = new SplittableRandom(7);
    LocalDate today = LocalDate.now(site.zone());
    for (LocalDate day = today.minusDays(days); day.isBefore(today); day = day.plusDays(1)) {
      for (Place place : stores()) {
        for (Item item : site.items()) {
          Demand total =
              new Demand(
                  "erp/" + item.id() + "@" + place.id() + "/" + day,
                  Demand.Kind.DAY_TOTAL,
                  item.id(),
                  place.id(),
                  day.atTime(LocalTime.NOON).atZone(site.zone()).toInstant(),
                  20 + 3 * day.getDayOfWeek().getValue() + random.nextInt(6),
                  item.priceCents(),
                  false,
                  0);
          send(Topic.DEMAND, total.key(), total);
        }
      }
    }
    producer.flush();
  }

  /** One unit of everything on every shelf: too little for the next day. */
  void lowStock() {
    for (Place place : stores()) {
      for (Item item : site.items()) {
        Stock count =
            new Stock(
                "erp/count/" + item.id() + "@" + place.id(),
                Stock.Kind.COUNT,
                item.id(),
                place.id(),
                Instant.now(),
                1,
                0,
                "count");
        send(Topic.STOCK, count.key(), count);
      }
    }
    producer.flush();
  }

  /** A delivery to every shop, tomorrow. */
  void orders() {
    ZonedDateTime tomorrow = LocalDate.now(site.zone()).plusDays(1).atStartOfDay(site.zone());
    for (Place place : stores()) {
      Order order =
          new Order(
              "erp-order-" + place.id(),
              Order.Kind.DELIVERY,
              Order.Status.OPEN,
              "warehouse",
              place.id(),
              Instant.now(),
              tomorrow.withHour(7).toInstant(),
              tomorrow.withHour(18).toInstant(),
              List.of(new Order.Line("bread", 24)),
              2,
              20,
              8_000,
              List.of());
      send(Topic.ORDERS, order.id(), order);
    }
    producer.flush();
  }

  /** Bytes that are no message at all. */
  void rubbish() throws InterruptedException, ExecutionException {
    producer
        .send(new ProducerRecord<>(Topic.DEMAND.topicName(), "rubbish", new byte[] {'{', '?'}))
        .get();
  }

  private List<Place> stores() {
    return site.places().stream().filter(place -> place.kind() == Place.Kind.STORE).toList();
  }

  private void send(Topic topic, String key, Object message) {
    var unused = // flushed after the last, and what is lost is missed
        producer.send(new ProducerRecord<>(topic.topicName(), key, Json.write(message)));
  }

  @Override
  public void close() {
    producer.close();
  }
}
