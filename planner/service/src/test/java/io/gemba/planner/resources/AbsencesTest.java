package io.gemba.planner.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.ResourceChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbsencesTest {

  @Test
  void sickCall_isAwayOnEachDayItTouches() {
    Absences absences = Absences.of(List.of(change("s", false, 10, 30)));

    assertThat(absences.isAway("ann", day(23), ZoneOffset.UTC)).isTrue();
    assertThat(absences.isAway("ann", day(24), ZoneOffset.UTC)).isTrue();
    assertThat(absences.isAway("ann", day(25), ZoneOffset.UTC)).isFalse();
    assertThat(absences.isAway("bob", day(23), ZoneOffset.UTC)).isFalse();
  }

  @Test
  void returnInTheMiddle_cutsTheSpanInTwo() {
    Absences absences = Absences.of(List.of(change("s", false, 0, 72), change("b", true, 24, 48)));

    assertThat(absences.of(ResourceChange.Kind.PERSON, "ann"))
        .extracting(Absences.Span::from, Absences.Span::until)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(hour(0), hour(24)),
            org.assertj.core.groups.Tuple.tuple(hour(48), hour(72)));
  }

  @Test
  void laterWord_holdsOverTheEarlierOne() {
    Absences absences = Absences.of(List.of(change("b", true, 0, 24), change("s", false, 0, 24)));

    assertThat(absences.of(ResourceChange.Kind.PERSON, "ann")).hasSize(1);
  }

  private static ResourceChange change(String id, boolean available, int from, int until) {
    return new ResourceChange(
        id, ResourceChange.Kind.PERSON, "ann", available, hour(from), hour(until), "sick");
  }

  private static Instant hour(int hours) {
    return Instant.parse("2026-11-23T00:00:00Z").plusSeconds(hours * 3600L);
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 11, day);
  }
}
