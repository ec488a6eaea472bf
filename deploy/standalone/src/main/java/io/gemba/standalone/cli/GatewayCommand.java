package io.gemba.standalone.cli;

import io.gemba.sensors.mqtt.Gateway;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import io.gemba.standalone.server.Topics;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The gateway alone, between a plant's broker and a Kafka cluster. */
@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    description = "Runs the MQTT gateway alone, with the brokers of the settings.")
final class GatewayCommand implements Callable<Integer> {
  @Mixin private Installation installation = new Installation();

  @Option(names = "--site", paramLabel = "FILE", required = true, description = "Your business.")
  private Path siteFile = Path.of("");

  @Override
  public Integer call() throws Exception {
    Logs.toScreen();
    Settings settings = installation.settings();
    Site site = SiteFile.read(siteFile);
    Topics.create(settings.kafka().bootstrapServers());
    Gateway gateway = Gateway.start(settings, site);
    Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "gemba-stop"));
    System.out.printf(
        "The gateway takes readings from %s to %s. Stop with Ctrl-C.%n",
        settings.mqtt().url(), settings.kafka().bootstrapServers());
    new CountDownLatch(1).await();
    return 0;
  }
}
