package io.gemba.sensors.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.message.Episode;
import io.gemba.message.Episode.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

final class HistoryFileTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int ROWS = 3_000;
  private static final int FAULT = 2_500;

  @TempDir private Path folder;

  @Test
  void judge_aFaultInOneOfTwoColumns_isOneAlarmOfThatColumn() throws IOException {
    List<JudgedRow> rows = new ArrayList<>();

    List<String> columns = new HistoryFile(twoSensors(), List.of()).judge(rows::add);

    assertThat(columns).containsExactly("Flow", "Heat");
    assertThat(rows).hasSize(ROWS);
    List<String> alarms =
        rows.stream().flatMap(r -> r.episodes().stream()).map(Episode::id).distinct().toList();
    assertThat(alarms).hasSize(1).allMatch(id -> id.startsWith("anomaly-plant.heat-"));
    JudgedRow first = rows.stream().filter(r -> !r.episodes().isEmpty()).findFirst().orElseThrow();
    assertThat(first.at()).isBetween(at(FAULT), at(FAULT + 3));
    assertThat(first.column()).isEqualTo("Heat");
    assertThat(first.score()).isGreaterThan(3);
    assertThat(first.reason()).isNotEmpty();
  }

  @Test
  void judge_onlyTheColumnWithoutFault_isQuiet() throws IOException {
    List<JudgedRow> rows = new ArrayList<>();

    new HistoryFile(twoSensors(), List.of("Flow")).judge(rows::add);

    assertThat(rows).allMatch(row -> row.episodes().isEmpty());
  }

  @Test
  void judge_unknownColumn_namesItAndThoseThereAre() throws IOException {
    HistoryFile history = new HistoryFile(twoSensors(), List.of("Pressure"));

    assertThatThrownBy(() -> history.judge(row -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("'Pressure'", "Flow, Heat");
  }

  @Test
  void judge_fileThatIsNotThere_isNamedWithTheFix() {
    HistoryFile history = new HistoryFile(folder.resolve("none.csv"), List.of());

    assertThatThrownBy(() -> history.judge(row -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("none.csv", "Name a .csv");
  }

  @Test
  void judge_cellThatIsNoNumber_isNamedWithItsLine() throws IOException {
    Path file = write(i -> i == 1_500 ? "oops" : "1");

    assertThatThrownBy(() -> new HistoryFile(file, List.of()).judge(row -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("plant.csv:1502", "'oops'", "finite number");
  }

  @Test
  void judge_emptyCells_areNoReadings_andAColumnReadEveryTenthRowHasNoGaps() throws IOException {
    Random random = new Random(4);
    Path file =
        write(
            "timestamp,often,seldom\n",
            i -> (i % 7 == 3 ? "NaN" : random.nextGaussian()) + "," + (i % 10 == 0 ? i % 3 : ""));
    List<JudgedRow> rows = new ArrayList<>();

    new HistoryFile(file, List.of()).judge(rows::add);

    assertThat(rows).hasSize(ROWS).allMatch(row -> row.episodes().isEmpty());
    assertThat(rows.get(3).values()).containsOnly(Double.NaN);
    assertThat(rows.get(3).column()).isEmpty();
    assertThat(rows.get(4).values()[1]).isNaN();
    assertThat(rows.get(4).column()).isEqualTo("often");
  }

  @Test
  void judge_textInAColumnThatIsNotWanted_isNoError() throws IOException {
    Path file = write("timestamp,machine,v\n", i -> "press," + i % 7);
    List<JudgedRow> rows = new ArrayList<>();

    new HistoryFile(file, List.of("v")).judge(rows::add);

    assertThat(rows).hasSize(ROWS);
    assertThat(rows.get(5).values()).containsExactly(5);
    assertThatThrownBy(() -> new HistoryFile(file, List.of()).judge(row -> {}))
        .hasMessageContainingAll("plant.csv:2", "'press'", "leave the column out");
  }

  @Test
  void judge_rowThatIsCutOff_isNamedWithWhatIsMissing() throws IOException {
    Path file = write("timestamp,a,b\n", i -> i == 9 ? "1" : "1,2");

    assertThatThrownBy(() -> new HistoryFile(file, List.of()).judge(row -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("plant.csv:11", "2 cells", "3");
  }

  @Test
  void judge_noHeader_showsWhatStandsInItsPlace() throws IOException {
    Path file = write("", i -> "1");

    assertThatThrownBy(() -> new HistoryFile(file, List.of()).judge(row -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("plant.csv:1", START.toString(), "'timestamp'");
  }

  @Test
  void judge_markOfUtf8AndSecondsSince1970_areRead() throws IOException {
    Path file = folder.resolve("epoch.csv");
    Files.writeString(file, "\ufeffts,v\n1772323200,1\n1772323201.5,2\n1772323202000,3\n");
    List<JudgedRow> rows = new ArrayList<>();

    new HistoryFile(file, List.of()).judge(rows::add);

    assertThat(rows)
        .extracting(JudgedRow::at)
        .containsExactly(START, START.plusMillis(1_500), START.plusSeconds(2));
  }

  @Test
  void judge_timeThatGoesBack_isNamedWithTheFix() throws IOException {
    Path file = folder.resolve("plant.csv");
    Files.writeString(
        file, "timestamp,v\n2026-03-01 00:01:00,1\n2026-03-01 00:02:00,1\n2026-03-01 00:00:00,1\n");

    assertThatThrownBy(() -> new HistoryFile(file, List.of()).judge(row -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("plant.csv:4", "2026-03-01T00:00:00Z", "Sort");
  }

  @Test
  void judge_aFewRowsOutOfOrder_leavesThemUnjudged() throws IOException {
    Path file = write(i -> "" + i % 7);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    String early = lines.remove(100);
    lines.add(2_000, early);
    Files.write(file, lines);
    List<JudgedRow> rows = new ArrayList<>();

    new HistoryFile(file, List.of()).judge(rows::add);

    assertThat(rows).hasSize(ROWS);
    assertThat(rows).filteredOn(row -> row.reason().contains("not judged")).hasSize(1);
  }

  @Test
  void scoreFile_hasALineARow_andNoPartIsLeft() throws IOException {
    Path out = folder.resolve("scores.csv");

    ScoreFile.Result result =
        ScoreFile.write(new HistoryFile(twoSensors(), List.of()), out, rows -> {});

    List<String> lines = Files.readAllLines(out);
    assertThat(result.rows()).isEqualTo(ROWS);
    assertThat(result.episodes()).isEqualTo(1);
    assertThat(lines).hasSize(ROWS + 1).first().isEqualTo("timestamp,score,episode,reason,column");
    assertThat(lines.get(FAULT + 10))
        .startsWith(at(FAULT + 9) + ",")
        .contains("anomaly-plant.heat-");
    assertThat(folder.resolve("scores.csv.part")).doesNotExist();
  }

  @Test
  void scoreFile_byAnotherJudge_hasItsScoresAndNoAlarms() throws IOException {
    Path out = folder.resolve("scores.csv");
    Path in = write(i -> "" + i % 7);

    ScoreFile.Result result =
        ScoreFile.write(
            new HistoryFile(in, List.of(), () -> Judge.ofScores(value -> value / 10)),
            out,
            rows -> {});

    assertThat(result.episodes()).isZero();
    assertThat(Files.readAllLines(out)).element(1 + 6).asString().contains(",0.600,,,");
  }

  @Test
  void scoreFile_ofABadInput_leavesWhatWasThere() throws IOException {
    Path out = folder.resolve("scores.csv");
    Files.writeString(out, "before");
    Path bad = write(i -> i == 5 ? "oops" : "1");

    assertThatThrownBy(() -> ScoreFile.write(new HistoryFile(bad, List.of()), out, rows -> {}))
        .isInstanceOf(IOException.class);
    assertThat(out).hasContent("before");
    assertThat(folder.resolve("scores.csv.part")).doesNotExist();
  }

  @Test
  void picture_ofASeriesWithAFault_isXmlWithOneMark() throws Exception {
    SeriesPicture picture = new SeriesPicture("Heat & <flow>");

    new HistoryFile(twoSensors(), List.of("Heat")).judge(picture::add);

    Files.writeString(folder.resolve("heat.svg"), picture.svg());
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("heat.svg").toFile());
    assertThat(picture.count(Kind.ANOMALY)).isEqualTo(1);
    assertThat(picture.count(Kind.QUALITY)).isZero();
    assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("text").item(0).getTextContent())
        .isEqualTo("Heat & <flow>");
  }

  @Test
  void picture_ofASeriesWithAHole_showsAFaultOfTheDataUnlikeAnAlarm() throws IOException {
    Path file = write(i -> "" + (i % 7 + i % 3));
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.subList(1_500, 1_600).clear();
    Files.write(file, lines);
    SeriesPicture picture = new SeriesPicture("hole");

    new HistoryFile(file, List.of()).judge(picture::add);

    assertThat(picture.count(Kind.QUALITY)).isEqualTo(1);
    assertThat(picture.count(Kind.ANOMALY)).isZero();
    String[] legendAndBands = picture.svg().split("<g>", -1);
    assertThat(legendAndBands).hasSize(2);
    assertThat(legendAndBands[0])
        .contains(">alarm<", ">fault of the data, such as lost readings<", "id='hatches'");
    assertThat(legendAndBands[1]).contains("loses readings", "#hatches").doesNotContain("#d1242f");
  }

  @Test
  void picture_ofALongSeries_staysSmallAndKeepsTheExtreme() {
    SeriesPicture picture = new SeriesPicture("long");

    for (int i = 0; i < 100_000; i++) {
      picture.add(
          new JudgedRow(at(i), new double[] {i == 77_777 ? 9_876 : 1}, 0, "v", List.of(), ""));
    }

    assertThat(picture.svg()).hasSizeLessThan(100_000).contains(">9876<");
  }

  private Path twoSensors() throws IOException {
    Random random = new Random(11);
    return write(
        "timestamp,Flow,Heat,anomaly\n",
        i -> {
          boolean fault = i >= FAULT && i < FAULT + 40;
          return (5 + random.nextGaussian())
              + ","
              + (80 + random.nextGaussian() + (fault ? 25 : 0))
              + ","
              + (fault ? 1 : 0);
        });
  }

  private Path write(IntFunction<String> cells) throws IOException {
    return write("timestamp,v\n", cells);
  }

  private Path write(String header, IntFunction<String> cells) throws IOException {
    Path file = folder.resolve("plant.csv");
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(i -> at(i) + "," + cells.apply(i) + "\n")
            .collect(Collectors.joining());
    Files.writeString(file, header + rows);
    return file;
  }

  private static Instant at(int row) {
    return START.plusSeconds(row);
  }
}
