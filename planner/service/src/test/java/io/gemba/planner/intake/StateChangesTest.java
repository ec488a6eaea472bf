package io.gemba.planner.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.MachineState;
import io.gemba.message.MachineState.State;
import io.gemba.planner.store.MachineChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StateChangesTest {
  private static final Instant SIX = Instant.parse("2026-11-20T06:00:00Z");

  @Test
  void repeatedState_isOneChange() {
    List<MachineChange> changes =
        StateChanges.of(
            List.of(),
            List.of(
                state("a", 0, State.RUNNING, null),
                state("a", 5, State.RUNNING, null),
                state("b", 5, State.RUNNING, null),
                state("a", 10, State.DOWN, "jam"),
                state("a", 15, State.DOWN, "bearing")));

    assertThat(changes)
        .containsExactly(
            change("a", 0, State.RUNNING, null),
            change("b", 5, State.RUNNING, null),
            change("a", 10, State.DOWN, "jam"),
            change("a", 15, State.DOWN, "bearing"));
  }

  @Test
  void stateThatIsKnown_isNoChange_norIsALateMessage() {
    assertThat(
            StateChanges.of(
                List.of(state("a", 0, State.RUNNING, null)),
                List.of(
                    state("a", 5, State.RUNNING, null),
                    state("a", 5, State.DOWN, null),
                    state("a", 3, State.DOWN, null))))
        .isEmpty();
  }

  @Test
  void silence_endsTheStateAfterFiveMinutes() {
    List<MachineChange> changes =
        StateChanges.of(
            List.of(state("a", 0, State.RUNNING, null)),
            List.of(state("a", 300, State.RUNNING, null), state("a", 601, State.RUNNING, null)));

    assertThat(changes)
        .containsExactly(change("a", 600, null, null), change("a", 601, State.RUNNING, null));
  }

  private static MachineState state(String machine, int second, State state, String reason) {
    Instant at = SIX.plusSeconds(second);
    return new MachineState(machine, at, second, state, reason, null, 0, 0);
  }

  private static MachineChange change(String machine, int second, State state, String reason) {
    return new MachineChange(machine, SIX.plusSeconds(second), state, reason);
  }
}
