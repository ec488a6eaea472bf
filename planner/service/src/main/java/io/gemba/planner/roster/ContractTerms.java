package io.gemba.planner.roster;

import io.gemba.rosters.Contract.OvertimeStep;
import io.gemba.rosters.Contract.Pattern;
import io.gemba.rosters.Contract.Range;
import io.gemba.site.Contract;
import io.gemba.site.Contract.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract of the site file in the solver's words. Nobody owes hours or shifts of days on which
 * they are away: what is least in a week goes down to the share that is left of the week in which
 * they miss most, since the solver knows one least for all weeks.
 */
final class ContractTerms {
  private static final int MINUTES = 60;

  private ContractTerms() {}

  static io.gemba.rosters.Contract of(Contract contract, Presence presence) {
    return new io.gemba.rosters.Contract(
        minutes(contract.weekHours(), presence.ofWeek()),
        minutes(contract.rosterHours(), presence.ofRoster()),
        count(contract.weekShifts(), presence.ofWeek()),
        count(contract.workDays(), 1),
        count(contract.freeDays(), 1),
        count(contract.weekends(), presence.ofRoster()),
        count(contract.nights(), presence.ofRoster()),
        contract.restHours(),
        contract.forbidden().stream().map(ContractTerms::pattern).toList(),
        contract.overtime().stream()
            .map(step -> new OvertimeStep(step.aboveHours(), step.factor()))
            .toList());
  }

  private static @Nullable Range minutes(Contract.@Nullable Hours hours, double share) {
    if (hours == null) {
      return null;
    }
    Double least = hours.least();
    Double most = hours.most();
    return new Range(
        least == null ? null : (int) Math.floor(least * MINUTES * share),
        most == null ? null : (int) Math.round(most * MINUTES));
  }

  private static @Nullable Range count(Contract.@Nullable Count count, double share) {
    if (count == null) {
      return null;
    }
    Integer least = count.least();
    return new Range(least == null ? null : (int) Math.floor(least * share), count.most());
  }

  private static Pattern pattern(Sequence sequence) {
    return new Pattern(
        sequence.days().stream().map(ContractTerms::codes).toList(), sequence.cents());
  }

  private static List<String> codes(String day) {
    List<String> words = Sequence.words(day);
    return switch (words.get(0)) {
      case Sequence.ANY -> List.of();
      case Sequence.WORK -> List.of(Pattern.WORK);
      case Sequence.FREE -> List.of(Pattern.FREE);
      default -> words;
    };
  }
}
