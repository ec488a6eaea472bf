package io.gemba.sensors.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RowTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2014-02-19 15:25:00, 2014-02-19T15:25:00Z",
    "2014-02-19 15:25, 2014-02-19T15:25:00Z",
    "2014-02-19T15:25:00.250, 2014-02-19T15:25:00.250Z",
    "2014-02-19T15:25:00Z, 2014-02-19T15:25:00Z",
    "2014-02-19 15:25:00+01:00, 2014-02-19T14:25:00Z",
    "2014-02-19T15:25:00-05:00, 2014-02-19T20:25:00Z",
    "2014-02-19, 2014-02-19T00:00:00Z",
    "1392823500, 2014-02-19T15:25:00Z",
    "1392823500.25, 2014-02-19T15:25:00.250Z",
    "1392823500000, 2014-02-19T15:25:00Z"
  })
  void parse_whatFilesHave(String text, Instant time) {
    assertThat(RowTime.parse(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "19.02.2014 15:25", "-5", "1e9", "2014-13-01", "12:00"})
  void parse_others_areRefused(String text) {
    assertThatThrownBy(() -> RowTime.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
