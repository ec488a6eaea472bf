package io.gemba.standalone.cli;

import io.gemba.planner.PlannerServer;
import io.gemba.planner.health.Readiness;
import io.gemba.sensors.simulation.DemoSite;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import io.gemba.standalone.CannotStartException;
import io.gemba.standalone.Standalone;
import io.gemba.standalone.data.Addresses;
import io.gemba.standalone.data.DataFolder;
import io.gemba.standalone.data.Running;
import io.gemba.standalone.server.Postgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and runs until it is told to stop. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts all of Gemba in one process, with a demo site unless given another.")
final class UpCommand implements Callable<Integer> {
  private static final Duration DEADLINE = Duration.ofMinutes(5);

  @Mixin private Installation installation = new Installation();

  @Option(
      names = "--site",
      paramLabel = "FILE",
      description = "Your business. Default: a demo food business, simulated.")
  private @Nullable Path siteFile;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of the console; 0 takes a free one. Default: 7400.")
  private @Nullable Integer port;

  @Option(
      names = "--simulation",
      negatable = true,
      description = "Whether plant and shop are simulated. Default: only the demo site's.")
  private @Nullable Boolean simulation;

  @Override
  public Integer call() throws Exception {
    long begin = System.nanoTime();
    PrintStream screen = System.out;
    PrintStream errors = System.err;
    Settings wanted = installation.settings(options());
    DataFolder folder = DataFolder.open(wanted.data());
    Logs.toFolder(folder.path().resolve("logs"));
    Postgres.stopOrphan(folder.path().toAbsolutePath().resolve("postgres"));
    Path file = siteFile == null ? demoSite(folder.path()) : siteFile;
    Site site = SiteFile.read(file);
    Settings settings = Addresses.resolve(wanted);
    Readiness readiness = new Readiness();
    PlannerServer web = PlannerServer.open(settings.web(), readiness);
    Running running = Running.of(settings, file);
    running.write(folder.path());
    screen.println("Gemba is starting: " + running.web());
    Standalone standalone = new Standalone(settings, site, readiness);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(standalone, web, folder, stopped), "gemba-stop"));
    try {
      standalone.start(web, DEADLINE);
    } catch (CannotStartException e) {
      LoggerFactory.getLogger(UpCommand.class).error("Gemba does not start", e);
      errors.println(e.getMessage());
      Running.delete(folder.path());
      Runtime.getRuntime().halt(1);
    }
    screen.printf(
        "Gemba is up after %.1f s. Site: %s. Log: %s. Stop with Ctrl-C.%n",
        (System.nanoTime() - begin) / 1e9, site.name(), folder.path().resolve("logs/gemba.log"));
    stopped.await();
    return 0;
  }

  private Map<String, String> options() {
    Map<String, String> options = new HashMap<>();
    if (port != null) {
      options.put("GEMBA_WEB_PORT", port.toString());
    }
    if (simulation != null) {
      options.put("GEMBA_SIMULATION_ENABLED", simulation.toString());
    } else if (siteFile != null) {
      options.put("GEMBA_SIMULATION_ENABLED", "false");
    }
    return options;
  }

  /** Kept in the data folder, so that a person can look at it and change it. */
  private static Path demoSite(Path folder) throws IOException {
    Path file = folder.resolve("demo-site.yaml");
    return Files.exists(file) ? file : DemoSite.copyTo(file);
  }

  private static void stop(
      Standalone standalone, PlannerServer web, DataFolder folder, CountDownLatch stopped) {
    standalone.close();
    web.close();
    try {
      Running.delete(folder.path());
      folder.close();
    } catch (IOException e) {
      LoggerFactory.getLogger(UpCommand.class).warn("The data folder was not left cleanly", e);
    }
    stopped.countDown();
    // threads of the servers would hold the process
    Runtime.getRuntime().halt(0);
  }
}
