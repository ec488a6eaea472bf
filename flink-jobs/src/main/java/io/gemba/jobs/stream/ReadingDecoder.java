package io.gemba.jobs.stream;

import io.gemba.message.Reading;
import java.io.IOException;

/** Reads a reading, as our gateway writes it. */
final class ReadingDecoder extends PlainDecoder<Reading> {
  private static final long serialVersionUID = 1;

  ReadingDecoder() {
    super(Reading.class, 5);
  }

  @Override
  Fields<Reading> fields() {
    return new ReadingFields();
  }

  private static final class ReadingFields implements Fields<Reading> {
    private String sensor = "";
    private long atMillis;
    private double value;
    private long seq;
    private long receivedMillis;

    @Override
    public void take(String name, Tokens tokens) throws IOException {
      switch (name) {
        case "sensor" -> sensor = tokens.text(0);
        case "at" -> atMillis = tokens.whole(1);
        case "value" -> value = tokens.number(2);
        case "seq" -> seq = tokens.whole(3);
        case "received" -> receivedMillis = tokens.whole(4);
        default -> tokens.skip();
      }
    }

    @Override
    public Reading message() {
      return new Reading(sensor, atMillis, value, seq, receivedMillis);
    }
  }
}
