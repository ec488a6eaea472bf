package io.gemba.standalone.cli;

import io.gemba.planner.PlannerServer;
import io.gemba.planner.PlannerService;
import io.gemba.planner.health.Readiness;
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

/** Planner and console alone, beside servers that run elsewhere. */
@Command(
    name = "planner",
    mixinStandardHelpOptions = true,
    description = "Runs planner and console alone, with the servers of the settings.")
final class PlannerCommand implements Callable<Integer> {
  @Mixin private Installation installation = new Installation();

  @Option(names = "--site", paramLabel = "FILE", required = true, description = "Your business.")
  private Path siteFile = Path.of("");

  @Override
  public Integer call() throws Exception {
    Logs.toScreen();
    Settings settings = installation.settings();
    Site site = SiteFile.read(siteFile);
    PlannerServer web = PlannerServer.open(settings.web(), new Readiness());
    System.out.printf("Gemba's console: http://%s:%d%n", settings.web().host(), web.port());
    Topics.create(settings.kafka().bootstrapServers());
    PlannerService planner = web.start(settings, site);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  planner.close();
                  web.close();
                },
                "gemba-stop"));
    new CountDownLatch(1).await();
    return 0;
  }
}
