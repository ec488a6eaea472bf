package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.MachineState;
import io.gemba.message.MachineState.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What machines did before a page was open, over HTTP and a real database. */
class MachineStatesTest {
  private static final String PATH = "/api/v1/machine-states";
  private TestPlanner planner;

  @BeforeEach
  void start() {
    planner =
        TestPlanner.open(
            TestSite.settings(TestDatabase.create()), TestSite.site(), TestSite.clock());
  }

  @AfterEach
  void stop() {
    planner.close();
  }

  @Test
  void changes_ofTheLastDay_areToldOnceAndInOrder() {
    planner.feed(state(3 * 86_400, 1, State.RUNNING));
    planner.feed(state(600, 2, State.RUNNING));
    planner.feed(state(590, 3, State.RUNNING));
    planner.feed(state(300, 4, State.DOWN));
    planner.feed(state(300, 4, State.DOWN));

    JsonNode changes = planner.http.json(PATH);

    assertThat(changes).hasSize(2);
    assertThat(changes.at("/0/state").asText()).isEqualTo("RUNNING");
    assertThat(changes.at("/1/state").asText()).isEqualTo("DOWN");
    assertThat(changes.at("/1/at").asText()).isEqualTo(TestSite.NOW.minusSeconds(300).toString());
  }

  @Test
  void moreThanADay_isRefusedWithTheReason() {
    var answer = planner.http.get(PATH + "?from=2026-01-01T00:00:00Z");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("from", "by a day at most");
  }

  private static MachineState state(int secondsAgo, long seq, State state) {
    return new MachineState(
        "filler", TestSite.NOW.minusSeconds(secondsAgo), seq, state, null, null, 0, 0);
  }
}
