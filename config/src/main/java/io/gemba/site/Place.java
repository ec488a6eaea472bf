package io.gemba.site;

import java.io.Serializable;
import java.time.LocalTime;

/**
 * Somewhere goods are made, kept or sold.
 *
 * @param id unique
 * @param name for people
 * @param kind what is done there
 * @param latitude WGS84 degrees
 * @param longitude WGS84 degrees
 * @param opens earliest delivery, local time
 * @param closes latest delivery, local time, after {@code opens}
 * @param serviceMinutes time a van stands there for one delivery
 */
public record Place(
    String id,
    String name,
    Kind kind,
    double latitude,
    double longitude,
    LocalTime opens,
    LocalTime closes,
    double serviceMinutes)
    implements Serializable {

  /** What is done at a place. */
  public enum Kind {
    PLANT,
    WAREHOUSE,
    STORE,
    CUSTOMER
  }
}
