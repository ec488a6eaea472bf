package io.gemba.sensors.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The detector of the anomaly job on the public series that are at hand. */
final class NabDetectorTest {

  @Test
  void publicSeries_byTheBenchmarksRules_scoreWhatTheReadmeSays() throws IOException {
    Path folder = Path.of(System.getProperty("gemba.data"), "sensors", "nab");
    Assumptions.assumeTrue(Files.isDirectory(folder), "benchmark data is not here");

    List<NabScorer.Scored> scored = NabRun.detect(NabCorpus.read(folder));

    assertThat(NabScorer.best(scored, NabProfile.STANDARD).score()).isGreaterThan(68);
    assertThat(NabScorer.heldOut(scored, NabProfile.STANDARD, 20, 1)).isGreaterThan(64);
  }
}
