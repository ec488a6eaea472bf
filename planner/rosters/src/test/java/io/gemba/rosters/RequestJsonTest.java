package io.gemba.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Json;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.Search;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RequestJsonTest {

  @Test
  void json_keepsEverything() throws IOException {
    for (long seed = 1; seed <= 8; seed++) {
      RosterRequest rich = RichRosters.random(seed, 6, 11, Search.seconds(1, seed));

      String json = Json.mapper().writeValueAsString(rich);

      assertThat(Json.mapper().readValue(json, RosterRequest.class)).isEqualTo(rich);
      assertThat(json).doesNotContain("\"night\"");
    }
  }

  /** Requests and results from before there were contracts. */
  @Test
  void json_withoutNewerNumbers_isRead() throws IOException {
    String demand =
        """
        {"place": "hall", "skill": "pick", "day": "2026-11-23", "heads": [],
         "underCentsPerHour": 1, "overCentsPerHour": 2}
        """;
    String rules =
        """
        {"restHours": 11, "maximumConsecutiveDays": 5, "fairnessCentsPerHour": 100}
        """;
    String costs =
        """
        {"wagesCents": 1, "idleCents": 0, "overtimeCents": 0, "underCents": 0, "overCents": 0,
         "fairnessCents": 0, "changesCents": 2}
        """;

    assertThat(Json.mapper().readValue(demand, Demand.class).level()).isEqualTo(1);
    assertThat(Json.mapper().readValue(rules, RosterRequest.Rules.class))
        .isEqualTo(TestRosters.RULES);
    assertThat(Json.mapper().readValue(costs, RosterCosts.class).totalCents()).isEqualTo(3);
  }
}
