package io.gemba.sensors.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads the Numenta Anomaly Benchmark, all of it or any part. */
public final class NabCorpus {
  private static final String LABELS = "combined_windows.json";
  private static final int SECONDS_END = 19;

  private NabCorpus() {}

  /**
   * Reads every {@code .csv} and {@code .csv.gz} below {@code data} that the labels name.
   *
   * @param folder with {@code data} and {@code combined_windows.json}, itself or in {@code labels}
   * @return ordered by name, not empty
   * @throws IOException if labels or series are missing, or a line is not {@code timestamp,value}
   */
  public static List<NabSeries> read(Path folder) throws IOException {
    JsonNode labels = Json.mapper().readTree(labels(folder).toFile());
    Path data = folder.resolve("data");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(data)) {
      files = walk.filter(NabCorpus::isSeries).sorted().toList();
    }
    List<NabSeries> all = new ArrayList<>();
    for (Path file : files) {
      String name = data.relativize(file).toString().replace('\\', '/').replaceFirst("\\.gz$", "");
      if (labels.has(name)) {
        all.add(read(file, name, windows(labels.get(name))));
      }
    }
    if (all.isEmpty()) {
      throw new IOException(
          "%s has no series that %s names. Give the folder that holds both, for example 'nab'."
              .formatted(data, LABELS));
    }
    return all;
  }

  private static Path labels(Path folder) throws NoSuchFileException {
    for (Path file : List.of(folder.resolve(LABELS), folder.resolve("labels").resolve(LABELS))) {
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new NoSuchFileException(
        folder.resolve(LABELS).toString(), null, "Neither it nor one in 'labels' is there.");
  }

  private static boolean isSeries(Path file) {
    return file.toString().endsWith(".csv") || file.toString().endsWith(".csv.gz");
  }

  private static List<NabSeries.Window> windows(JsonNode pairs) {
    List<NabSeries.Window> windows = new ArrayList<>();
    for (JsonNode pair : pairs) {
      windows.add(new NabSeries.Window(time(pair.get(0).asText()), time(pair.get(1).asText())));
    }
    return windows;
  }

  private static NabSeries read(Path file, String name, List<NabSeries.Window> windows)
      throws IOException {
    List<LocalDateTime> times = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader lines = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
      lines.readLine();
      String line;
      while ((line = lines.readLine()) != null) {
        int comma = line.indexOf(',');
        try {
          times.add(time(line.substring(0, comma)));
          values.add(Double.valueOf(line.substring(comma + 1)));
        } catch (IndexOutOfBoundsException | DateTimeException | NumberFormatException e) {
          throw new IOException(
              "%s:%d: '%s' is not 'timestamp,value'.".formatted(file, times.size() + 2, line), e);
        }
      }
    }
    return new NabSeries(
        name, times, values.stream().mapToDouble(Double::doubleValue).toArray(), windows);
  }

  private static LocalDateTime time(String text) {
    return LocalDateTime.parse(text.substring(0, SECONDS_END).replace(' ', 'T'));
  }
}
