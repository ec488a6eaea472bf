package io.gemba.standalone.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartialCheckpointsTest {
  @TempDir Path job;

  @Test
  void delete_halfWritten_goesAndTheWholeOneStays() throws Exception {
    Path whole = file("run-1/chk-7/_metadata");
    Path half = file("run-1/chk-8/state-of-one-operator");
    Path shared = file("run-1/shared/sst");

    PartialCheckpoints.delete(job);

    assertThat(whole).exists();
    assertThat(shared).exists();
    assertThat(half.getParent()).doesNotExist();
  }

  @Test
  void delete_runWithNothingElse_goesWhole() throws Exception {
    file("run-1/chk-1/state");
    Files.createDirectories(job.resolve("run-1/taskowned"));

    PartialCheckpoints.delete(job);

    assertThat(job.resolve("run-1")).doesNotExist();
  }

  @Test
  void delete_noFolderYet_doesNothing() {
    assertThatCode(() -> PartialCheckpoints.delete(job.resolve("absent")))
        .doesNotThrowAnyException();
  }

  private Path file(String name) throws IOException {
    Path file = job.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
