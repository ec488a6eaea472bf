package io.gemba.standalone.cli;

import io.gemba.sensors.simulation.DemoSite;
import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import io.gemba.standalone.data.Running;
import io.gemba.standalone.training.LiveLifeModels;
import io.gemba.standalone.training.MaintenanceTraining;
import io.gemba.standalone.training.SimulatedParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Remaining lives, learnt from machines that ran to failure. */
@Command(
    name = "maintenance",
    mixinStandardHelpOptions = true,
    description = "Learns the remaining life of machines from histories that end with a failure.")
final class MaintenanceCommand {
  private static final String HISTORIES =
      "Folder with train_FD001.txt, as C-MAPSS has it, or a csv file: unit,SENSOR,... and a row a"
          + " cycle of running, each unit's last being the one of its failure. Plain or gzipped.";
  private static final String MODEL = "Name of the model, as the site file's wear parts give it.";

  /** Trains a model. */
  @Command(
      name = "train",
      mixinStandardHelpOptions = true,
      description = "Trains the model of remaining life and writes it to a file.")
  int train(
      @Option(names = "--data", required = true, paramLabel = "PATH", description = HISTORIES)
          Path data,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "Where the model goes.")
          Path out)
      throws Exception {
    MaintenanceTraining.train(data, out, System.out);
    return 0;
  }

  /** Scores a model on units it has not seen. */
  @Command(
      name = "evaluate",
      mixinStandardHelpOptions = true,
      description = "Tells the life of each unit by a model of the others, and scores that.")
  int evaluate(
      @Option(names = "--data", required = true, paramLabel = "PATH", description = HISTORIES)
          Path data)
      throws Exception {
    MaintenanceTraining.evaluate(data, System.out);
    return 0;
  }

  /** Trains a model for a running Gemba. */
  @Command(
      name = "learn",
      mixinStandardHelpOptions = true,
      description = "Trains the model of remaining life and hands it to a running Gemba.")
  int learn(
      @Mixin Installation installation,
      @Option(names = "--histories", required = true, paramLabel = "PATH", description = HISTORIES)
          Path histories,
      @Option(names = "--model", required = true, paramLabel = "NAME", description = MODEL)
          String model,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "Where the model goes, too.")
          Path out)
      throws Exception {
    Logs.toScreen();
    LiveLifeModels running = running(installation);
    running.requireWanted(model);
    MaintenanceTraining.train(histories, out, System.out);
    running.announce(model, out);
    return 0;
  }

  /** Hands a trained model to a running Gemba. */
  @Command(
      name = "announce",
      mixinStandardHelpOptions = true,
      description = "Hands a model that was trained before to a running Gemba.")
  int announce(
      @Mixin Installation installation,
      @Option(
              names = "--file",
              required = true,
              paramLabel = "FILE",
              description = "What 'train' or 'learn' wrote.")
          Path file,
      @Option(names = "--model", required = true, paramLabel = "NAME", description = MODEL)
          String model)
      throws Exception {
    Logs.toScreen();
    running(installation).announce(model, file);
    return 0;
  }

  /** Writes histories of the simulator's parts. */
  @Command(
      name = "histories",
      mixinStandardHelpOptions = true,
      description = "Lets the simulator wear parts down, and writes their lives as a csv file.")
  int histories(
      @Option(
              names = "--site",
              paramLabel = "FILE",
              description = "A business whose machines of no line have a wearPart. Default: demo.")
          @Nullable Path siteFile,
      @Option(
              names = "--units",
              paramLabel = "N",
              defaultValue = "40",
              description = "How many parts. Default: 40.")
          int units,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "7",
              description = "Another gives other parts. Default: 7.")
          long seed,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "Where the csv file goes.")
          Path out)
      throws Exception {
    Logs.toScreen();
    SimulatedParts.writeHistories(site(siteFile), units, seed, out, System.out);
    return 0;
  }

  private static Site site(@Nullable Path file) throws IOException {
    if (file != null) {
      return SiteFile.read(file);
    }
    Path demo = Files.createTempFile("demo-site", ".yaml");
    try {
      return SiteFile.read(DemoSite.copyTo(demo));
    } finally {
      Files.deleteIfExists(demo);
    }
  }

  private static LiveLifeModels running(Installation installation) {
    Running running = Running.read(installation.settings().data());
    Site site = SiteFile.read(Path.of(running.siteFile()));
    return new LiveLifeModels(running.kafka(), site, Clock.systemUTC(), System.out);
  }
}
