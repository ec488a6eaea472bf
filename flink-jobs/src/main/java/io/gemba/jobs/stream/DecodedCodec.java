package io.gemba.jobs.stream;

import static java.util.Objects.requireNonNull;

import io.gemba.message.DeadLetter;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Used when a source is not chained to what splits its records; a flag, then one of the two.
 *
 * @param messages writes the messages
 * @param <T> the message's type
 */
record DecodedCodec<T>(Codec<T> messages) implements Codec<Decoded<T>> {
  private static final JsonCodec<DeadLetter> DEAD_LETTERS = new JsonCodec<>(DeadLetter.class);

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"}) // a class object knows nothing of its parameters
  public Class<Decoded<T>> type() {
    return (Class) Decoded.class;
  }

  @Override
  public String name() {
    return getClass().getName() + ":" + messages.name();
  }

  @Override
  public int layout() {
    return messages.layout();
  }

  @Override
  public void write(Decoded<T> decoded, DataOutputView out) throws IOException {
    T message = decoded.message();
    out.writeBoolean(message != null);
    if (message != null) {
      messages.write(message, out);
    } else {
      DEAD_LETTERS.write(requireNonNull(decoded.deadLetter()), out);
    }
  }

  @Override
  public Decoded<T> read(DataInputView in, int layout) throws IOException {
    return in.readBoolean()
        ? Decoded.of(messages.read(in, layout))
        : Decoded.refused(DEAD_LETTERS.read(in, DEAD_LETTERS.layout()));
  }
}
