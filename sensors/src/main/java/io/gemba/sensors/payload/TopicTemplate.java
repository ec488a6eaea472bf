package io.gemba.sensors.payload;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A pattern of MQTT topics: literal levels and the placeholders {@code {site}}, {@code {machine}}
 * and {@code {sensor}}, each of which stands for exactly one level.
 */
final class TopicTemplate {
  private static final List<String> PLACEHOLDERS = List.of("{site}", "{machine}", "{sensor}");

  private final String template;
  private final String[] levels;
  private final int siteLevel;
  private final int machineLevel;
  private final int sensorLevel;

  /**
   * The levels of a topic that stand for something.
   *
   * @param site empty when the template has no such level; so are the others
   */
  record Names(String site, String machine, String sensor) {}

  /**
   * @param template for example {@code gemba/{site}/{machine}/{sensor}}
   * @throws IllegalArgumentException when a level is a wildcard, an unknown placeholder or repeated
   */
  TopicTemplate(String template) {
    this.template = template;
    this.levels = template.split("/", -1);
    for (String level : levels) {
      boolean placeholder = PLACEHOLDERS.contains(level);
      if (!placeholder && level.matches(".*[+#{}].*")) {
        throw new IllegalArgumentException(
            "Level '%s' of topic template '%s' must be a plain word or one of %s."
                .formatted(level, template, PLACEHOLDERS));
      }
      if (placeholder && Arrays.stream(levels).filter(level::equals).count() > 1) {
        throw new IllegalArgumentException(
            "Topic template '%s' has %s more than once. Keep one.".formatted(template, level));
      }
    }
    List<String> order = Arrays.asList(levels);
    this.siteLevel = order.indexOf("{site}");
    this.machineLevel = order.indexOf("{machine}");
    this.sensorLevel = order.indexOf("{sensor}");
  }

  boolean hasMachine() {
    return machineLevel >= 0;
  }

  boolean hasSensor() {
    return sensorLevel >= 0;
  }

  boolean hasSite() {
    return siteLevel >= 0;
  }

  /** The MQTT filter that every topic of this template passes. */
  String filter() {
    return Arrays.stream(levels)
        .map(level -> PLACEHOLDERS.contains(level) ? "+" : level)
        .collect(Collectors.joining("/"));
  }

  /** Whether every topic of the other template is also one of this. */
  boolean covers(TopicTemplate other) {
    if (levels.length != other.levels.length) {
      return false;
    }
    for (int i = 0; i < levels.length; i++) {
      if (!PLACEHOLDERS.contains(levels[i]) && !levels[i].equals(other.levels[i])) {
        return false;
      }
    }
    return true;
  }

  /** The names in a topic; empty when it does not match. */
  Optional<Names> findNames(String[] topicLevels) {
    if (topicLevels.length != levels.length) {
      return Optional.empty();
    }
    for (int i = 0; i < levels.length; i++) {
      boolean named = i == siteLevel || i == machineLevel || i == sensorLevel;
      if (!named && !levels[i].equals(topicLevels[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Names(
            level(topicLevels, siteLevel),
            level(topicLevels, machineLevel),
            level(topicLevels, sensorLevel)));
  }

  private static String level(String[] topicLevels, int index) {
    return index < 0 ? "" : topicLevels[index];
  }

  @Override
  public String toString() {
    return template;
  }
}
