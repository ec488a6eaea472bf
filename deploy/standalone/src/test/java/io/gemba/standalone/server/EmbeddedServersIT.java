package io.gemba.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each server on a real port and a real folder, opened twice. */
@SuppressWarnings("try") // a server in a try block is there to run, not to be called
final class EmbeddedServersIT {
  @TempDir Path folder;

  @Test
  void kafka_restarted_hasTheAcknowledgedRecord() throws Exception {
    int port = freePort();
    try (KafkaServer first = KafkaServer.start(folder, port, freePort())) {
      Topics.create("127.0.0.1:" + port);
      produce(port, "kept");
    }

    try (KafkaServer second = KafkaServer.start(folder, port, freePort())) {
      Topics.create("127.0.0.1:" + port);

      assertThat(consume(port)).containsExactly("kept");
    }
  }

  @Test
  void mqtt_restarted_hasTheRetainedMessage() throws Exception {
    int port = freePort();
    try (MqttBroker first = MqttBroker.start(folder, port)) {
      MqttClient client = connect(port, "publisher");
      client.publish("gemba/site/van", "route".getBytes(StandardCharsets.UTF_8), 1, true);
      client.disconnect();
    }

    BlockingQueue<String> received = new ArrayBlockingQueue<>(4);
    try (MqttBroker second = MqttBroker.start(folder, port)) {
      MqttClient client = connect(port, "subscriber");
      client.subscribe(
          new MqttSubscription[] {new MqttSubscription("gemba/site/+", 1)},
          new IMqttMessageListener[] {
            (topic, message) ->
                received.add(new String(message.getPayload(), StandardCharsets.UTF_8))
          });

      assertThat(received.poll(30, TimeUnit.SECONDS)).isEqualTo("route");
      client.disconnect();
    }
  }

  @Test
  void postgres_leftBehindByAKilledProcess_isStoppedAndItsCommitsAreThere() throws Exception {
    int port = freePort();
    Postgres orphan = Postgres.start(folder, port, "plans", "planner");
    query(port, "create table kept(id int)", false);
    query(port, "insert into kept values (7)", false);

    int other = freePort();
    try (Postgres second = Postgres.start(folder, other, "plans", "planner")) {

      assertThat(query(other, "select id from kept", true)).isEqualTo("7");
      assertThat(query(other, "show fsync", true)).isEqualTo("on");
      assertThat(query(other, "show synchronous_commit", true)).isEqualTo("on");
      assertThat(orphan.isAlive()).isFalse();
    }
  }

  @Test
  void timeSeries_samePointTwice_isStoredOnceAlsoAfterARestart() throws Exception {
    int port = freePort();
    String point = "readings,sensor=filler-1/pressure value=4.5 1700000000000000000\n";
    try (TimeSeries first = TimeSeries.start(folder, port)) {
      post(port, point);
      post(port, point);

      awaitCount(port, 1);
    }

    try (TimeSeries second = TimeSeries.start(folder, port)) {
      post(port, point + "readings,sensor=filler-1/pressure value=4.6 1700000001000000000\n");

      awaitCount(port, 2);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void produce(int port, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", "127.0.0.1:" + port, "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(Topic.STOCK.topicName(), "key", value)).get();
    }
  }

  private static List<String> consume(int port) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            "127.0.0.1:" + port,
            "group.id",
            "test",
            "auto.offset.reset",
            "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(Topic.STOCK.topicName()));
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      List<String> values = new ArrayList<>();
      while (values.isEmpty() && System.nanoTime() < deadline) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
          values.add(record.value());
        }
      }
      return values;
    }
  }

  private static MqttClient connect(int port, String id) throws Exception {
    MqttClient client = new MqttClient("tcp://127.0.0.1:" + port, id, new MemoryPersistence());
    client.connect();
    return client;
  }

  private static String query(int port, String sql, boolean rows) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/plans?user=planner");
        Statement statement = connection.createStatement()) {
      if (!rows) {
        statement.execute(sql);
        return "";
      }
      try (ResultSet result = statement.executeQuery(sql)) {
        result.next();
        return result.getString(1);
      }
    }
  }

  private static void post(int port, String lines) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://127.0.0.1:"
                                + port
                                + "/api/v2/write?org=o&bucket=b&precision=ns"))
                    .POST(HttpRequest.BodyPublishers.ofString(lines))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
  }

  /** The write-ahead log is applied a moment after the write is acknowledged. */
  private static void awaitCount(int port, int expected) throws Exception {
    String sql = URLEncoder.encode("select count() from readings", StandardCharsets.UTF_8);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    String body = "";
    while (System.nanoTime() < deadline) {
      body =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + port + "/exec?query=" + sql))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      if (body.contains("\"dataset\":[[" + expected + "]]")) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(body).contains("\"dataset\":[[" + expected + "]]");
  }
}
