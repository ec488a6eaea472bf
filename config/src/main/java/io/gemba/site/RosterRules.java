package io.gemba.site;

import io.gemba.site.Contract.Sequence;
import io.gemba.site.Rostering.Pair;
import io.gemba.site.Rostering.PriceStep;
import io.gemba.yaml.YamlDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold for contracts, terms, pairs and shifts, as far as they could be read. */
final class RosterRules {
  private static final String CONTRACTS = "rostering.contracts";
  private static final int LONGEST_SEQUENCE = 7;
  private static final Set<String> WORDS = Set.of(Sequence.WORK, Sequence.FREE, Sequence.ANY);

  private final YamlDocument document;
  private final References references;
  private final Collection<String> people;
  private final Collection<String> codes;
  private final Map<String, Contract> contracts = new HashMap<>();

  RosterRules(YamlDocument document) {
    this.document = document;
    references = new References(document);
    people = document.texts("people", "id").values();
    codes = document.texts("shifts", "code").values();
    document
        .elements(CONTRACTS, Contract.class)
        .values()
        .forEach(one -> contracts.put(one.id(), one));
  }

  void check() {
    references.unique(document.texts(CONTRACTS, "id"));
    document.elements(CONTRACTS, Contract.class).forEach(this::checkContract);
    document.paths("people").forEach(this::checkTerms);
    document.elements("rostering.pairs", Pair.class).forEach(this::checkPair);
    checkPairsOnce();
    checkNotices();
    checkSteps("underSteps", "underCoverCentsPerHour");
    checkSteps("overSteps", "overCoverCentsPerHour");
    document.elements("shifts", ShiftTemplate.class).forEach(this::checkShift);
    document.elements("labour", LabourStandard.class).forEach(this::checkLead);
  }

  private void checkContract(String at, Contract contract) {
    checkHours(at + ".weekHours", contract.weekHours());
    checkHours(at + ".rosterHours", contract.rosterHours());
    checkCount(at + ".weekShifts", contract.weekShifts(), 0);
    checkCount(at + ".workDays", contract.workDays(), 1);
    checkCount(at + ".freeDays", contract.freeDays(), 1);
    checkCount(at + ".weekends", contract.weekends(), 0);
    checkCount(at + ".nights", contract.nights(), 0);
    document
        .elements(at + ".forbidden", Sequence.class)
        .forEach((path, sequence) -> checkSequence(path, sequence));
    double before = 0;
    for (int i = 0; i < contract.overtime().size(); i++) {
      double above = contract.overtime().get(i).aboveHours();
      if (i > 0 && above <= before) {
        document.problem(
            "%s.overtime[%d].aboveHours".formatted(at, i),
            "%s must be above that of the step before (%s).".formatted(above, before));
      }
      before = above;
    }
  }

  private void checkHours(String at, Contract.@Nullable Hours hours) {
    if (hours != null) {
      checkRange(at, hours.least(), hours.most());
    }
  }

  private void checkCount(String at, Contract.@Nullable Count count, int from) {
    if (count == null) {
      return;
    }
    checkRange(at, count.least(), count.most());
    Integer most = count.most();
    if (most != null && most < from) {
      document.problem(
          at + ".most", "%d must be at least %d. Leave it out for no limit.".formatted(most, from));
    }
  }

  private void checkRange(String at, @Nullable Number least, @Nullable Number most) {
    if (least != null && most != null && least.doubleValue() > most.doubleValue()) {
      document.problem(
          at + ".least", "%s must not be above most (%s). Swap them.".formatted(least, most));
    }
  }

  private void checkSequence(String at, Sequence sequence) {
    List<String> days = sequence.days();
    if (days.size() > LONGEST_SEQUENCE) {
      document.problem(
          at + ".days",
          "%d days are too many; up to %d can be followed."
              .formatted(days.size(), LONGEST_SEQUENCE));
    }
    for (int i = 0; i < days.size(); i++) {
      String path = "%s.days[%d]".formatted(at, i);
      List<String> words = Sequence.words(days.get(i));
      if (words.size() > 1 || !WORDS.contains(words.get(0))) {
        words.forEach(
            code -> references.one(path, code, codes, "codes of shifts, work, free, any"));
      }
    }
  }

  private void checkTerms(String person) {
    String at = person + ".terms";
    references.find(at + ".contract", contractIds(), CONTRACTS);
    document.find(person, Person.class).ifPresent(one -> checkHoursOf(at + ".contract", one));
    references.known(
        at + ".levels",
        "skill",
        document.elements(person + ".skills", String.class).values(),
        "skills of this person");
    references.unique(document.texts(at + ".levels", "skill"));
    references.known(at + ".wishes", "shift", codes, "codes of shifts");
    document
        .elements(at + ".wishes", Person.Wish.class)
        .forEach(
            (path, wish) -> {
              if ((wish.day() == null) == (wish.weekday() == null)) {
                document.problem(
                    path,
                    "A wish is for a day or for a weekday. Give %s."
                        .formatted(wish.day() == null ? "one of them" : "only one of them"));
              }
            });
  }

