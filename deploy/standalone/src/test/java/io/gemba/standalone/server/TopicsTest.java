package io.gemba.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Topic;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TopicsTest {
  /** Topics on which a record replaces the ones before of its key. */
  static Set<Topic> replacing() {
    return EnumSet.of(
        Topic.ORDERS,
        Topic.SENSOR_STATUS,
        Topic.FORECASTS,
        Topic.FORECAST_OVERRIDES,
        Topic.PRICES,
        Topic.MODELS,
        Topic.MACHINE_LIVES,
        Topic.PART_REPLACEMENTS,
        Topic.OVERSTOCKS,
        Topic.COSTS);
  }

  static Set<Topic> counting() {
    return EnumSet.complementOf(EnumSet.copyOf(replacing()));
  }

  @ParameterizedTest
  @MethodSource("replacing")
  void configuration_recordReplacesTheOnesBeforeOfItsKey_isCompacted(Topic topic) {
    assertThat(Topics.configuration(topic)).containsEntry("cleanup.policy", "compact");
  }

  @ParameterizedTest
  @MethodSource("counting")
  void configuration_everyRecordCounts_isKeptUntilTheSizeIsReached(Topic topic) {
    Map<String, String> configuration = Topics.configuration(topic);

    assertThat(configuration)
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "-1");
    assertThat(Long.parseLong(configuration.get("retention.bytes")))
        .isGreaterThan(Long.parseLong(configuration.get("segment.bytes")));
  }
}
