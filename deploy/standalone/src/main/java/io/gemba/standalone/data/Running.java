package io.gemba.standalone.data;

import io.gemba.message.Json;
import io.gemba.settings.Settings;
import io.gemba.standalone.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where a running Gemba can be reached, as it stands in {@code running.json} of its data folder
 * while it runs.
 *
 * @param pid its process
 * @param web console and REST
 * @param mqtt broker
 * @param kafka bootstrap servers
 * @param timeSeries SQL and writes
 * @param flink web pages of the jobs
 * @param database JDBC
 * @param siteFile the site it runs
 */
public record Running(
    long pid,
    String web,
    String mqtt,
    String kafka,
    String timeSeries,
    String flink,
    String database,
    String siteFile) {
  private static final String NAME = "running.json";

  /** The addresses of this process. */
  public static Running of(Settings resolved, Path siteFile) {
    return new Running(
        ProcessHandle.current().pid(),
        "http://" + resolved.web().host() + ":" + resolved.web().port(),
        resolved.mqtt().url(),
        resolved.kafka().bootstrapServers(),
        resolved.timeSeries().url(),
        "http://" + resolved.flink().host() + ":" + resolved.flink().port(),
        resolved.database().url(),
        siteFile.toAbsolutePath().toString());
  }

  /** Writes the file whole or not at all. */
  public void write(Path dataFolder) throws IOException {
    Path partial = dataFolder.resolve(NAME + ".partial");
    Files.write(partial, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    Files.move(
        partial,
        dataFolder.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads the addresses of the Gemba that runs on a folder.
   *
   * @throws CannotStartException if none runs there
   */
  public static Running read(Path dataFolder) {
    Path file = dataFolder.resolve(NAME);
    try {
      if (Files.exists(file)) {
        Running running = Json.read(Files.readAllBytes(file), Running.class);
        if (ProcessHandle.of(running.pid()).isPresent()) {
          return running;
        }
      }
    } catch (IOException e) {
      throw new CannotStartException("Cannot read " + file.toAbsolutePath() + ": " + e, e);
    }
    throw new CannotStartException(
        "No Gemba runs on the data folder %s. Start one with 'gemba up', or name its folder with --data."
            .formatted(dataFolder.toAbsolutePath()));
  }

  /** Removes the file at a clean stop. */
  public static void delete(Path dataFolder) throws IOException {
    Files.deleteIfExists(dataFolder.resolve(NAME));
  }

  /**
   * The given settings with the addresses of the running Gemba, for a command that talks to it from
   * another process.
   */
  public Settings applyTo(Settings settings) {
    return new Settings(
        settings.data(),
        settings.web(),
        new Settings.Mqtt(false, mqtt, settings.mqtt().username(), settings.mqtt().passwordFile()),
        new Settings.Kafka(false, kafka),
        settings.flink(),
        new Settings.Database(
            false, database, settings.database().username(), settings.database().passwordFile()),
        new Settings.TimeSeries(
            false,
            timeSeries,
            settings.timeSeries().organisation(),
            settings.timeSeries().bucket(),
            settings.timeSeries().tokenFile()),
        settings.gateway(),
        settings.planner(),
        settings.simulation());
  }
}
