package io.gemba.standalone.cli;

import io.gemba.message.Json;
import io.gemba.message.SimulationCommand;
import io.gemba.message.Topic;
import io.gemba.settings.Settings;
import io.gemba.standalone.CannotStartException;
import io.gemba.standalone.data.Running;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the simulator of a running Gemba to get something wrong. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Makes the simulated site misbehave.")
final class SimulateCommand implements Callable<Integer> {
  @Mixin private Installation installation = new Installation();

  @Parameters(paramLabel = "FAULT", description = "One of: ${COMPLETION-CANDIDATES}.")
  private SimulationCommand.Fault fault = SimulationCommand.Fault.BEARING_WEAR;

  @Option(
      names = "--target",
      paramLabel = "ID",
      required = true,
      description = "Machine, sensor, item, vehicle or person, as the fault needs.")
  private String target = "";

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long. Default: 10.")
  private double minutes;

  @Option(
      names = "--intensity",
      paramLabel = "X",
      defaultValue = "1",
      description = "1 is the usual strength.")
  private double intensity;

  @Override
  public Integer call() throws Exception {
    Logs.toScreen();
    SimulationCommand command = command();
    Settings settings = installation.settings();
    String servers = Running.read(settings.data()).kafka();
    send(servers, command);
    System.out.printf("%s of %s for %.0f minutes, as %s%n", fault, target, minutes, command.id());
    return 0;
  }

  private SimulationCommand command() {
    try {
      return new SimulationCommand(
          "cli-" + UUID.randomUUID(), fault, target, Instant.now(), minutes, intensity);
    } catch (IllegalArgumentException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void send(String servers, SimulationCommand command) throws InterruptedException {
    Map<String, Object> options =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            10_000);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(options, new StringSerializer(), new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  Topic.SIMULATION.topicName(), command.target(), Json.write(command)))
          .get(20, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new CannotStartException(
          "Kafka at " + servers + " does not take the command: " + e.getMessage(), e);
    }
  }
}
