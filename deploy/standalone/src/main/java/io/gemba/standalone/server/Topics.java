package io.gemba.standalone.server;

import io.gemba.message.Topic;
import io.gemba.standalone.CannotStartException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics that are missing. Nothing is thrown away by age, only by size, so that a new
 * consumer can rebuild its state; topics whose records replace each other by key are compacted.
 */
public final class Topics {
  private static final int PARTITIONS = 4;
  private static final long MEBIBYTE = 1 << 20;
  private static final long SMALLEST_SEGMENT = 8 * MEBIBYTE;

  private Topics() {}

  /**
   * Creates every topic of {@link Topic} that is not there; leaves the others as they are.
   *
   * @param bootstrapServers addresses of the log, embedded or not
   * @throws CannotStartException if the log does not answer in 60 s
   */
  public static void create(String bootstrapServers) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      Set<String> there = admin.listTopics().names().get(60, TimeUnit.SECONDS);
      List<NewTopic> missing = new ArrayList<>();
      for (Topic topic : Topic.values()) {
        if (!there.contains(topic.topicName())) {
          missing.add(
              new NewTopic(topic.topicName(), Optional.of(PARTITIONS), Optional.empty())
                  .configs(configuration(topic)));
        }
      }
      admin.createTopics(missing).all().get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new CannotStartException(
            "Kafka at %s does not create the topics: %s. Check kafka.bootstrapServers."
                .formatted(bootstrapServers, e.getCause()),
            e);
      }
    } catch (TimeoutException e) {
      throw new CannotStartException(
          "Kafka at " + bootstrapServers + " does not answer. Check kafka.bootstrapServers.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("Interrupted while the topics were made. Start again.", e);
    }
  }

  static Map<String, String> configuration(Topic topic) {
    if (isReplacedByKey(topic)) {
      return Map.of(
          "cleanup.policy", "compact", "segment.bytes", String.valueOf(SMALLEST_SEGMENT * 2));
    }
    long partitionBytes = keptMebibytes(topic) * MEBIBYTE / PARTITIONS;
    return Map.of(
        "cleanup.policy",
        "delete",
        "retention.ms",
        "-1",
        "retention.bytes",
        String.valueOf(partitionBytes),
        "segment.bytes",
        String.valueOf(Math.max(SMALLEST_SEGMENT, partitionBytes / 8)));
  }

  /** Whether a later record makes the earlier ones of the same key worthless to every reader. */
  private static boolean isReplacedByKey(Topic topic) {
    return switch (topic) {
      case ORDERS,
          SENSOR_STATUS,
          FORECASTS,
          FORECAST_OVERRIDES,
          PRICES,
          MODELS,
          MACHINE_LIVES,
          PART_REPLACEMENTS,
          OVERSTOCKS,
          COSTS ->
          true;
      default -> false;
    };
  }

  private static long keptMebibytes(Topic topic) {
    return switch (topic) {
      case DEMAND -> 2048;
      case READINGS -> 1024;
      case STOCK, PLANS -> 512;
      default -> 256;
    };
  }
}
