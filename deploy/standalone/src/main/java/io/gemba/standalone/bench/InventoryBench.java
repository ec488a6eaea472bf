package io.gemba.standalone.bench;

import io.gemba.forecast.backtest.M5Folder;
import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.learn.ModelTrainer;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.stock.CycleForecasts;
import io.gemba.forecast.stock.ModelRule;
import io.gemba.forecast.stock.StockSimulation;
import io.gemba.forecast.stock.UsualPractice;
import io.gemba.forecast.train.TribuoTrainer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * A year of shops that order by themselves, once as is usual and once as Gemba would, on the same
 * real demand.
 */
public final class InventoryBench {
  private static final double MARGIN = 0.3;
  private static final int RETRAIN_DAYS = 182;

  private final Panel panel;
  private final PrintStream screen;

  /**
   * @param data folder in the format of M5
   */
  public InventoryBench(Path data, PrintStream screen) throws IOException {
    this.panel = M5Folder.read(data);
    this.screen = screen;
  }

  /**
   * What to run.
   *
   * @param from number of the first day, as in d_1521; 28 days from it are not counted
   * @param to number of the last day
   * @param holding costs of holding a unit, such as {@code 25%/yr} or {@code 0.5%/day} of its cost
   * @param leadDays from order to delivery
   * @param reviewDays days between orders, one run each
   * @param rows about so many rows a model is trained on
   */
  public record Runs(
      int from, int to, List<String> holding, int leadDays, List<Integer> reviewDays, int rows) {
    /** Copies the lists. */
    public Runs {
      holding = List.copyOf(holding);
      reviewDays = List.copyOf(reviewDays);
    }
  }

  /** Runs all combinations and prints a csv row each. */
  public void run(Runs runs) {
    int first = panel.firstDay() + runs.from - 1;
    int last = panel.firstDay() + runs.to - 1;
    if (runs.from < 2 || last > panel.lastDay() || first + 2 * 28 > last) {
      throw new IllegalArgumentException(
          "--from %d --to %d must lie in 2 to %d and span more than 8 weeks."
              .formatted(runs.from, runs.to, panel.days()));
    }
    ModelTrainer.Options options = ModelTrainer.Options.standard().withRows(runs.rows);
    TreeMap<Integer, DemandModel> models = new TreeMap<>();
    for (int day = first - 1; day < last; day += RETRAIN_DAYS) {
      screen.println("training on the days before d_" + (day + 2 - panel.firstDay()));
      models.put(day, new ModelTrainer(options, TribuoTrainer::new).train(panel.until(day)));
    }
    screen.println(
        "review_days,holding,method,series,total,holding_cost,lost_margin,fill_rate,turns");
    for (int review : runs.reviewDays) {
      CycleForecasts forecasts = new CycleForecasts(panel, models, runs.leadDays, review);
      for (String rate : runs.holding) {
        StockSimulation.Terms terms =
            new StockSimulation.Terms(
                first, last, runs.leadDays, review, holdingPerDay(rate), MARGIN);
        StockSimulation simulation = new StockSimulation(panel, terms);
        StockSimulation.Outcome usual =
            simulation.run(new UsualPractice(panel, terms.protectionDays()));
        StockSimulation.Outcome gemba = simulation.run(new ModelRule(forecasts, terms));
        print(review, rate, "usual", usual);
        print(review, rate, "gemba", gemba);
        screen.println(
            String.format(
                Locale.ROOT,
                "cost review %d holding %s: %+.1f %%",
                review,
                rate,
                100 * (gemba.totalCents() / usual.totalCents() - 1)));
      }
    }
  }

  private void print(int review, String rate, String method, StockSimulation.Outcome outcome) {
    screen.println(
        String.format(
            Locale.ROOT,
            "%d,%s,%s,%d,%.2f,%.2f,%.2f,%.4f,%.2f",
            review,
            rate,
            method,
            outcome.series(),
            outcome.totalCents() / 100,
            outcome.holdingCents() / 100,
            outcome.lostMarginCents() / 100,
            outcome.fillRate(),
            outcome.turns()));
  }

  /**
   * Reads a holding cost.
   *
   * @throws IllegalArgumentException if it is not like 25%/yr or 0.5%/day
   */
  static double holdingPerDay(String rate) {
    String text = rate.strip().toLowerCase(Locale.ROOT);
    int percent = text.indexOf("%/");
    if (percent > 0) {
      try {
        double share = Double.parseDouble(text.substring(0, percent)) / 100;
        switch (text.substring(percent + 2)) {
          case "yr", "year" -> {
            return share / 365;
          }
          case "day" -> {
            return share;
          }
          default -> {
            // falls to the message
          }
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(wrong(rate), e);
      }
    }
    throw new IllegalArgumentException(wrong(rate));
  }

  private static String wrong(String rate) {
    return "--holding '%s' cannot be read. Write 25%%/yr or 0.5%%/day.".formatted(rate);
  }
}
