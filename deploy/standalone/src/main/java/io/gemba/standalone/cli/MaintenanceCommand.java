package io.gemba.standalone.cli;

import io.gemba.standalone.training.MaintenanceTraining;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Remaining lives, learnt from machines that ran to failure. */
@Command(
    name = "maintenance",
    mixinStandardHelpOptions = true,
    description = "Learns the remaining life of machines from histories that end with a failure.")
final class MaintenanceCommand {

  /** Trains a model. */
  @Command(
      name = "train",
      mixinStandardHelpOptions = true,
      description = "Trains the model of remaining life and writes it to a file.")
  int train(
      @Option(
              names = "--data",
              required = true,
              paramLabel = "DIR",
              description = "Folder with train_FD001.txt, plain or gzipped, as C-MAPSS has it.")
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
      @Option(
              names = "--data",
              required = true,
              paramLabel = "DIR",
              description = "Folder with train_FD001.txt, plain or gzipped, as C-MAPSS has it.")
          Path data)
      throws Exception {
    MaintenanceTraining.evaluate(data, System.out);
    return 0;
  }
}
