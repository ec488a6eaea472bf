package io.gemba.planner.wear;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.MachineLife;
import io.gemba.planner.TestSite;
import io.gemba.planner.wear.PlannedStops.Stop;
import io.gemba.site.WearPart;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WearWordsTest {
  private static final WearPart SEAL =
      new WearPart("seal", "seals", List.of(), 90, null, 1, 1, 1, null, List.of());
  private static final Stop STOP = new Stop(TestSite.NOW, "oil");
  private static final String AT = "on Monday 23 November 08:00 (oil)";

  @Test
  void eachAct_isOneSentence_inTheSitesTime() {
    MachineLife worn = TestLives.life(20, 9.5, 30);

    assertThat(words(WearAct.WAIT, null, null, null)).contains("seal", "'seals'", "90 min");
    assertThat(words(WearAct.PLAN_STOP, worn, null, null))
        .contains("one seal in ten fails within 9.5 h of running", "costs 700 cents");
    assertThat(words(WearAct.AT_STOP, worn, 0.004, 500L))
        .isEqualTo(
            "Replace the seal at the stop "
                + AT
                + ": 500 cents expected, 700 cents now. It fails before with a chance of less than"
                + " 1 %.");
    assertThat(words(WearAct.NOW, worn, 0.426, 900L))
        .contains("now: 700 cents, against 900 cents", AT, "43 %");
    assertThat(words(WearAct.LEAVE, worn, 0.001, 400L)).contains("beyond the stop " + AT, "9.5 h");
  }

  @Test
  void leftAsNew_saysWhetherTheModelSeesAsFarAsTheStop() {
    MachineLife fresh = TestLives.life(124, 110, 125);

    assertThat(words(WearAct.LEAVE, fresh, null, null)).contains("110 h", "look again before");
    assertThat(words(WearAct.LEAVE, fresh, 0.001, 400L)).contains("110 h").doesNotContain("again");
  }

  private static String words(
      WearAct act, @Nullable MachineLife life, @Nullable Double fails, @Nullable Long later) {
    WearAdvice advice = new WearAdvice(act, STOP, fails, later);
    return WearWords.of(advice, SEAL, life, 700, ZoneId.of("Europe/Amsterdam"));
  }
}
