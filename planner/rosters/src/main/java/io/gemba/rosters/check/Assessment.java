package io.gemba.rosters.check;

import io.gemba.rosters.RosterCosts;
import io.gemba.rosters.RosterResult.Cover;
import io.gemba.rosters.RosterResult.PersonHours;
import io.gemba.rosters.RosterResult.RuleScore;
import io.gemba.rosters.RosterResult.Violation;
import java.util.ArrayList;
import java.util.List;

/** What the checker found. Immutable. */
public final class Assessment {
  /** Names of the hard rules, in the order in which they are looked at. */
  static final List<String> HARD_RULES =
      List.of(
          "skill",
          "availability",
          "rest",
          "weekly hours",
          "least weekly hours",
          "roster hours",
          "weekly shifts",
          "consecutive days",
          "least consecutive days",
          "free days",
          "weekends",
          "nights",
          "forbidden sequence",
          "pairs");

  private static final double CENT = 60;

  private final List<Violation> violations;
  private final long hardWeight;
  private final Prices prices;
  private final List<PersonHours> hours;
  private final List<Cover> cover;

  /** Prices in cent-minutes, sixtieths of a cent, so that nothing is rounded. */
  static final class Prices {
    long wages;
    long idle;
    long overtime;
    long under;
    long over;
    long fairHours;
    long fairNights;
    long fairWeekends;
    long changes;
    long wishes;
    long patterns;
    long pairs;

    private long sum() {
      return wages
          + idle
          + overtime
          + under
          + over
          + fairHours
          + fairNights
          + fairWeekends
          + changes
          + wishes
          + patterns
          + pairs;
    }
  }

  Assessment(
      List<Violation> violations,
      long hardWeight,
      Prices prices,
      List<PersonHours> hours,
      List<Cover> cover) {
    this.violations = List.copyOf(violations);
    this.hardWeight = hardWeight;
    this.prices = prices;
    this.hours = List.copyOf(hours);
    this.cover = List.copyOf(cover);
  }

  /** Hard rules that are broken, by person, those of pairs last. */
  public List<Violation> violations() {
    return violations;
  }

  /** Minutes of all violations; a whole day counts as 1,000. */
  public long hardWeight() {
    return hardWeight;
  }

  /** One row a person, in the order of the request. */
  public List<PersonHours> hours() {
    return hours;
  }

  /** One row a demand, in the order of the request. */
  public List<Cover> cover() {
    return cover;
  }

  /** All prices together, in cent-minutes. */
  public long centMinutes() {
    return prices.sum();
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
        cents(prices.wages),
        cents(prices.idle),
        cents(prices.overtime),
        cents(prices.under),
        cents(prices.over),
        cents(prices.fairHours + prices.fairNights + prices.fairWeekends),
        cents(prices.changes),
        cents(prices.wishes),
        cents(prices.patterns),
        cents(prices.pairs));
  }

  /** Every rule with its violations or price. */
  public List<RuleScore> rules() {
    List<RuleScore> rules = new ArrayList<>();
    for (String rule : HARD_RULES) {
      int broken = (int) violations.stream().filter(v -> v.rule().equals(rule)).count();
      rules.add(new RuleScore(rule, broken, 0));
    }
    rules.add(new RuleScore("wages", 0, cents(prices.wages)));
    rules.add(new RuleScore("idle contract hours", 0, cents(prices.idle)));
    rules.add(new RuleScore("overtime", 0, cents(prices.overtime)));
    rules.add(new RuleScore("under cover", 0, cents(prices.under)));
    rules.add(new RuleScore("over cover", 0, cents(prices.over)));
    rules.add(new RuleScore("fairness", 0, cents(prices.fairHours)));
    rules.add(new RuleScore("fair nights", 0, cents(prices.fairNights)));
    rules.add(new RuleScore("fair weekends", 0, cents(prices.fairWeekends)));
    rules.add(new RuleScore("changes", 0, cents(prices.changes)));
    rules.add(new RuleScore("wishes", 0, cents(prices.wishes)));
    rules.add(new RuleScore("unwanted sequences", 0, cents(prices.patterns)));
    rules.add(new RuleScore("pairs", 0, cents(prices.pairs)));
    return rules;
  }

  private static long cents(long centMinutes) {
    return Math.round(centMinutes / CENT);
  }
}
