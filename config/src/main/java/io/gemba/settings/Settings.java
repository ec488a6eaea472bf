package io.gemba.settings;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of an installation are. Every key can be overridden by the environment: {@code
 * kafka.bootstrapServers} by {@code GEMBA_KAFKA_BOOTSTRAP_SERVERS}. Secrets are never in the file:
 * a key ending in {@code File} names a file that holds one, or the environment gives it.
 *
 * @param data folder of everything that is kept
 * @param web console and REST
 * @param mqtt broker of the plant
 * @param kafka the log
 * @param flink streaming
 * @param database plans and orders
 * @param timeSeries costs and readings over time
 * @param gateway how MQTT messages become readings
 * @param planner how long plans may take
 * @param simulation the demo's plant and shop
 */
public record Settings(
    Path data,
    Web web,
    Mqtt mqtt,
    Kafka kafka,
    Flink flink,
    Database database,
    TimeSeries timeSeries,
    Gateway gateway,
    Planner planner,
    Simulation simulation) {

  /**
   * @param host address to bind, loopback unless told otherwise
   * @param port 0 takes a free one
   */
  public record Web(@NotBlank String host, @DecimalMin("0") @DecimalMax("65535") int port) {}

  /**
   * @param embedded whether the broker runs in this JVM
   * @param url {@code tcp://host:port} or {@code ssl://host:port}
   * @param username null when none is needed
   * @param passwordFile file that holds the password, null when none is needed
   */
  public record Mqtt(
      boolean embedded,
      @Pattern(regexp = "(tcp|ssl)://.+:\\d+", message = "must look like tcp://127.0.0.1:1883.")
          String url,
      @Nullable String username,
      @Nullable Path passwordFile) {}

  /**
   * @param embedded whether broker and controller run in this JVM
   * @param bootstrapServers {@code host:port}, several with commas
   */
  public record Kafka(boolean embedded, @NotBlank String bootstrapServers) {}

  /**
   * @param embedded whether the cluster runs in this JVM
   * @param host REST address of the job manager
   * @param port REST port; 0 takes a free one when embedded
   * @param parallelism subtasks a job
   * @param checkpointSeconds time between checkpoints
   * @param stateBackend {@code hashmap} or {@code rocksdb}
   * @param readings where the anomaly job takes readings from: {@code kafka}, where the gateway
   *     puts them, or {@code mqtt}, those in JSON straight from the broker; then it puts them on
   *     Kafka for all others, and the gateway leaves them alone
   */
  public record Flink(
      boolean embedded,
      @NotBlank String host,
      @DecimalMin("0") @DecimalMax("65535") int port,
      @Positive int parallelism,
      @Positive int checkpointSeconds,
      @Pattern(regexp = "hashmap|rocksdb", message = "must be hashmap or rocksdb.")
          String stateBackend,
      @Pattern(regexp = "kafka|mqtt", message = "must be kafka or mqtt.") String readings) {}

  /**
   * @param embedded whether PostgreSQL is started by this process
   * @param url JDBC address
   * @param username of the database
   * @param passwordFile file that holds the password, null when none is needed
   */
  public record Database(
      boolean embedded,
      @Pattern(
              regexp = "jdbc:postgresql:.+",
              message = "must look like jdbc:postgresql://127.0.0.1:5432/gemba.")
          String url,
      @NotBlank String username,
      @Nullable Path passwordFile) {}

  /**
   * @param embedded whether QuestDB runs in this JVM
   * @param url HTTP address of the InfluxDB 2 write API
   * @param organisation InfluxDB organisation
   * @param bucket InfluxDB bucket
   * @param tokenFile file that holds the token, null when none is needed
   */
  public record TimeSeries(
      boolean embedded,
      @Pattern(regexp = "https?://.+", message = "must look like http://127.0.0.1:8086.")
          String url,
      @NotBlank String organisation,
      @NotBlank String bucket,
      @Nullable Path tokenFile) {}

  /**
   * @param clients MQTT connections that share the subscription
   * @param receiveMaximum messages in flight a connection
   * @param payloadBytes longest payload that is read
   * @param mappings tried in order; the first that matches a topic is used
   * @param sparkplugGroups Sparkplug B groups whose edge nodes are listened to; none when empty
   */
  public record Gateway(
      @Positive int clients,
      @DecimalMin("1") @DecimalMax("65535") int receiveMaximum,
      @Positive int payloadBytes,
      @NotEmpty List<Mapping> mappings,
      List<String> sparkplugGroups) {
    /** Copies the lists. */
    public Gateway {
      mappings = List.copyOf(mappings);
      sparkplugGroups = List.copyOf(sparkplugGroups);
    }
  }

  /**
   * How a plant's own topics and payloads become messages.
   *
   * @param topic template; {@code {site}}, {@code {machine}} and {@code {sensor}} each stand for
   *     one level, for example {@code gemba/{site}/{machine}/{sensor}}
   * @param kind what the payload is
   * @param value JSON pointer to the value, for example {@code /value}; for machine states to the
   *     state
   * @param at JSON pointer to the time: ISO-8601 text, or epoch seconds or milliseconds; empty
   *     takes the time of arrival
   * @param seq JSON pointer to the sequence number; empty derives it from the time
   */
  public record Mapping(@NotBlank String topic, Kind kind, String value, String at, String seq) {
    /** What a payload is. */
    public enum Kind {
      READING,
      MACHINE_STATE
    }
  }

  /**
   * @param rosterSeconds time to search a roster
   * @param routeSeconds time to search a day's routes
   * @param rosterDays days a roster covers
   * @param threads threads a search may use
   * @param escalateMinutes how long an alarm of high severity may wait until somebody acknowledges
   *     it, before it escalates
   */
  public record Planner(
      @Positive double rosterSeconds,
      @Positive double routeSeconds,
      @Positive int rosterDays,
      @Positive int threads,
      @Positive double escalateMinutes) {}

  /**
   * @param enabled whether the demo's plant and shop run
   * @param seed same seed, same readings
   * @param speed how many times as often as the site says sensors are read, above 0
   * @param historyDays days of demand written on first start
   */
  public record Simulation(
      boolean enabled, long seed, @Positive double speed, @PositiveOrZero int historyDays) {}
}
