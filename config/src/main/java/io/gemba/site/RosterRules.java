package io.gemba.site;

import io.gemba.site.Rostering.Pair;
import io.gemba.site.Rostering.PriceStep;
import io.gemba.yaml.YamlDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold for terms, pairs, prices and shifts, as far as they could be read. */
final class RosterRules {
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
        .elements(ContractRules.LIST, Contract.class)
        .values()
        .forEach(one -> contracts.put(one.id(), one));
  }

  void check() {
    new ContractRules(document).check();
    document.paths("people").forEach(this::checkTerms);
    document.elements("rostering.pairs", Pair.class).forEach(this::checkPair);
    checkPairsOnce();
    checkNotices();
    checkSteps("underSteps", "underCoverCentsPerHour");
    checkSteps("overSteps", "overCoverCentsPerHour");
    document.elements("shifts", ShiftTemplate.class).forEach(this::checkShift);
    document.elements("labour", LabourStandard.class).forEach(this::checkLead);
  }

  private void checkTerms(String person) {
    String at = person + ".terms";
    references.find(at + ".contract", contractIds(), ContractRules.LIST);
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
    return document.texts(ContractRules.LIST, "id").values();
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
    if (ContractRules.WORDS.contains(shift.code())) {
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
