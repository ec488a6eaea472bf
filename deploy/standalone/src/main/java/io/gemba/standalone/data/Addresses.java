package io.gemba.standalone.data;

import io.gemba.settings.Settings;
import java.net.URI;

/** Gives every embedded server the port it will have, before anything starts. */
public final class Addresses {
  private Addresses() {}

  /**
   * Replaces port 0 of the web and of embedded parts by a free one, and checks all others.
   *
   * @return the same settings with every port known
   * @throws io.gemba.standalone.CannotStartException naming the first port in use and its setting
   */
  public static Settings resolve(Settings settings) {
    Settings.Web web = settings.web();
    Settings.Mqtt mqtt = settings.mqtt();
    Settings.Kafka kafka = settings.kafka();
    Settings.Flink flink = settings.flink();
    Settings.Database database = settings.database();
    Settings.TimeSeries series = settings.timeSeries();
    return new Settings(
        settings.data(),
        new Settings.Web(web.host(), Ports.resolve("web.port", web.host(), web.port())),
        mqtt.embedded()
            ? new Settings.Mqtt(
                true, fix("mqtt.url", mqtt.url()), mqtt.username(), mqtt.passwordFile())
            : mqtt,
        kafka.embedded()
            ? new Settings.Kafka(
                true,
                fix("kafka.bootstrapServers", "kafka://" + kafka.bootstrapServers())
                    .substring("kafka://".length()))
            : kafka,
        flink.embedded()
            ? new Settings.Flink(
                true,
                flink.host(),
                Ports.resolve("flink.port", flink.host(), flink.port()),
                flink.parallelism(),
                flink.checkpointSeconds(),
                flink.stateBackend(),
                flink.readings())
            : flink,
        database.embedded()
            ? new Settings.Database(
                true,
                "jdbc:" + fix("database.url", database.url().substring("jdbc:".length())),
                database.username(),
                database.passwordFile())
            : database,
        series.embedded()
            ? new Settings.TimeSeries(
                true,
                fix("timeSeries.url", series.url()),
                series.organisation(),
                series.bucket(),
                series.tokenFile())
            : series,
        settings.gateway(),
        settings.planner(),
        settings.simulation());
  }

  /** The port in {@code scheme://host:port}. */
  public static int port(String url) {
    return URI.create(url.replaceFirst("^jdbc:", "")).getPort();
  }

  /** A port that is free on the loopback address now. */
  public static int freePort() {
    return Ports.free();
  }

  private static String fix(String setting, String url) {
    URI uri = URI.create(url);
    int port = Ports.resolve(setting, uri.getHost(), uri.getPort());
    return url.replaceFirst(":" + uri.getPort() + "(?=/|$)", ":" + port);
  }
}
