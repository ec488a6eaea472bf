package io.gemba.planner.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.planner.TestSite;
import org.junit.jupiter.api.Test;

class NamesTest {
  private final Names names = new Names(TestSite.site());

  @Test
  void in_putsTheNameForTheIdAlone() {
    String name = names.of("ann");

    assertThat(names.in("ann is planned with ann-2 and ann.", "ann"))
        .isEqualTo(name + " is planned with ann-2 and " + name + ".");
  }

  @Test
  void of_somebodyWhoLeft_isTheId() {
    assertThat(names.of("zoe")).isEqualTo("zoe");
  }
}
