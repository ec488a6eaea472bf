package io.gemba.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CmapssFileTest {
  private static final String SENSORS = " 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21";

  @TempDir private Path folder;

  @Test
  void gzippedFile_hasItsUnitsInOrder() throws Exception {
    Path file = folder.resolve("train_FD001.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      String text =
          "1 1 0 0 100" + SENSORS + "  \n1 2 0 0 100" + SENSORS + "\n2 1 0 0 100" + SENSORS;
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    List<RunToFailure> units = CmapssFile.read(CmapssFile.findIn(folder));

    assertThat(units).extracting(RunToFailure::unit).containsExactly("1", "2");
    assertThat(units.get(0).rows()).hasSize(2);
    assertThat(units.get(0).rows().get(1)).startsWith(1, 2).endsWith(21).hasSize(21);
    assertThat(units.get(0).left(0)).isEqualTo(1);
    assertThat(CmapssFile.sensors()).hasSize(21).startsWith("s1").endsWith("s21");
  }

  @Test
  void brokenLines_areNamedWithTheirPlace() throws Exception {
    Path file = folder.resolve("train_FD001.txt");
    Files.writeString(file, "1 1 0 0 100" + SENSORS + "\n1 2 0 0\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CmapssFile.read(file))
        .withMessageContaining("train_FD001.txt:2: 4 columns instead of 26");

    Files.writeString(file, "1 1 0 0 100" + SENSORS.replace("21", "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CmapssFile.read(file))
        .withMessageContaining("train_FD001.txt:1")
        .withMessageContaining("\"x\"");
  }

  @Test
  void folderWithoutTheFile_isNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CmapssFile.findIn(folder))
        .withMessageContaining("has no train_FD001.txt");
  }
}
