package io.gemba.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoriesTest {
  @TempDir Path folder;

  @Test
  void csv_isReadByUnit_inTheOrderOfTheFile() throws IOException {
    Histories read = Histories.read(csv("unit,heat,noise\nb, 1, 2\na,3,4\n\nb,5,6\n"));

    assertThat(read.sensors()).containsExactly("heat", "noise");
    assertThat(read.units()).extracting(RunToFailure::unit).containsExactly("b", "a");
    assertThat(read.units().get(0).rows())
        .containsExactly(new double[] {1, 2}, new double[] {5, 6});
  }

  @Test
  void folder_isOfCmapss() throws IOException {
    Files.writeString(folder.resolve("train_FD001.txt"), "1 1" + " 0.5".repeat(24) + "\n");

    assertThat(Histories.read(folder).sensors()).hasSize(21).startsWith("s1");
  }

  @Test
  void mistakes_areNamedWithTheirLine() throws IOException {
    Path noHeader = csv("1,2\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Histories.read(noHeader))
        .withMessageContaining("csv:1: '1,2' is no header");
    Path shortRow = csv("unit,heat\na,1\nb\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Histories.read(shortRow))
        .withMessageContaining("csv:3: 1 columns instead of 2");
    Path words = csv("unit,heat\na,hot\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Histories.read(words))
        .withMessageContaining("csv:2: 'hot' in column 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Histories.read(folder.resolve("none.csv")))
        .withMessageContaining("none.csv does not exist");
  }

  private Path csv(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "h", ".csv"), text);
  }
}
