package io.gemba.standalone.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names a folder of sales. */
final class SalesFolder {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder with m5_sales, m5_prices and m5_calendar, csv or csv.gz.")
  private Path data = Path.of("");

  Path path() {
    return data;
  }
}
