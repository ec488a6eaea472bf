package io.gemba.rosters;

import static io.gemba.rosters.TestRosters.MONDAY;

import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Wish;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds people: in the hall, 40 contract hours, at most 48, 20 an hour, half more above the
 * contract, rested, without wishes.
 */
public final class TestPerson {
  private final String id;
  private final List<String> skills;
  private double contractHours = 40;
  private long hourlyCents = 2_000;
  private final List<LocalDate> away = new ArrayList<>();
  private @Nullable History history;
  private final Map<String, Integer> levels = new HashMap<>();
  private @Nullable Contract contract;
  private final List<Wish> wishes = new ArrayList<>();

  private TestPerson(String id, String[] skills) {
    this.id = id;
    this.skills = List.of(skills);
  }

  public static TestPerson named(String id, String... skills) {
    return new TestPerson(id, skills);
  }

  public TestPerson contractHours(double hours) {
    contractHours = hours;
    return this;
  }

  public TestPerson hourlyCents(long cents) {
    hourlyCents = cents;
    return this;
  }

  /** Days away, 0 = Monday. */
  public TestPerson away(int... days) {
    Arrays.stream(days).forEach(day -> away.add(MONDAY.plusDays(day)));
    return this;
  }

  public TestPerson after(@Nullable History before) {
    history = before;
    return this;
  }

  public TestPerson level(String skill, int level) {
    levels.put(skill, level);
    return this;
  }

  public TestPerson under(TestContract limits) {
    contract = limits.build();
    return this;
  }

  public TestPerson wishes(Wish wish) {
    wishes.add(wish);
    return this;
  }

  public Person build() {
    return new Person(
        id,
        "hall",
        skills,
        contractHours,
        48,
        hourlyCents,
        1.5,
        away,
        history,
        levels,
        contract,
        wishes);
  }
}
