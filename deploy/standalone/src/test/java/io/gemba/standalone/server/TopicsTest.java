package io.gemba.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Topic;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class TopicsTest {
  @ParameterizedTest
  @EnumSource(
      names = {
        "ORDERS",
        "SENSOR_STATUS",
        "FORECASTS",
        "FORECAST_OVERRIDES",
        "PRICES",
        "MODELS",
        "MACHINE_LIVES",
        "PART_REPLACEMENTS",
        "OVERSTOCKS",
        "COSTS"
      })
  void configuration_recordReplacesTheOnesBeforeOfItsKey_isCompacted(Topic topic) {
    assertThat(Topics.configuration(topic)).containsEntry("cleanup.policy", "compact");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {
        "ORDERS",
        "SENSOR_STATUS",
        "FORECASTS",
        "FORECAST_OVERRIDES",
        "PRICES",
        "MODELS",
        "MACHINE_LIVES",
        "PART_REPLACEMENTS",
        "OVERSTOCKS",
        "COSTS"
      })
  void configuration_everyRecordCounts_isKeptUntilTheSizeIsReached(Topic topic) {
    Map<String, String> configuration = Topics.configuration(topic);

    assertThat(configuration)
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "-1");
    assertThat(Long.parseLong(configuration.get("retention.bytes")))
        .isGreaterThan(Long.parseLong(configuration.get("segment.bytes")));
  }
}
