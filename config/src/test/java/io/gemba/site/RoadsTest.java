package io.gemba.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Plant and store lie 17.4 km apart; vans drive at 60 km/h on roads 1.3 times as long. */
class RoadsTest {
  private static final double ESTIMATE = 1.3 * 17.42;

  @Test
  void nothingGiven_isTheGreatCircleTimesTheDetour() {
    Roads roads = roads("");

    assertThat(roads.areGiven()).isFalse();
    assertThat(roads.between("plant", "store-1").kilometres()).isCloseTo(ESTIMATE, within(0.05));
    assertThat(roads.between("store-1", "plant").minutes()).isCloseTo(ESTIMATE, within(0.1));
    assertThat(roads.between("store-1", "plant", "lorry").minutes())
        .isCloseTo(ESTIMATE / 30 * 60, within(0.1));
    assertThat(roads.between("plant", "plant", "lorry")).isEqualTo(new Roads.Length(0, 0));
  }

  @Test
  void givenOneWay_holdsForTheWayBack() {
    Roads roads = roads("- {from: plant, to: store-1, kilometres: 25, minutes: 30}");

    assertThat(roads.areGiven()).isTrue();
    assertThat(roads.between("plant", "store-1")).isEqualTo(new Roads.Length(25, 30));
    assertThat(roads.between("store-1", "plant")).isEqualTo(new Roads.Length(25, 30));
    assertThat(roads.between("store-1", "plant", "lorry"))
        .as("at 30 instead of 60 km/h")
        .isEqualTo(new Roads.Length(25, 60));
  }

  @Test
  void givenBothWays_andForAProfile_areTakenAsGiven() {
    Roads roads =
        roads(
            """
            - {from: store-1, to: plant, kilometres: 26, minutes: 33}
                - {from: plant, to: store-1, kilometres: 25, minutes: 30}
                - {from: plant, to: store-1, kilometres: 31, minutes: 50, profile: lorry}\
            """);

    assertThat(roads.between("plant", "store-1")).isEqualTo(new Roads.Length(25, 30));
    assertThat(roads.between("store-1", "plant")).isEqualTo(new Roads.Length(26, 33));
    assertThat(roads.between("plant", "store-1", "lorry")).isEqualTo(new Roads.Length(31, 50));
    assertThat(roads.between("store-1", "plant", "lorry")).isEqualTo(new Roads.Length(31, 50));
  }

  private static Roads roads(String ways) {
    String text =
        TestSite.yaml()
            + """
            routing:
              profiles: [{name: lorry, kilometresPerHour: 30}]
              ways:
                %s
            """
                .formatted(ways.isEmpty() ? "[]" : ways);
    return new Roads(SiteFile.parse(Path.of("site.yaml"), text));
  }
}
