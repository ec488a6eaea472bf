package io.gemba.jobs.stream;

import io.gemba.message.Demand;
import io.gemba.message.Forecast;
import io.gemba.message.Json;
import io.gemba.message.Reading;
import io.gemba.message.Stock;
import java.io.IOException;

/**
 * How each message is read from its topic and written between operators: readings, demand and
 * stock, which are many, compactly and by hand, forecasts, which are long, between operators too;
 * all others as JSON.
 */
public final class MessageTypes {
  private MessageTypes() {}

  /** The type information that streams and state of this message must be given. */
  public static <T> CodecType<T> of(Class<T> message) {
    return codec(message).flinkType();
  }

  /** The codec of a message. */
  @SuppressWarnings("unchecked") // each branch checks the class
  public static <T> Codec<T> codec(Class<T> message) {
    if (message == Reading.class) {
      return (Codec<T>) new ReadingCodec();
    }
    if (message == Demand.class) {
      return (Codec<T>) new DemandCodec();
    }
    if (message == Stock.class) {
      return (Codec<T>) new StockCodec();
    }
    if (message == Forecast.class) {
      return (Codec<T>) new ForecastCodec();
    }
    return new JsonCodec<>(message);
  }

  /**
   * Reads a message from the bytes of a topic, as the jobs do.
   *
   * @throws IOException naming the field and the value when the bytes are no such message
   */
  public static <T> T decode(byte[] bytes, Class<T> message) throws IOException {
    return decoder(message).decode(bytes);
  }

  @SuppressWarnings("unchecked") // each branch checks the class
  static <T> Decoder<T> decoder(Class<T> message) {
    if (message == Reading.class) {
      return (Decoder<T>) new ReadingDecoder();
    }
    if (message == Demand.class) {
      return (Decoder<T>) new DemandDecoder();
    }
    if (message == Stock.class) {
      return (Decoder<T>) new StockDecoder();
    }
    return bytes -> Json.read(bytes, message);
  }
}
