package io.gemba.sensors.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gemba.message.Reading;
import io.gemba.message.Topic;
import io.gemba.site.CostRates;
import io.gemba.site.Line;
import io.gemba.site.Machine;
import io.gemba.site.Place;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import io.gemba.site.SiteCalendar;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnitConversionsTest {
  private static final Sensor.Conversion FAHRENHEIT =
      new Sensor.Conversion(0.5555555556, -17.7777777778);

  private final UnitConversions units = new UnitConversions(site(FAHRENHEIT));

  @Test
  void of_sensorWithAConversion_isInItsUnit() {
    Reading reading = read("oven/temperature", 212);

    assertThat(reading.value()).isCloseTo(100, within(1e-6));
    assertThat(reading.sensor()).isEqualTo("oven/temperature");
    assertThat(reading.atMillis()).isEqualTo(1);
    assertThat(reading.seq()).isEqualTo(2);
    assertThat(reading.receivedMillis()).isEqualTo(3);
  }

  @Test
  void of_othersAndRefusedOnes_stayAsTheyAre() {
    Decoded refused = new Decoded.Rejected("oven/temperature", "why");

    assertThat(read("oven/humidity", 40).value()).isEqualTo(40);
    assertThat(read("elsewhere/temperature", 212).value()).isEqualTo(212);
    assertThat(units.of(refused)).isSameAs(refused);
  }

  @Test
  void of_valueThatOverflows_isRefusedWithItsValue() {
    UnitConversions huge = new UnitConversions(site(new Sensor.Conversion(1e300, 0)));

    assertThat(huge.of(accepted("oven/temperature", 1e100)))
        .isInstanceOfSatisfying(
            Decoded.Rejected.class,
            rejected -> {
              assertThat(rejected.key()).isEqualTo("oven/temperature");
              assertThat(rejected.reason()).contains("1.0E100", "conversion");
            });
  }

  @Test
  void factorOfZero_isRefused() {
    assertThatThrownBy(() -> new Sensor.Conversion(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("factor (0)");
  }

  private Reading read(String sensor, double value) {
    return (Reading) ((Decoded.Accepted) units.of(accepted(sensor, value))).message();
  }

  private static Decoded accepted(String sensor, double value) {
    return new Decoded.Accepted(Topic.READINGS, sensor, new Reading(sensor, 1, value, 2, 3));
  }

  private static Site site(Sensor.Conversion conversion) {
    LocalTime six = LocalTime.of(6, 0);
    Sensor temperature =
        new Sensor("temperature", "Temperature", "°C", 0, 300, 1, null, conversion, null);
    Sensor humidity = new Sensor("humidity", "Humidity", "%", 0, 100, 1);
    return new Site(
        "demo",
        "Demo",
        "EUR",
        ZoneOffset.UTC,
        List.of(new Place("plant", "Plant", Place.Kind.PLANT, 50, 8, six, six.plusHours(8), 10)),
        List.of(),
        List.of(),
        List.of(new Line("line", "Line", "plant", 600)),
        List.of(new Machine("oven", "Oven", "line", 6, 350, 100, List.of(temperature, humidity))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new SiteCalendar(List.of()),
        new CostRates(3000, 500, 11, 5, 100, 0.3, 1.3, 40));
  }
}
