package io.gemba.sensors.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.message.MachineState;
import io.gemba.message.Reading;
import io.gemba.message.Topic;
import io.gemba.settings.Settings.Mapping;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadDecoderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T06:30:00Z");
  private static final String TOPIC = "gemba/demo/filler-2/pressure";
  private static final int PAYLOAD_BYTES = 1000;

  private final PayloadDecoder decoder = new PayloadDecoder("demo", PAYLOAD_BYTES, List.of());

  @Test
  void decode_defaultReading_isReadingOfTheTopicsSensor() {
    String payload = "{\"value\":3.25,\"at\":\"2026-11-22T06:29:59.5Z\",\"seq\":17}";

    Decoded decoded = decode(TOPIC, payload);

    long atMillis = Instant.parse("2026-11-22T06:29:59.5Z").toEpochMilli();
    assertThat(decoded)
        .isEqualTo(
            new Decoded.Accepted(
                Topic.READINGS,
                "filler-2/pressure",
                new Reading("filler-2/pressure", atMillis, 3.25, 17, NOW.toEpochMilli())));
  }

  @Test
  void decode_defaultState_isMachineState() {
    String payload =
        "{\"state\":\"DOWN\",\"reason\":\"bearing\",\"item\":\"oat-bar\",\"good\":12,\"scrap\":3,"
            + "\"at\":1795329000000,\"seq\":5}";

    Decoded decoded = decode("gemba/demo/filler-2/state", payload);

    assertThat(decoded)
        .isEqualTo(
            new Decoded.Accepted(
                Topic.MACHINE_STATES,
                "filler-2",
                new MachineState(
                    "filler-2", NOW, 5, MachineState.State.DOWN, "bearing", "oat-bar", 12, 3)));
  }

  @Test
  void decode_stateWithoutReasonItemAndCounts_takesNullsAndZeros() {
    String payload = "{\"state\":\"IDLE\",\"reason\":null,\"at\":1795329000,\"seq\":6}";

    Decoded decoded = decode("gemba/demo/filler-2/state", payload);

    assertThat(message(decoded))
        .isEqualTo(new MachineState("filler-2", NOW, 6, MachineState.State.IDLE, null, null, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"2026-11-22T06:30:00Z\"', 1795329000000",
    "'\"2026-11-22T07:30:00+01:00\"', 1795329000000",
    "1795329000, 1795329000000",
    "1795329000.25, 1795329000250",
    "1795329000123, 1795329000123",
    "1795329000123.0, 1795329000123",
    "1.795329e9, 1795329000000",
    "0, 0",
    "null, 1795329000000",
  })
  void decode_timeInEveryForm_isEpochMillis(String at, long expectedMillis) {
    Decoded decoded = decode(TOPIC, "{\"value\":1,\"at\":" + at + ",\"seq\":1}");

    assertThat(((Reading) message(decoded)).atMillis()).isEqualTo(expectedMillis);
  }

  @Test
  void decode_withoutTimeAndSeq_takesArrivalForBoth() {
    Reading reading = (Reading) message(decode(TOPIC, "{\"value\":1}"));

    assertThat(reading.atMillis()).isEqualTo(NOW.toEpochMilli());
    assertThat(reading.seq()).isEqualTo(NOW.toEpochMilli());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"value\":1,\"at\":      | malformed JSON",
        "{\"value\":1}}            | malformed JSON",
        "{\"value\":1} {}          | more follows",
        "value=1                   | malformed JSON",
        "''                        | empty",
        "'   '                     | empty",
        "[1,2]                     | value at /value is missing",
        "{}                        | value at /value is missing",
        "{\"value\":null}          | value at /value is missing",
        "{\"Value\":1}             | value at /value is missing",
        "{\"value\":\"3.5\"}       | '3.5') must be a number",
        "{\"value\":true}          | (true) must be a number",
        "{\"value\":[1]}           | (an array) must be a number",
        "{\"value\":{\"v\":1}}     | (an object) must be a number",
        "{\"value\":NaN}           | (NaN) must be a finite number",
        "{\"value\":\"NaN\"}       | must be a number",
        "{\"value\":Infinity}      | (Infinity) must be a finite number",
        "{\"value\":-Infinity}     | (-Infinity) must be a finite number",
        "{\"value\":1e999}         | (Infinity) must be a finite number",
        "{\"value\":1,\"seq\":-1}  | seq at /seq (-1) must be a whole number",
        "{\"value\":1,\"seq\":1.5} | seq at /seq (1.5) must be a whole number",
        "{\"value\":1,\"seq\":\"7\"} | seq at /seq ('7') must be a whole number",
        "{\"value\":1,\"at\":\"yesterday\"} | at /at ('yesterday') must be ISO-8601",
        "{\"value\":1,\"at\":\"2026-11-22T06:30:00\"} | must be ISO-8601 text with a zone",
        "{\"value\":1,\"at\":true} | at /at (true) must be ISO-8601",
        "{\"value\":1,\"at\":NaN}  | at /at (NaN) must be ISO-8601",
        "{\"value\":1,\"at\":-5}   | before 1970",
        "{\"value\":1,\"at\":-9223372036854775808} | before 1970",
      })
  void decode_badPayload_isRejectedWithReason(String payload, String reason) {
    Decoded decoded = decode(TOPIC, payload);

    assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
    assertThat(((Decoded.Rejected) decoded).reason()).contains(reason);
    assertThat(((Decoded.Rejected) decoded).key()).isEqualTo("filler-2/pressure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"seq\":1}                                  | state at /state (nothing) must be one of",
        "{\"state\":\"running\"}                      | ('running') must be one of [RUNNING, DOWN",
        "{\"state\":1}                                | (1) must be one of",
        "{\"state\":\"RUNNING\",\"good\":-1}          | good (-1) must be a whole number",
        "{\"state\":\"RUNNING\",\"scrap\":0.5}        | scrap (0.5) must be a whole number",
        "{\"state\":\"DOWN\",\"reason\":7}            | reason (7) must be a text",
        "{\"state\":\"DOWN\",\"item\":[]}             | item (an array) must be a text",
      })
  void decode_badState_isRejectedWithReason(String payload, String reason) {
    Decoded decoded = decode("gemba/demo/filler-2/state", payload);

    assertThat(((Decoded.Rejected) decoded).reason()).contains(reason);
    assertThat(((Decoded.Rejected) decoded).key()).isEqualTo("filler-2");
  }

  @Test
  void decode_readingOfAClockAhead_passesToTheGate_andAYearBeyondIsNoTime() {
    long bound = NOW.plus(PayloadDecoder.AHEAD_AT_MOST).toEpochMilli();

    Decoded dayAhead = decode(TOPIC, "{\"value\":1,\"at\":\"2026-11-23T06:30:00Z\"}");
    Decoded at = decode(TOPIC, "{\"value\":1,\"at\":" + bound + "}");
    Decoded beyond = decode(TOPIC, "{\"value\":1,\"at\":" + (bound + 1) + "}");
    Decoded micros = decode(TOPIC, "{\"value\":1,\"at\":1795329000000000}");

    assertThat(((Reading) ((Decoded.Accepted) dayAhead).message()).runsAhead()).isTrue();
    assertThat(at).isInstanceOf(Decoded.Accepted.class);
    assertThat(((Decoded.Rejected) beyond).reason()).startsWith("clock skew");
    assertThat(((Decoded.Rejected) micros).reason()).startsWith("clock skew");
  }

  @Test
  void decode_stateAtTheBound_passesAndBeyondIsClockSkew() {
    long bound = NOW.plus(PayloadDecoder.STATES_AHEAD).toEpochMilli();
    String topic = "gemba/demo/filler-2/state";

    Decoded at = decode(topic, "{\"state\":\"RUNNING\",\"at\":" + bound + "}");
    Decoded beyond = decode(topic, "{\"state\":\"RUNNING\",\"at\":" + (bound + 1) + "}");

    assertThat(at).isInstanceOf(Decoded.Accepted.class);
    assertThat(((Decoded.Rejected) beyond).reason())
        .startsWith("clock skew")
        .contains("more than 5 minutes ahead");
  }

  @Test
  void decode_oldTime_passesSinceReplaysAreOld() {
    Decoded decoded = decode(TOPIC, "{\"value\":1,\"at\":\"2013-12-02T21:15:00Z\"}");

    assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
  }

  @Test
  void decode_payloadAtTheBound_passesAndBeyondIsRejected() {
    String fits = "{\"value\":1}".concat(" ".repeat(PAYLOAD_BYTES - 11));

    Decoded accepted = decode(TOPIC, fits);
    Decoded rejected = decode(TOPIC, fits + " ");

    assertThat(accepted).isInstanceOf(Decoded.Accepted.class);
    assertThat(((Decoded.Rejected) rejected).reason()).contains("(1001 bytes) is too large");
  }

  @Test
  void decode_nestedAtTheBound_passesAndDeeperIsRejected() {
    int deepest = PayloadReader.DEEPEST - 1;

    Decoded accepted = decode(TOPIC, nested(deepest));
    Decoded rejected = decode(TOPIC, nested(deepest + 1));

    assertThat(accepted).isInstanceOf(Decoded.Accepted.class);
    assertThat(((Decoded.Rejected) rejected).reason()).contains("nested deeper than 32");
  }

  @Test
  void decode_otherSite_isRejectedWithoutKey() {
    Decoded decoded = decode("gemba/elsewhere/filler-2/pressure", "{\"value\":1}");

    assertThat(decoded)
        .isEqualTo(
            new Decoded.Rejected(
                null,
                "The topic is of site 'elsewhere', this gateway is of 'demo'. "
                    + "Publish under the site's own id."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gemba/demo//pressure", "gemba/demo/filler-2/", "gemba/demo/ /pressure"})
  void decode_blankLevel_isRejected(String topic) {
    Decoded decoded = decode(topic, "{\"value\":1}");

    assertThat(((Decoded.Rejected) decoded).reason()).contains("must not be blank");
  }

  @Test
  void decode_topicOfNoMapping_isRejectedByName() {
    Decoded decoded = decode("plant/7", "{\"value\":1}");

    assertThat(((Decoded.Rejected) decoded).reason())
        .contains("No mapping of the settings matches topic 'plant/7'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gemba/demo/vehicles/van-1", "gemba/demo/simulator/state"})
  void decode_reservedMachine_isIgnoredWhateverThePayload(String topic) {
    Decoded decoded = decode(topic, "not json");

    assertThat(decoded).isEqualTo(new Decoded.Ignored());
  }

  @Test
  void decode_unknownSensor_passes() {
    Decoded decoded = decode("gemba/demo/never-seen/before", "{\"value\":1}");

    assertThat(((Decoded.Accepted) decoded).key()).isEqualTo("never-seen/before");
  }

  @Test
  void decode_ownTemplateAndPointers_readsTheTree() {
    PayloadDecoder own =
        decoder(
            new Mapping(
                "plc/{machine}/out/{sensor}",
                Mapping.Kind.READING,
                "/data/0/v",
                "/data/0/t",
                "/meta/n"));
    String payload = "{\"meta\":{\"n\":9},\"data\":[{\"v\":2.5,\"t\":1795329000}]}";

    Decoded decoded = own.decode("plc/press/out/force", bytes(payload), NOW.toEpochMilli());

    assertThat(message(decoded))
        .isEqualTo(new Reading("press/force", NOW.toEpochMilli(), 2.5, 9, NOW.toEpochMilli()));
  }

  @Test
  void decode_bareNumberWithEmptyPointers_isReadingOfNow() {
    PayloadDecoder own = decoder(new Mapping("raw/{sensor}", Mapping.Kind.READING, "", "", ""));

    Decoded decoded = own.decode("raw/weight", bytes("21.5"), NOW.toEpochMilli());

    assertThat(message(decoded))
        .isEqualTo(
            new Reading(
                "weight", NOW.toEpochMilli(), 21.5, NOW.toEpochMilli(), NOW.toEpochMilli()));
  }

  @Test
  void filters_defaults_areOneSinceStateLiesWithinReadings() {
    List<String> filters = decoder.filters();

    assertThat(filters).containsExactly("gemba/+/+/+");
  }

  @Test
  void filters_ofUnlikeTemplates_areAll() {
    PayloadDecoder own =
        decoder(
            new Mapping("a/{machine}/{sensor}", Mapping.Kind.READING, "/v", "", ""),
            new Mapping("b/{machine}", Mapping.Kind.MACHINE_STATE, "/s", "", ""),
            new Mapping("b/{sensor}", Mapping.Kind.READING, "/v", "", ""));

    List<String> filters = own.filters();

    assertThat(filters).containsExactly("a/+/+", "b/+");
  }

  @Test
  void constructor_templateWithoutItsLevel_saysWhich() {
    Mapping reading = new Mapping("a/{machine}", Mapping.Kind.READING, "/v", "", "");
    Mapping state = new Mapping("a/{sensor}", Mapping.Kind.MACHINE_STATE, "/v", "", "");

    assertThatThrownBy(() -> decoder(reading)).hasMessageContaining("needs a level {sensor}");
    assertThatThrownBy(() -> decoder(state)).hasMessageContaining("needs a level {machine}");
  }

  @Test
  void constructor_pointerWithoutSlash_saysWhich() {
    Mapping mapping = new Mapping("a/{sensor}", Mapping.Kind.READING, "value", "", "");

    assertThatThrownBy(() -> decoder(mapping))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("value");
  }

  private static PayloadDecoder decoder(Mapping... mappings) {
    return new PayloadDecoder("demo", PAYLOAD_BYTES, List.of(mappings));
  }

  private Decoded decode(String topic, String payload) {
    return decoder.decode(topic, bytes(payload), NOW.toEpochMilli());
  }

  private static Object message(Decoded decoded) {
    assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
    return ((Decoded.Accepted) decoded).message();
  }

  private static String nested(int levels) {
    return "{\"value\":1,\"more\":" + "[".repeat(levels) + "]".repeat(levels) + "}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
