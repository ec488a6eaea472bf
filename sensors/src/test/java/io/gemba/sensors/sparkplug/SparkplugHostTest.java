package io.gemba.sensors.sparkplug;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gemba.message.Device;
import io.gemba.message.Device.State;
import io.gemba.message.Reading;
import io.gemba.sensors.payload.Decoded;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import io.gemba.site.SiteCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.MetricDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SparkplugHostTest {
  private static final long NOW = Tahu.NOW;
  private static final String PLACE = "spBv1.0/plant/%s/edge-1";

  private SparkplugHost host;
  private long seq;

  @BeforeEach
  void start() {
    host = new SparkplugHost(site(), 10_000);
    seq = 0;
  }

  @Test
  void values_byAlias_areReadingsOfTheSensorThatTheBirthNamed() throws Exception {
    birthAll(1);

    SparkplugHost.Answer answer =
        data(NOW + 5, Tahu.value(7, 4.5, NOW + 3), Tahu.value(8, 61, NOW + 4));

    assertThat(answer.rebirth()).isNull();
    assertThat(readings(answer))
        .extracting(Reading::sensor, Reading::value, Reading::atMillis)
        .containsExactly(
            tuple("filler/Drive.Current--A-", 4.5, NOW + 3), tuple("filler/temp", 61.0, NOW + 4));
  }

  @Test
  void birth_listsWhatIsMeasured_andWhatWaitsToBeAdopted() throws Exception {
    nodeBirth(1);

    SparkplugHost.Answer answer = deviceBirth();

    Device device = devices(answer).get(0);
    assertThat(device.state()).isEqualTo(State.ONLINE);
    assertThat(device.source()).isEqualTo("plant/edge-1");
    assertThat(device.at()).isEqualTo(Instant.ofEpochMilli(NOW));
    assertThat(device.metrics())
        .containsExactly(
            new Device.Metric("filler/Drive.Current--A-", "Drive/Current [A]", "A", false),
            new Device.Metric("filler/temp", "temp", null, true));
    assertThat(readings(answer)).extracting(Reading::value).containsExactly(1.0, 60.0);
  }

  @Test
  void birthThatRepeatsOldValues_makesNoReadingTwice() throws Exception {
    birthAll(1);
    data(NOW + 5, Tahu.value(7, 4.5, NOW + 3));

    nodeBirth(2);
    SparkplugHost.Answer again = deviceBirth();

    assertThat(readings(again)).isEmpty();
    assertThat(devices(again)).hasSize(1);
  }

  @Test
  void sameMessageTwice_hasTheSameSequences_andTwoOfOneMillisecondHaveNot() throws Exception {
    birthAll(1);
    byte[] first = Tahu.payload(NOW, seq, Tahu.value(7, 4.5, NOW + 1));

    List<Reading> once = readings(accept("DDATA", "/filler", first));
    List<Reading> twice = readings(accept("DDATA", "/filler", first));
    seq++;
    List<Reading> next = readings(data(NOW, Tahu.value(7, 4.6, NOW + 1)));

    assertThat(twice).isEqualTo(once);
    assertThat(next.get(0).seq()).isGreaterThan(once.get(0).seq());
  }

  @Test
  void missedMessage_valuesCount_andOneRebirthIsAskedForInTenSeconds() throws Exception {
    birthAll(1);
    seq++;

    SparkplugHost.Answer first = data(NOW, Tahu.value(7, 4.5, NOW));
    seq++;
    SparkplugHost.Answer second = data(NOW + 9_999, Tahu.value(7, 4.5, NOW + 9_999));
    seq++;
    SparkplugHost.Answer third = data(NOW + 10_000, Tahu.value(7, 4.5, NOW + 10_000));

    assertThat(readings(first)).hasSize(1);
    assertThat(readings(second)).hasSize(1);
    assertThat(requireNonNull(first.rebirth()).topic()).isEqualTo("spBv1.0/plant/NCMD/edge-1");
    assertThat(second.rebirth()).isNull();
    assertThat(third.rebirth()).isNotNull();
  }

  @Test
  void sequence_wrapsAt256WithoutARebirth() throws Exception {
    birthAll(1);
    for (int i = 1; i < 600; i++) {
      assertThat(data(NOW + i, Tahu.value(7, i, NOW + i)).rebirth()).isNull();
    }
  }

  @Test
  void dataBeforeBirth_isKeptAsALetter_andAsksForARebirth() throws Exception {
    SparkplugHost.Answer unborn = data(NOW, Tahu.value(7, 4.5, NOW));
    nodeBirth(1);
    SparkplugHost.Answer deviceUnborn = data(NOW + 20_000, Tahu.value(7, 4.5, NOW));

    assertThat(unborn.rebirth()).isNotNull();
    assertThat(unborn.messages()).hasOnlyElementsOfType(Decoded.Rejected.class).hasSize(1);
    assertThat(deviceUnborn.rebirth()).isNotNull();
    assertThat(deviceUnborn.messages()).hasOnlyElementsOfType(Decoded.Rejected.class);
  }

  @Test
  void aliasOfAText_isPassedOver_andAnUnknownAliasAsksForARebirth() throws Exception {
    birthAll(1);

    assertThat(data(NOW + 1, Tahu.value(9, 1, NOW + 1)).rebirth()).isNull();
    assertThat(data(NOW + 2, Tahu.value(99, 1, NOW + 2)).rebirth()).isNotNull();
  }

  @Test
  void deathOfTheNode_takesItsDevicesOffline_butALateWillDoesNot() throws Exception {
    birthAll(2);

    SparkplugHost.Answer late = accept("NDEATH", "", Tahu.payload(NOW, -1, Tahu.session(1)));
    SparkplugHost.Answer real = accept("NDEATH", "", Tahu.payload(NOW, -1, Tahu.session(2)));
    SparkplugHost.Answer after = data(NOW + 1, Tahu.value(7, 4.5, NOW + 1));

    assertThat(devices(late)).isEmpty();
    assertThat(devices(real)).extracting(Device::id).containsExactly("edge-1", "filler");
    assertThat(devices(real)).extracting(Device::state).containsOnly(State.OFFLINE);
    assertThat(devices(real).get(1).metrics()).hasSize(2);
    assertThat(after.rebirth()).isNotNull();
  }

  @Test
  void deathOfADevice_takesItOffline_once() throws Exception {
    birthAll(1);

    SparkplugHost.Answer death = accept("DDEATH", "/filler", Tahu.payload(NOW, seq++));
    SparkplugHost.Answer again = accept("DDEATH", "/filler", Tahu.payload(NOW, seq++));

    assertThat(devices(death)).extracting(Device::state).containsExactly(State.OFFLINE);
    assertThat(death.rebirth()).isNull();
    assertThat(again.messages()).isEmpty();
  }

  @Test
  void wrongClockAndNoNumber_becomeLetters_andNeighboursPass() throws Exception {
    birthAll(1);

    SparkplugHost.Answer answer =
        data(
            NOW + 1,
            Tahu.value(7, Double.NaN, NOW + 1),
            Tahu.value(7, 5, NOW + 400L * 86_400_000),
            Tahu.value(7, 6, NOW + 301_000),
            Tahu.value(8, 62, NOW + 1));

    assertThat(readings(answer)).extracting(Reading::value).containsExactly(6.0, 62.0);
    assertThat(readings(answer)).extracting(Reading::runsAhead).containsExactly(true, false);
    assertThat(answer.messages())
        .filteredOn(one -> one instanceof Decoded.Rejected)
        .extracting(one -> ((Decoded.Rejected) one).reason())
        .satisfiesExactly(
            reason -> assertThat(reason).contains("NaN"),
            reason -> assertThat(reason).startsWith("clock skew"));
  }

  @Test
  void commandsAreIgnored_otherTopicsAndTooLargePayloadsAreRefused() throws Exception {
    assertThat(accept("NCMD", "", RebirthCommand.payload(NOW)).messages())
        .containsExactly(new Decoded.Ignored());
    assertThat(host.accept("spBv1.0/STATE/scada", new byte[0], NOW).messages())
        .hasOnlyElementsOfType(Decoded.Rejected.class);
    assertThat(accept("NBIRTH", "", new byte[10_001]).messages().get(0).toString())
        .contains("gateway.payloadBytes");
    assertThat(accept("NBIRTH", "", new byte[] {1, 2, 3}).messages())
        .hasOnlyElementsOfType(Decoded.Rejected.class);
  }

  private void birthAll(long session) throws Exception {
    nodeBirth(session);
    deviceBirth();
  }

  private void nodeBirth(long session) throws Exception {
    Metric control = Tahu.birth("Node Control/Rebirth", 1, MetricDataType.Boolean, false);
    accept("NBIRTH", "", Tahu.payload(NOW, 0, Tahu.session(session), control));
    seq = 1;
  }

  private SparkplugHost.Answer deviceBirth() throws Exception {
    return accept(
        "DBIRTH",
        "/filler",
        Tahu.payload(
            NOW,
            seq++,
            Tahu.birthWithUnit("Drive/Current [A]", 7, 1, "A"),
            Tahu.birth("temp", 8, MetricDataType.Float, 60f),
            Tahu.birth("recipe", 9, MetricDataType.String, "soup")));
  }

  private SparkplugHost.Answer data(long atMillis, Metric... metrics) throws Exception {
    byte[] payload = Tahu.payload(atMillis, seq++ % 256, metrics);
    return host.accept(PLACE.formatted("DDATA") + "/filler", payload, atMillis);
  }

  private SparkplugHost.Answer accept(String type, String device, byte[] payload) {
    return host.accept(PLACE.formatted(type) + device, payload, NOW);
  }

  private static List<Reading> readings(SparkplugHost.Answer answer) {
    return messages(answer, Reading.class);
  }

  private static List<Device> devices(SparkplugHost.Answer answer) {
    return messages(answer, Device.class);
  }

  private static <T> List<T> messages(SparkplugHost.Answer answer, Class<T> type) {
    return answer.messages().stream()
        .filter(Decoded.Accepted.class::isInstance)
        .map(one -> ((Decoded.Accepted) one).message())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static Site site() {
    Machine filler =
        new Machine(
            "filler", "Filler", "", 6, 350, 100, List.of(new Sensor("temp", "T", "°C", 0, 90, 1)));
    return new Site(
        "demo",
        "Demo",
        "EUR",
        ZoneOffset.UTC,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(filler),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new SiteCalendar(List.of()),
        null);
  }
}
