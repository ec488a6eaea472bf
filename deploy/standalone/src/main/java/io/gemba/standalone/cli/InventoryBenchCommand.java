package io.gemba.standalone.cli;

import io.gemba.standalone.bench.InventoryBench;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A year of ordering on real demand, as usual and with Gemba. */
@Command(
    name = "inventory",
    mixinStandardHelpOptions = true,
    description = "Cost of a year of ordering on real demand, as is usual and with Gemba.")
final class InventoryBenchCommand implements Callable<Integer> {
  @Mixin private SalesFolder data = new SalesFolder();

  @Option(names = "--from", defaultValue = "1521", description = "First day. Default: 1521.")
  private int from;

  @Option(names = "--to", defaultValue = "1885", description = "Last day. Default: 1885.")
  private int to;

  @Option(
      names = "--holding",
      split = ",",
      defaultValue = "25%/yr,0.5%/day,2%/day",
      paramLabel = "RATE",
      description = "Cost of holding a unit as a share of its cost, such as 25%%/yr or 0.5%%/day.")
  private List<String> holding = List.of();

  @Option(names = "--lead", defaultValue = "3", description = "Days to delivery. Default: 3.")
  private int lead;

  @Option(
      names = "--review",
      split = ",",
      defaultValue = "7",
      description = "Days between orders; may be given more than once. Default: 7.")
  private List<Integer> review = List.of();

  @Option(
      names = "--rows",
      defaultValue = "350000",
      description = "Rows a model is trained on. Default: 350000.")
  private int rows;

  InventoryBenchCommand() {}

  @Override
  public Integer call() throws Exception {
    new InventoryBench(data.path(), System.out)
        .run(new InventoryBench.Runs(from, to, holding, lead, review, rows));
    return 0;
  }
}
