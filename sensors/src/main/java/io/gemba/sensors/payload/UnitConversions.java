package io.gemba.sensors.payload;

import io.gemba.message.Reading;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import java.io.Serializable;
import java.util.HashMap;

/** Takes readings from what devices send to the units of the site file. Immutable, thread safe. */
public final class UnitConversions implements Serializable {
  private static final long serialVersionUID = 1;

  private final HashMap<String, Sensor.Conversion> bySensor = new HashMap<>();

  /**
   * @param site sensors that it does not name, or names without a conversion, stay as they are
   */
  public UnitConversions(Site site) {
    for (Machine machine : site.machines()) {
      for (Sensor sensor : machine.sensors()) {
        Sensor.Conversion conversion = sensor.conversion();
        if (conversion != null) {
          bySensor.put(machine.id() + "/" + sensor.id(), conversion);
        }
      }
    }
  }

  /** The same message, a reading in its sensor's unit. */
  public Decoded of(Decoded decoded) {
    if (bySensor.isEmpty()
        || !(decoded instanceof Decoded.Accepted accepted)
        || !(accepted.message() instanceof Reading reading)) {
      return decoded;
    }
    Sensor.Conversion conversion = bySensor.get(reading.sensor());
    if (conversion == null) {
      return decoded;
    }
    double value = conversion.of(reading.value());
    if (!Double.isFinite(value)) {
      return new Decoded.Rejected(
          accepted.key(),
          "The value (%s) is not finite in the sensor's unit. Correct the sender or the conversion of the site file."
              .formatted(reading.value()));
    }
    return new Decoded.Accepted(
        accepted.topic(),
        accepted.key(),
        new Reading(
            reading.sensor(), reading.atMillis(), value, reading.seq(), reading.receivedMillis()));
  }
}
