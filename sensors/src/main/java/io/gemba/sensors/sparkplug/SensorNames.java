package io.gemba.sensors.sparkplug;

/** Names of Sparkplug as ids of a site: {@code Drive/Current [A]} is {@code Drive.Current--A-}. */
final class SensorNames {
  private SensorNames() {}

  /** The sensor id of a metric of a machine. */
  static String of(String machine, String metric) {
    return id(machine) + "/" + id(metric);
  }

  /** A name with letters, digits, - _ and dots only; slashes become dots. */
  static String id(String name) {
    String id = name.replace('/', '.').replaceAll("[^A-Za-z0-9_.-]", "-");
    return Character.isLetterOrDigit(id.isEmpty() ? ' ' : id.charAt(0)) ? id : "x" + id;
  }
}
