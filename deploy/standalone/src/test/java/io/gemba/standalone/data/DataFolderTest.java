package io.gemba.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.standalone.CannotStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
  @TempDir Path temporary;

  @Test
  void open_newFolder_isMadeAndStampedWithTheVersion() throws Exception {
    Path path = temporary.resolve("new/data");

    try (DataFolder folder = DataFolder.open(path, 1)) {

      assertThat(folder.path()).isEqualTo(path);
      assertThat(path.resolve("version")).hasContent(DataFolder.VERSION + "\n");
    }
  }

  @Test
  void open_whileHeld_namesTheProcessThatHasIt() throws Exception {
    try (DataFolder held = DataFolder.open(temporary, 1)) {

      assertThatThrownBy(() -> DataFolder.open(temporary, 1))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid())
          .hasMessageContaining("--data");
      assertThat(held.path()).isEqualTo(temporary);
    }
  }

  @Test
  void open_afterClose_isFreeAgain() throws Exception {
    DataFolder.open(temporary, 1).close();

    try (DataFolder again = DataFolder.open(temporary, 1)) {
      assertThat(again.path()).exists();
    }
  }

  @Test
  void open_otherVersion_saysWhichAndLetsTheLockGo() throws Exception {
    Files.writeString(temporary.resolve("version"), "0\n");

    assertThatThrownBy(() -> DataFolder.open(temporary, 1))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("data version '0', this Gemba reads " + DataFolder.VERSION);

    Files.writeString(temporary.resolve("version"), DataFolder.VERSION + "\n");
    DataFolder.open(temporary, 1).close();
  }

  @Test
  void open_diskTooFull_saysHowMuchIsMissing() {
    assertThatThrownBy(() -> DataFolder.open(temporary, Long.MAX_VALUE))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("MiB left")
        .hasMessageContaining("Make room");
  }

  @Test
  void open_pathIsAFile_isOneClearLine() throws Exception {
    Path file = Files.createFile(temporary.resolve("file"));

    assertThatThrownBy(() -> DataFolder.open(file, 1))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("cannot be written")
        .message()
        .doesNotContain("\n");
  }
}
