package io.gemba.jobs.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.DeadLetter;
import io.gemba.message.Demand;
import io.gemba.message.Episode;
import io.gemba.message.Forecast;
import io.gemba.message.Reading;
import io.gemba.message.Stock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;
import org.apache.flink.types.StringValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CodecTest {
  private static final LocalDate ORIGIN = LocalDate.parse("2026-10-12");
  private static final Reading READING = new Reading("m/s", 1_700_000_000_123L, 1.5, 7, 9);
  private static final Demand DEMAND =
      new Demand(
          "d", Demand.Kind.DAY_TOTAL, "i", "p", Instant.ofEpochSecond(5, 7), 2, 199, true, 3);
  private static final Episode EPISODE =
      new Episode(
          "e",
          0,
          Episode.Kind.ANOMALY,
          "m/s",
          "m",
          "residual",
          Episode.State.OPEN,
          Episode.Severity.HIGH,
          7.5,
          Instant.EPOCH,
          Instant.EPOCH,
          null,
          3,
          1.0,
          null,
          "high",
          List.of("c"));

  @Test
  void messages_writtenAndRead_areEqual() throws IOException {
    assertRoundTrip(READING, MessageTypes.of(Reading.class));
    assertRoundTrip(DEMAND, MessageTypes.of(Demand.class));
    assertRoundTrip(
        new Demand(
            "r", Demand.Kind.RETURN, "i", "p", Instant.ofEpochSecond(5, 7), -2, 199, true, 0),
        MessageTypes.of(Demand.class));
    assertRoundTrip(
        new Stock("s", Stock.Kind.COUNT, "i", "p", Instant.ofEpochSecond(5, 7), 2.5, 6, "waste"),
        MessageTypes.of(Stock.class));
    assertRoundTrip(forecast(null), MessageTypes.of(Forecast.class));
    Forecast.Reason reason = new Forecast.Reason("o", ORIGIN, ORIGIN.plusDays(2), "fair", "ada");
    assertRoundTrip(
        forecast(
            new Forecast.Replaced(
                List.of(reason),
                List.of(1.0, 2.0),
                List.of(List.of(0.0, 1.0), List.of(3.0, 4.0)),
                List.of(List.of(0.0, 2.0), List.of(3.0, 6.5)))),
        MessageTypes.of(Forecast.class));
    assertRoundTrip(EPISODE, MessageTypes.of(Episode.class));
    assertRoundTrip(
        Decoded.of(READING), new DecodedCodec<>(MessageTypes.codec(Reading.class)).flinkType());
  }

  private static Forecast forecast(Forecast.@Nullable Replaced replaced) {
    return new Forecast(
        "f",
        "i",
        "p",
        ORIGIN,
        3,
        Instant.ofEpochSecond(5, 7),
        "ma28-weekday",
        List.of(1.25, 0.0),
        List.of(0.5, 0.99),
        List.of(List.of(1.0, 0.0), List.of(4.0, 3.0)),
        List.of(List.of(1.0, 1.5), List.of(4.0, 6.0)),
        replaced);
  }

  @Test
  void reading_longSensorName_isNotCut() throws IOException {
    Reading reading = new Reading("é".repeat(100_000), 1, 2, 3, 4);

    assertRoundTrip(reading, MessageTypes.of(Reading.class));
  }

  @Test
  void reading_written_takesFewBytes() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);

    MessageTypes.codec(Reading.class).write(READING, out);

    assertThat(out.length()).isEqualTo(4 + 32);
  }

  @Test
  void toAStream_oneAfterTheOther_areTheSameBytes() throws IOException {
    TypeSerializer<Reading> serializer =
        MessageTypes.of(Reading.class).createSerializer(config()).duplicate();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    DataOutputSerializer memory = new DataOutputSerializer(64);
    Reading longer = new Reading("m/" + "s".repeat(3_000), 1, 2, 3, 4);

    for (Reading reading : List.of(longer, READING)) {
      serializer.serialize(reading, new DataOutputViewStreamWrapper(stream));
      serializer.serialize(reading, memory);
    }

    assertThat(stream.toByteArray()).isEqualTo(memory.getCopyOfBuffer());
  }

  @Test
  void deadLetter_inDecoded_keepsItsBytes() throws IOException {
    DeadLetter letter =
        new DeadLetter(Instant.EPOCH, "a", "t", "0:1", null, "bad", new byte[] {1, -1});
    Codec<Decoded<Reading>> codec = new DecodedCodec<>(MessageTypes.codec(Reading.class));
    DataOutputSerializer out = new DataOutputSerializer(64);

    codec.write(Decoded.refused(letter), out);
    Decoded<Reading> read = codec.read(new DataInputDeserializer(out.getCopyOfBuffer()), 1);

    assertThat(read.message()).isNull();
    assertThat(read.deadLetter()).usingRecursiveComparison().isEqualTo(letter);
  }

  @Test
  void olderLayout_restored_isMigratedByItsNumber() throws IOException {
    TypeSerializer<String> older = new Greeting(1).flinkType().createSerializer(config());
    DataOutputSerializer out = new DataOutputSerializer(64);
    older.serialize("Anna", out);
    TypeSerializerSnapshot<String> stored = stored(older.snapshotConfiguration());

    TypeSerializerSchemaCompatibility<String> verdict =
        new Greeting(2)
            .flinkType()
            .createSerializer(config())
            .snapshotConfiguration()
            .resolveSchemaCompatibility(stored);
    String read =
        stored.restoreSerializer().deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));

    assertThat(verdict.isCompatibleAfterMigration()).isTrue();
    assertThat(read).isEqualTo("Anna read as layout 1");
  }

  @Test
  void sameLayout_restored_isCompatibleAsIs() throws IOException {
    TypeSerializer<Reading> serializer = MessageTypes.of(Reading.class).createSerializer(config());

    TypeSerializerSchemaCompatibility<Reading> verdict =
        serializer
            .snapshotConfiguration()
            .resolveSchemaCompatibility(stored(serializer.snapshotConfiguration()));

    assertThat(verdict.isCompatibleAsIs()).isTrue();
  }

  @Test
  void otherType_restored_isRefused() throws IOException {
    assertThat(verdict(Reading.class, MessageTypes.codec(Demand.class)).isIncompatible()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"true, SALE", "false, DAY_TOTAL"})
  void demand_ofBeforeReturns_isRead(boolean isSale, Demand.Kind kind) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    StringValue.writeString("d", out);
    out.writeBoolean(isSale);
    StringValue.writeString("i", out);
    StringValue.writeString("p", out);
    out.writeLong(5);
    out.writeInt(7);
    out.writeDouble(2);
    out.writeLong(199);
    out.writeBoolean(true);
    out.writeInt(3);

    Demand read = new DemandCodec().read(new DataInputDeserializer(out.getCopyOfBuffer()), 1);

    Instant at = Instant.ofEpochSecond(5, 7);
    assertThat(read).isEqualTo(new Demand("d", kind, "i", "p", at, 2, 199, true, 3));
  }

  @ParameterizedTest
  @ValueSource(classes = {Stock.class, Forecast.class})
  void messageOnceWrittenAsJson_restored_isRefusedNotMisread(Class<?> message) throws IOException {
    assertThat(verdict(message, new JsonCodec<>(message)).isIncompatible()).isTrue();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // of any message
  private static TypeSerializerSchemaCompatibility<?> verdict(Class message, Codec older)
      throws IOException {
    TypeSerializer newer = MessageTypes.of(message).createSerializer(config());
    return newer
        .snapshotConfiguration()
        .resolveSchemaCompatibility(
            stored(older.flinkType().createSerializer(config()).snapshotConfiguration()));
  }

  @Test
  void changingValue_copied_sharesNothing() {
    Codec<StringBuilder> codec = new BuilderCodec();
    StringBuilder value = new StringBuilder("Anna");

    StringBuilder copy = codec.copy(value);
    value.append('s');

    assertThat(copy).hasToString("Anna");
    assertThat(MessageTypes.codec(Reading.class).copy(READING)).isSameAs(READING);
  }

  private static SerializerConfigImpl config() {
    return new SerializerConfigImpl();
  }

  private static <T> TypeSerializerSnapshot<T> stored(TypeSerializerSnapshot<T> snapshot)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
    return TypeSerializerSnapshot.readVersionedSnapshot(
        new DataInputDeserializer(out.getCopyOfBuffer()), CodecTest.class.getClassLoader());
  }

  private static <T> void assertRoundTrip(T value, CodecType<T> type) throws IOException {
    TypeSerializer<T> serializer = type.createSerializer(config());
    DataOutputSerializer out = new DataOutputSerializer(64);
    DataOutputSerializer copy = new DataOutputSerializer(64);

    serializer.serialize(value, out);
    serializer.copy(new DataInputDeserializer(out.getCopyOfBuffer()), copy);
    DataInputDeserializer in = new DataInputDeserializer(copy.getCopyOfBuffer());

    assertThat(serializer.deserialize(in)).isEqualTo(value);
    assertThat(in.available()).isZero();
  }

  private record BuilderCodec() implements Codec<StringBuilder> {
    @Override
    public Class<StringBuilder> type() {
      return StringBuilder.class;
    }

    @Override
    public boolean isImmutable() {
      return false;
    }

    @Override
    public void write(StringBuilder value, DataOutputView out) throws IOException {
      out.writeUTF(value.toString());
    }

    @Override
    public StringBuilder read(DataInputView in, int layout) throws IOException {
      return new StringBuilder(in.readUTF());
    }
  }

  /** A text whose layout 2 would be written otherwise; reads tell by which layout they read. */
  private record Greeting(int layout) implements Codec<String> {
    @Override
    public Class<String> type() {
      return String.class;
    }

    @Override
    public void write(String value, DataOutputView out) throws IOException {
      out.writeUTF(value);
    }

    @Override
    public String read(DataInputView in, int readLayout) throws IOException {
      return in.readUTF() + " read as layout " + readLayout;
    }
  }
}
