package io.gemba.standalone.training;

import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.learn.ModelTrainer;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.train.TribuoTrainer;
import io.gemba.jobs.demand.DemandRecords;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.Demand;
import io.gemba.message.Price;
import io.gemba.message.Stock;
import io.gemba.message.Topic;
import io.gemba.message.TrainedModel;
import io.gemba.site.Site;
import io.gemba.standalone.CannotStartException;
import io.gemba.standalone.TopicDoor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Trains on the demand that a running Gemba has seen, and hands it the model. */
public final class LiveModels {
  private final String servers;
  private final Clock clock;
  private final PrintStream screen;

  /**
   * @param servers addresses of the running Gemba's Kafka
   */
  public LiveModels(String servers, Clock clock, PrintStream screen) {
    this.servers = servers;
    this.clock = clock;
    this.screen = screen;
  }

  /**
   * Reads all demand with stock and prices, trains, writes the model and announces it.
   *
   * @param site the business whose demand it is
   * @param out replaced in one step when the model is complete
   * @throws CannotStartException if there is too little demand, or Kafka does not answer
   */
  public void train(Site site, Path out) throws IOException, InterruptedException {
    DemandRecords records = read(site);
    DemandModel model;
    LocalDate lastDay;
    try {
      Panel panel = records.panel();
      screen.printf(
          Locale.ROOT,
          "%d records: %d series of %d days%n",
          records.taken(),
          panel.members().size(),
          panel.days());
      lastDay = LocalDate.ofEpochDay(panel.lastDay());
      model = new ModelTrainer(ModelTrainer.Options.standard(), TribuoTrainer::new).train(panel);
    } catch (IllegalArgumentException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    }
    ModelFile.write(out, model::write);
    TopicDoor.put(
        servers,
        Topic.MODELS,
        TrainedModel.KEY,
        new TrainedModel(model.name(), lastDay, clock.instant(), Files.readAllBytes(out)));
    screen.printf(
        "%s: %d bytes, announced. A place takes it over with its next day if it beats the moving"
            + " average there.%n",
        model.name(), Files.size(out));
  }

  private DemandRecords read(Site site) {
    DemandRecords records = new DemandRecords(site, clock.millis());
    read(Topic.DEMAND, Demand.class, records::add);
    read(Topic.STOCK, Stock.class, records::add);
    read(Topic.PRICES, Price.class, records::add);
    return records;
  }

  private <T> void read(Topic topic, Class<T> type, Consumer<T> to) {
    Map<String, Object> options = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(options, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName(), Duration.ofSeconds(20)).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofSeconds(1))) {
          decode(each.value(), type).ifPresent(to);
        }
      }
    }
  }

  private static <T> Optional<T> decode(byte[] bytes, Class<T> type) {
    try {
      return Optional.of(MessageTypes.decode(bytes, type));
    } catch (IOException e) {
      return Optional.empty(); // the job has sent it to the dead letters
    }
  }
}