  /** Also contracts that could not be read are there. */
  private Collection<String> contractIds() {
    return document.texts(CONTRACTS, "id").values();
  }

  private void checkHoursOf(String at, Person person) {
    Contract contract = contracts.get(person.terms().contract());
    Contract.Hours hours = contract == null ? null : contract.weekHours();
    Double least = hours == null ? null : hours.least();
    if (least != null && least > person.maximumHours()) {
      document.problem(
          at,
          "'%s' has at least %s weekHours, '%s' at most %s (maximumHours). Lower one or raise the other."
              .formatted(person.terms().contract(), least, person.id(), person.maximumHours()));
    }
  }

  private void checkPair(String at, Pair pair) {
    references.one(at + ".first", pair.first(), people, "people");
    references.one(at + ".second", pair.second(), people, "people");
    if (pair.first().equals(pair.second())) {
      document.problem(at + ".second", "'%s' is the first too. Name two.".formatted(pair.first()));
    }
  }

  private void checkPairsOnce() {
    Map<Set<String>, String> seen = new HashMap<>();
    document
        .elements("rostering.pairs", Pair.class)
        .forEach(
            (at, pair) -> {
              String first = seen.putIfAbsent(people(pair), at);
              if (first != null && !pair.first().equals(pair.second())) {
                document.problem(
                    at,
                    "'%s' and '%s' are %s already. Keep one."
                        .formatted(pair.first(), pair.second(), first));
              }
            });
  }

  private static Set<String> people(Pair pair) {
    return Stream.of(pair.first(), pair.second()).collect(Collectors.toSet());
  }

  private void checkNotices() {
    int before = 0;
    for (Map.Entry<String, Rostering.Notice> one :
        document.elements("rostering.changes.notices", Rostering.Notice.class).entrySet()) {
      int days = one.getValue().days();
      if (days <= before) {
        document.problem(
            one.getKey() + ".days",
            "%d must be above that of the notice before (%d).".formatted(days, before));
      }
      before = days;
    }
  }

  /** More heads must not cost less each, the first of them not less than the rate. */
  private void checkSteps(String list, String rate) {
    int heads = 0;
    long cents = document.find("costs." + rate, Long.class).orElse(0L);
    for (Map.Entry<String, PriceStep> one :
        document.elements("rostering." + list, PriceStep.class).entrySet()) {
      PriceStep step = one.getValue();
      if (step.heads() <= heads) {
        document.problem(
            one.getKey() + ".heads",
            "%d must be above that of the step before (%d).".formatted(step.heads(), heads));
      }
      if (step.centsPerHour() < cents) {
        document.problem(
            one.getKey() + ".centsPerHour",
            "%d must not be below the price of fewer heads (%d, from %s)."
                .formatted(step.centsPerHour(), cents, heads == 0 ? "costs." + rate : list));
      }
      heads = step.heads();
      cents = step.centsPerHour();
    }
  }

  private void checkShift(String at, ShiftTemplate shift) {
    if (WORDS.contains(shift.code())) {
      document.problem(
          at + ".code",
          "'%s' is a word of forbidden sequences. Give another.".formatted(shift.code()));
    }
    int free = 0;
    for (int i = 0; i < shift.breaks().size(); i++) {
      ShiftTemplate.Break pause = shift.breaks().get(i);
      int ends = pause.afterMinutes() + pause.minutes();
      if (pause.afterMinutes() < free || ends > shift.lengthMinutes()) {
        document.problem(
            "%s.breaks[%d].afterMinutes".formatted(at, i),
            "%d to %d minutes of '%s' must lie within its %d minutes and after the break before (%d)."
                .formatted(pause.afterMinutes(), ends, shift.code(), shift.lengthMinutes(), free));
      }
      free = ends;
    }
    references.allKnown(at + ".places", document.texts("places", "id").values(), "places");
    references.allKnown(at + ".skills", skills(), "skills that people have");
  }

  private Collection<String> skills() {
    return document.paths("people").stream()
        .flatMap(person -> document.elements(person + ".skills", String.class).values().stream())
        .toList();
  }

  private void checkLead(String at, LabourStandard standard) {
    LabourStandard.Lead lead = standard.lead();
    if (lead == null || document.paths("people").isEmpty()) {
      return;
    }
    boolean isThere =
        document.elements("people", Person.class).values().stream()
            .filter(person -> person.place().equals(standard.place()))
            .filter(person -> person.skills().contains(standard.skill()))
            .flatMap(person -> person.terms().levels().stream())
            .anyMatch(one -> one.skill().equals(standard.skill()) && one.level() >= lead.level());
    if (!isThere) {
      document.problem(
          at + ".lead.level",
          "Nobody at '%s' knows '%s' at level %d. Give somebody this level under terms."
              .formatted(standard.place(), standard.skill(), lead.level()));
    }
  }
}
