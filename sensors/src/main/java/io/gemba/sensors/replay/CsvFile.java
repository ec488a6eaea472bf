package io.gemba.sensors.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A CSV file with a header row, plain or gzipped, read row by row. Not thread safe. */
final class CsvFile implements AutoCloseable, Iterator<CsvRecord> {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Path path;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> rows;
  private final List<String> header;

  private CsvFile(Path path, CsvReader<CsvRecord> reader) {
    this.path = path;
    this.reader = reader;
    this.rows = reader.iterator();
    this.header = rows.hasNext() ? rows.next().getFields() : List.of();
  }

  /**
   * @throws IOException when it cannot be read
   */
  static CsvFile open(Path path, char separator) throws IOException {
    Reader text = new InputStreamReader(bytes(path), StandardCharsets.UTF_8);
    return new CsvFile(
        path,
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .detectBomHeader(false)
            .ofCsvRecord(text));
  }

  /**
   * Finds {@code name.csv.gz} or {@code name.csv} in a folder.
   *
   * @throws NoSuchFileException naming both
   */
  static Path find(Path folder, String name) throws NoSuchFileException {
    for (String ending : List.of(".csv.gz", ".csv")) {
      Path file = folder.resolve(name + ending);
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new NoSuchFileException(
        folder.resolve(name + ".csv").toString(), null, "Neither it nor its .gz is there.");
  }

  /** The separator that the first line holds more often: a comma or a semicolon. */
  static char separator(Path path) throws IOException {
    try (InputStream in = bytes(path)) {
      byte[] start = in.readNBytes(4096);
      String line = new String(start, StandardCharsets.UTF_8).lines().findFirst().orElse("");
      long semicolons = line.chars().filter(letter -> letter == ';').count();
      return semicolons > line.chars().filter(letter -> letter == ',').count() ? ';' : ',';
    }
  }

  Path path() {
    return path;
  }

  List<String> header() {
    return header;
  }

  /**
   * The position of a column.
   *
   * @throws IOException when there is none of that name
   */
  int column(String name) throws IOException {
    int at = header.indexOf(name);
    if (at < 0) {
      throw new IOException(
          "%s:1: column '%s' is missing. The first line must name it.".formatted(path, name));
    }
    return at;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public CsvRecord next() {
    return rows.next();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** The text in UTF-8, without the mark that some programs put in front of it. */
  private static InputStream bytes(Path path) throws IOException {
    InputStream in = new BufferedInputStream(unzipped(path), 1 << 16);
    in.mark(MARK.length);
    if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
      in.reset();
    }
    return in;
  }

  private static InputStream unzipped(Path path) throws IOException {
    InputStream in = Files.newInputStream(path);
    if (!path.toString().endsWith(".gz")) {
      return in;
    }
    try {
      return new GZIPInputStream(in, 1 << 16);
    } catch (IOException e) {
      in.close();
      throw new IOException("%s is no gzip file. Drop '.gz' if it is plain.".formatted(path), e);
    }
  }
}
