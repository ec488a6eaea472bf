package io.gemba.standalone.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what is printed to the log, a line an entry. */
final class LineLog extends OutputStream {
  private final Logger log;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LineLog(String name) {
    this.log = LoggerFactory.getLogger(name);
  }

  @Override
  public synchronized void write(int character) {
    if (character == '\n') {
      log.warn(line.toString(StandardCharsets.UTF_8));
      line.reset();
    } else if (character != '\r') {
      line.write(character);
    }
  }
}
