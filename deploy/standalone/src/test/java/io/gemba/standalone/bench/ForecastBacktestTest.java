package io.gemba.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ForecastBacktestTest {
  private static final int DAYS = 600;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream screen = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @TempDir Path folder;

  @BeforeEach
  void writeData() throws IOException {
    StringBuilder calendar = new StringBuilder("date,d,event_name_1,snap_CA\n");
    StringBuilder header = new StringBuilder("item_id,dept_id,cat_id,store_id,state_id");
    for (int day = 1; day <= DAYS; day++) {
      LocalDate date = LocalDate.of(2020, 1, 1).plusDays(day - 1L);
      calendar.append(date).append(",d_").append(day).append(",,0\n");
      header.append(",d_").append(day);
    }
    StringBuilder sales = new StringBuilder(header).append('\n');
    StringBuilder prices = new StringBuilder("store_id,item_id,first_d,last_d,sell_price\n");
    for (String item : List.of("SOUP", "BREAD")) {
      sales.append(item).append(",FOOD_1,FOOD,CA_1,CA");
      for (int day = 1; day <= DAYS; day++) {
        sales.append(',').append(day % 7 == 0 ? 12 : 5);
      }
      sales.append('\n');
      prices.append("CA_1,").append(item).append(",1,600,2.50\n");
    }
    Files.writeString(folder.resolve("m5_calendar.csv"), calendar);
    Files.writeString(folder.resolve("m5_sales.csv"), sales);
    Files.writeString(folder.resolve("m5_prices.csv"), prices);
  }

  @Test
  void run_fallback_writesALineAnOriginThePredictionsAndTheMeanLast() throws IOException {
    Path predictions = folder.resolve("predictions");
    Path out = folder.resolve("scores.csv");

    new ForecastBacktest(folder, "fallback", screen).run(List.of(544, 572), predictions, out);

    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).anyMatch(line -> line.matches("WRMSSE origin 544: \\d\\.\\d{4}"));
    assertThat(lines).anyMatch(line -> line.matches("WRMSSE origin 572: \\d\\.\\d{4}"));
    assertThat(lines.get(lines.size() - 1)).matches("WRMSSE mean: \\d\\.\\d{4}");
    for (String of : List.of("origin 544", "origin 572", "all origins")) {
      assertThat(lines)
          .anyMatch(
              line -> line.matches(of + ": \\|bias\\| .* of 1 within 3 %, furthest FOOD_1@CA_1 .*"))
          .anyMatch(line -> line.matches(of + ": days at or below 0.90: .*, 0.95: .*, 0.99: .*"));
    }
    List<String> rows = Files.readAllLines(predictions.resolve("predictions_572.csv"));
    assertThat(rows.get(0)).isEqualTo("series,day,mean,q50,q90,q95,q99");
    assertThat(rows).hasSize(1 + 2 * 28);
    assertThat(rows.get(1)).startsWith("SOUP_CA_1,d_573,");
    assertThat(rows.get(28)).startsWith("SOUP_CA_1,d_600,");
    assertThat(Files.readAllLines(out))
        .anyMatch(row -> row.startsWith("544,wrmsse,total,"))
        .anyMatch(row -> row.startsWith("572,coverage,0.95/class-5,"))
        .anyMatch(row -> row.startsWith("0,group-bias,furthest,"));
  }

  @Test
  void run_seasonalNaiveOnAPlainWeek_isPerfect() throws IOException {
    new ForecastBacktest(folder, "snaive", screen).run(List.of(572), null, null);

    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("WRMSSE mean: 0.0000");
  }

  @Test
  void run_unknownModel_namesTheKnownOnes() {
    assertThatThrownBy(() -> new ForecastBacktest(folder, "prophet", screen))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("champion, fallback, snaive, moving-average");
  }

  @Test
  void plot_plainWeek_drawsTheFanTheSalesAndTheCheapestStock() throws IOException {
    Path out = folder.resolve("soup.svg");

    new ForecastPlot(folder, "fallback")
        .write(new ForecastPlot.Wish("SOUP_CA_1", 572, 7, 0.1, 0.9), out);

    String svg = Files.readString(out);
    assertThat(svg).startsWith("<svg").contains("SOUP_CA_1 after d_572").endsWith("</svg>\n");
    assertThat(svg.split("class=\"band\"", -1)).hasSize(1 + 3);
    // a week of 42 units without surprises: little more is stocked
    assertThat(svg).containsPattern("stock for 7 days: cheapest (4[2-9]|5[0-5]) units");
    String sold = svg.substring(svg.indexOf("class=\"sold\""));
    assertThat(sold.substring(0, sold.indexOf("/>")).split(" ", -1)).hasSizeGreaterThan(84 + 28);
    assertThat(svg).doesNotContain("NaN");
  }

  @Test
  void plot_unknownSeries_namesOneThatIsThere() throws IOException {
    ForecastPlot plot = new ForecastPlot(folder, "fallback");

    assertThatThrownBy(
            () ->
                plot.write(
                    new ForecastPlot.Wish("SALT_CA_1", 572, 7, 0.1, 0.9), folder.resolve("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SOUP_CA_1");
  }

  @Test
  void read_missingFile_saysWhichAndWhatToDo() throws IOException {
    Files.delete(folder.resolve("m5_prices.csv"));

    assertThatThrownBy(
            () -> new ForecastBacktest(folder, "fallback", screen).run(List.of(572), null, null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("m5_prices.csv")
        .hasMessageContaining("--data");
  }

  @Test
  void holdingPerDay_yearOrDay_isAShareADay() {
    assertThat(InventoryBench.holdingPerDay("25%/yr")).isCloseTo(0.25 / 365, within(1e-12));
    assertThat(InventoryBench.holdingPerDay("0.5%/day")).isCloseTo(0.005, within(1e-12));
    List<String> wrong = new ArrayList<>(List.of("", "5", "x%/day", "5%/month"));
    for (String rate : wrong) {
      assertThatThrownBy(() -> InventoryBench.holdingPerDay(rate))
          .as("'%s'", rate)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("25%/yr");
    }
  }
}
