package io.gemba.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.learn.ModelTrainer;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.PriceRuns;
import io.gemba.forecast.train.TribuoTrainer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trained model against the moving average on real sales it has not seen. */
final class BacktestTest {
  private static final Path DATA = Path.of(System.getProperty("gemba.data", ""), "forecast");
  private static final ModelTrainer.Options SMALL =
      new ModelTrainer.Options(50_000, 60, 5, 0.1, 3, 1.5, 1.1, 7);

  @Test
  void trainedModel_lastFourWeeksOfM5_beatsTheMovingAverageInMeanAndQuantiles() throws IOException {
    assumeTrue(Files.exists(DATA.resolve("m5_sales.csv.gz")), "no M5 data");
    Panel panel = part(M5Folder.read(DATA));
    int origin = panel.days() - DemandForecast.DAYS;
    Panel known = panel.until(panel.firstDay() + origin - 1);
    DemandModel model = new ModelTrainer(SMALL, TribuoTrainer::new).train(known);

    Backtest.Result trained = new Backtest(panel).run(origin, Methods.of(model));
    Backtest.Result average = new Backtest(panel).run(origin, Methods.fallback());
    Backtest.Result again = new Backtest(panel).run(origin, Methods.of(copy(model)));

    assertThat(trained.wrmsse()).isLessThan(0.97 * average.wrmsse());
    assertThat(trained.pinball().loss()).isLessThan(average.pinball().loss());
    assertThat(trained.pinball().coverage(2)).as("days below .95").isBetween(0.93, 0.98);
    assertThat(again.wrmsse()).as("written and read").isEqualTo(trained.wrmsse());
    for (DemandForecast forecast : trained.forecasts()) {
      assertRising(forecast);
    }
  }

  @Test
  void run_originTooLate_saysHowLateItMayBe() {
    Panel panel =
        new Panel(
            0,
            List.of(new Panel.Member("soup", "a", "cold", "food", "north")),
            new float[1][100],
            List.of(PriceRuns.NONE),
            io.gemba.forecast.panel.DayKinds.PLAIN);

    assertThatThrownBy(() -> new Backtest(panel).run(73, Methods.fallback()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 72");
  }

  private static void assertRising(DemandForecast forecast) {
    for (int day = 0; day < DemandForecast.DAYS; day++) {
      assertThat(forecast.mean()[day]).isFinite().isNotNegative();
      for (int level = 0; level < forecast.daily().length; level++) {
        double below = level == 0 ? 0 : forecast.daily()[level - 1][day];
        assertThat(forecast.daily()[level][day]).isFinite().isGreaterThanOrEqualTo(below);
        double before = day == 0 ? 0 : forecast.cumulative()[level][day - 1];
        assertThat(forecast.cumulative()[level][day]).isFinite().isGreaterThanOrEqualTo(before);
      }
    }
  }

  private static DemandModel copy(DemandModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    return DemandModel.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  /** Every sixth item, in all stores. */
  private static Panel part(Panel panel) {
    List<String> items = panel.distinct(Panel.Member::item);
    List<Panel.Member> members = new ArrayList<>();
    List<float[]> units = new ArrayList<>();
    List<PriceRuns> prices = new ArrayList<>();
    for (int i = 0; i < panel.members().size(); i++) {
      if (items.indexOf(panel.members().get(i).item()) % 6 == 0) {
        members.add(panel.members().get(i));
        units.add(panel.units()[i]);
        prices.add(panel.prices().get(i));
      }
    }
    return new Panel(
        panel.firstDay(), members, units.toArray(float[][]::new), prices, panel.kinds());
  }
}
