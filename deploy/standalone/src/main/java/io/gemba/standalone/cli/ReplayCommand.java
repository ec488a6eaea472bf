package io.gemba.standalone.cli;

import io.gemba.sensors.replay.DemandReplay;
import io.gemba.sensors.replay.RejectedRow;
import io.gemba.sensors.replay.ReplaySite;
import io.gemba.sensors.replay.ReplayWatch;
import io.gemba.sensors.replay.SensorReplay;
import io.gemba.sensors.simulation.DeviceClient;
import io.gemba.sensors.simulation.TopicWriter;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import io.gemba.standalone.data.Running;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Feeds public data into a running Gemba, through the doors that a plant and an ERP use. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Feeds recorded data into the Gemba that runs on the data folder.",
      "With --write-site it writes the site file for the data instead; run 'gemba up --site' on it."
    })
final class ReplayCommand implements Callable<Integer> {
  private static final int REJECTED_SHOWN = 5;

  @Mixin private Installation installation = new Installation();

  @ArgGroup(multiplicity = "1", exclusive = false)
  private Sources sources = new Sources();

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "400",
      description = "Last days of demand; 0 for all. Default: 400.")
  private int days;

  @Option(
      names = "--own-dates",
      description = "Keep the dates of the demand instead of ending yesterday.")
  private boolean ownDates;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seconds of sensor data a second; 0 for as fast as it can. Default: 0.")
  private double speed;

  @Option(
      names = "--write-site",
      paramLabel = "FILE",
      description = "Write the site file for the data and do nothing else.")
  private @Nullable Path writeSite;

  /** What is replayed: one of both, or both. */
  static final class Sources {
    @Option(
        names = "--demand",
        paramLabel = "DIR",
        description = "Folder of M5-format sales, prices and calendar.")
    private @Nullable Path demand;

    @Option(
        names = "--sensors",
        paramLabel = "DIR",
        description = "NAB or SKAB csv file, or a folder of such.")
    private @Nullable Path sensors;
  }

  @Override
  public Integer call() throws Exception {
    Logs.toScreen();
    Watch watch = new Watch(System.out);
    if (writeSite != null) {
      Site site = ReplaySite.of(sources.demand, sources.sensors, watch);
      ReplaySite.write(site, writeSite);
      System.out.printf("Wrote %s. Run: gemba up --site %s%n", writeSite, writeSite);
      return 0;
    }
    Settings own = installation.settings();
    Running running = Running.read(own.data());
    Settings settings = running.applyTo(own);
    Site site = SiteFile.read(Path.of(running.siteFile()));
    if (sources.demand != null) {
      demand(sources.demand, settings, site, watch);
    }
    if (sources.sensors != null) {
      sensors(sources.sensors, settings, site, watch);
    }
    return 0;
  }

  private void demand(Path folder, Settings settings, Site site, Watch watch) throws IOException {
    long begin = System.nanoTime();
    try (TopicWriter writer = TopicWriter.open(settings, "gemba-replay")) {
      DemandReplay.Plan plan = new DemandReplay.Plan(folder, days, ownDates, site.zone());
      DemandReplay.Result result = new DemandReplay(plan, Clock.systemUTC(), writer, watch).run();
      System.out.printf(
          "%d daily totals of %d series, %s to %s, and %d stock counts in %.1f s; %d rows left out%n",
          result.totals(),
          result.series(),
          result.firstDay(),
          result.lastDay(),
          result.counts(),
          seconds(begin),
          result.rejected());
    }
  }

  private void sensors(Path fileOrFolder, Settings settings, Site site, Watch watch)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (DeviceClient device = new DeviceClient(settings.mqtt(), "gemba-replay-" + site.id())) {
      SensorReplay.Plan plan = new SensorReplay.Plan(fileOrFolder, site.id(), speed);
      SensorReplay.Result result =
          new SensorReplay(plan, Clock.systemUTC(), device::publish, watch).run();
      System.out.printf(
          "%d readings of %d machines in %.1f s; %d rows left out%n",
          result.readings(), result.machines(), seconds(begin), result.rejected());
    }
  }

  private static double seconds(long beginNanos) {
    return (System.nanoTime() - beginNanos) / 1e9;
  }

  /** Prints how far it is, at most once a second, and the first rows that were left out. */
  private static final class Watch implements ReplayWatch {
    private final PrintStream out;
    private long lastNanos = System.nanoTime();
    private int rejected;

    Watch(PrintStream out) {
      this.out = out;
    }

    @Override
    public void progressed(long done, long total) {
      if (System.nanoTime() - lastNanos > 1_000_000_000L) {
        lastNanos = System.nanoTime();
        out.println(total > 0 ? "%d of %d".formatted(done, total) : "%d".formatted(done));
      }
    }

    @Override
    public void rejected(RejectedRow row) {
      rejected++;
      if (rejected <= REJECTED_SHOWN) {
        out.println(row);
      }
    }
  }
}
