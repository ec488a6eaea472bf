package io.gemba.site;

import io.gemba.site.Contract.Sequence;
import io.gemba.yaml.YamlDocument;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold within contracts, as far as they could be read. */
final class ContractRules {
  /** Where they are. */
  static final String LIST = "rostering.contracts";

  /** What a day of a sequence may be beside codes of shifts. */
  static final Set<String> WORDS = Set.of(Sequence.WORK, Sequence.FREE, Sequence.ANY);

  private static final int LONGEST_SEQUENCE = 7;

  private final YamlDocument document;
  private final References references;
  private final Collection<String> codes;

  ContractRules(YamlDocument document) {
    this.document = document;
    references = new References(document);
    codes = document.texts("shifts", "code").values();
  }

  void check() {
    references.unique(document.texts(LIST, "id"));
    document.elements(LIST, Contract.class).forEach(this::checkContract);
  }

  private void checkContract(String at, Contract contract) {
    checkHours(at + ".weekHours", contract.weekHours());
    checkHours(at + ".rosterHours", contract.rosterHours());
    checkCount(at + ".weekShifts", contract.weekShifts(), 0);
    checkCount(at + ".workDays", contract.workDays(), 1);
    checkCount(at + ".freeDays", contract.freeDays(), 1);
    checkCount(at + ".weekends", contract.weekends(), 0);
    checkCount(at + ".nights", contract.nights(), 0);
    document.elements(at + ".forbidden", Sequence.class).forEach(this::checkSequence);
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
}
