package io.gemba.standalone.bench;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.backtest.M5Folder;
import io.gemba.forecast.backtest.Method;
import io.gemba.forecast.panel.Panel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Draws the forecast of one series from a past day beside what was sold. */
public final class ForecastPlot {
  private static final int PAST_DAYS = 84;

  private final Panel panel;
  private final Method method;

  /**
   * @param data folder in the format of M5
   * @param model as for {@link ForecastBacktest}
   */
  public ForecastPlot(Path data, String model) throws IOException {
    this.panel = M5Folder.read(data);
    this.method = ForecastBacktest.method(model);
  }

  /**
   * Which picture.
   *
   * @param series item and place, as in {@code FOODS_1_001_CA_1}
   * @param origin number of the last day known
   * @param days that a stock must suffice for, 1 to 28
   * @param overage cost of a unit left over after them
   * @param underage cost of a unit not sold
   */
  public record Wish(String series, int origin, int days, double overage, double underage) {}

  /**
   * Writes the picture.
   *
   * @throws IllegalArgumentException if there is no such series or the origin is too early or late
   */
  public void write(Wish wish, Path out) throws IOException {
    int known = wish.origin;
    if (known < PAST_DAYS || known + DemandForecast.DAYS > panel.days()) {
      throw new IllegalArgumentException(
          "origin (%d) must be %d to %d."
              .formatted(known, PAST_DAYS, panel.days() - DemandForecast.DAYS));
    }
    ForecastPicture.Costs costs = new ForecastPicture.Costs(wish.days, wish.overage, wish.underage);
    int series = position(wish.series);
    List<DemandForecast> forecasts = method.forecast(panel.until(panel.firstDay() + known - 1));
    float[] units =
        Arrays.copyOfRange(panel.units()[series], known - PAST_DAYS, known + DemandForecast.DAYS);
    String title = "%s after d_%d".formatted(wish.series, known);
    String svg =
        ForecastPicture.draw(
            new ForecastPicture.Series(title, units, forecasts.get(series)), costs);
    Files.writeString(out, svg, StandardCharsets.UTF_8);
  }

  private int position(String series) {
    for (int i = 0; i < panel.members().size(); i++) {
      Panel.Member member = panel.members().get(i);
      if (series.equals(member.item() + "_" + member.place())) {
        return i;
      }
    }
    Panel.Member first = panel.members().get(0);
    throw new IllegalArgumentException(
        "--series '%s' is not in the data. Name item and place, as in %s_%s."
            .formatted(series, first.item(), first.place()));
  }
}
