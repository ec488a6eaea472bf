package io.gemba.rosters.check;

import io.gemba.rosters.RosterCosts;
import io.gemba.rosters.RosterResult.Cover;
import io.gemba.rosters.RosterResult.PersonHours;
import io.gemba.rosters.RosterResult.RuleScore;
import io.gemba.rosters.RosterResult.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What the checker found. Prices are in cent-minutes, sixtieths of a cent, so that nothing is
 * rounded.
 *
 * @param violations hard rules that are broken, by person, then rule, then day
 * @param hardWeight minutes of all violations; a whole day counts as 1,000
 * @param wages of the hours worked up to the contract
 * @param idle of contract hours that nobody works
 * @param overtime of the hours above the contract
 * @param under of heads too few
 * @param over of heads too many
 * @param fairness of hours above the average of equals
 * @param changes of differences from the published roster
 * @param hours one row a person, in the order of the request
 * @param cover one row a demand, in the order of the request
 */
public record Assessment(
    List<Violation> violations,
    long hardWeight,
    long wages,
    long idle,
    long overtime,
    long under,
    long over,
    long fairness,
    long changes,
    List<PersonHours> hours,
    List<Cover> cover) {

  /** Names of the hard rules, in the order in which they are looked at. */
  static final List<String> HARD_RULES =
      List.of("skill", "availability", "rest", "weekly hours", "consecutive days");

  private static final double CENT = 60;

  /** Copies the lists. */
  public Assessment {
    violations = List.copyOf(violations);
    hours = List.copyOf(hours);
    cover = List.copyOf(cover);
  }

  /** All prices together, in cent-minutes. */
  public long centMinutes() {
    return wages + idle + overtime + under + over + fairness + changes;
  }

  /** Whether no hard rule is broken. */
  public boolean feasible() {
    return violations.isEmpty();
  }

  /** Whether it is better than another: fewer hard minutes first, then cheaper. */
  public boolean betterThan(Assessment other) {
    return hardWeight != other.hardWeight
        ? hardWeight < other.hardWeight
        : centMinutes() < other.centMinutes();
  }

  /** Prices in cents, each kind rounded. */
  public RosterCosts costs() {
    return new RosterCosts(
        cents(wages),
        cents(idle),
        cents(overtime),
        cents(under),
        cents(over),
        cents(fairness),
        cents(changes));
  }

  /** Every rule with its violations or price. */
  public List<RuleScore> rules() {
    List<RuleScore> rules = new ArrayList<>();
    for (String rule : HARD_RULES) {
      int broken = (int) violations.stream().filter(v -> v.rule().equals(rule)).count();
      rules.add(new RuleScore(rule, broken, 0));
    }
    rules.add(new RuleScore("wages", 0, cents(wages)));
    rules.add(new RuleScore("idle contract hours", 0, cents(idle)));
    rules.add(new RuleScore("overtime", 0, cents(overtime)));
    rules.add(new RuleScore("under cover", 0, cents(under)));
    rules.add(new RuleScore("over cover", 0, cents(over)));
    rules.add(new RuleScore("fairness", 0, cents(fairness)));
    rules.add(new RuleScore("changes", 0, cents(changes)));
    return rules;
  }

  private static long cents(long centMinutes) {
    return Math.round(centMinutes / CENT);
  }
}
