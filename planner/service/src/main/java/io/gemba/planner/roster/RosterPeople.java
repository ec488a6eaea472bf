package io.gemba.planner.roster;

import io.gemba.rosters.Contract.Pattern;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterResult;
import io.gemba.site.Contract;
import io.gemba.site.Person;
import io.gemba.site.Site;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people of a roster: when they can work, what their terms are, what they did before. */
final class RosterPeople {
  /** As far back as a sequence of days can be followed. */
  private static final int REMEMBERED_DAYS = 6;

  private final RosterBasis basis;
  private final @Nullable RosterDocument published;
  private final LocalDate today;
  private final Site site;
  private final Map<String, Contract> contracts;

  /**
   * @param published the roster in force; null = none
   * @param now in the site's zone
   */
  RosterPeople(RosterBasis basis, @Nullable RosterDocument published, LocalDateTime now) {
    this.basis = basis;
    this.published = published;
    this.today = now.toLocalDate();
    this.site = basis.site();
    this.contracts =
        site.rostering().contracts().stream()
            .collect(Collectors.toMap(Contract::id, Function.identity()));
  }

  /** All of them, in the order of the site. */
  List<RosterRequest.Person> list() {
    return site.people().stream()
        .filter(person -> !person.skills().isEmpty())
        .map(this::person)
        .toList();
  }

  /** Whether somebody has called in sick for a day. */
  boolean isAway(String person, LocalDate day) {
    return basis.absences().isAway(person, day, site.zone());
  }

  private RosterRequest.Person person(Person person) {
    return new RosterRequest.Person(
        person.id(),
        person.place(),
        person.skills(),
        person.contractHours(),
        person.maximumHours(),
        person.hourlyCents(),
        person.overtimeFactor(),
        unavailable(person),
        history(person.id()),
        person.terms().levels().stream()
            .collect(Collectors.toMap(Person.SkillLevel::skill, Person.SkillLevel::level)),
        contract(person),
        wishes(person));
  }

  private List<LocalDate> unavailable(Person person) {
    LocalDate first = published == null ? basis.firstDay() : today;
    return days().stream().filter(day -> !day.isBefore(first) && !isThere(person, day)).toList();
  }

  private io.gemba.rosters.@Nullable Contract contract(Person person) {
    Contract contract = contracts.get(person.terms().contract());
    if (contract == null) {
      return null;
    }
    return ContractTerms.of(
        contract,
        Presence.of(
            days(),
            day -> !person.daysOff().contains(day.getDayOfWeek()),
            day -> isThere(person, day)));
  }

  /** Wishes for days on which they could work. */
  private List<RosterRequest.Wish> wishes(Person person) {
    List<RosterRequest.Wish> wishes = new ArrayList<>();
    for (Person.Wish wish : person.terms().wishes()) {
      days().stream()
          .filter(day -> wish.isFor(day) && isThere(person, day))
          .forEach(
              day ->
                  wishes.add(
                      new RosterRequest.Wish(day, wish.shift(), wish.wanted(), wish.cents())));
    }
    return wishes;
  }

  private boolean isThere(Person person, LocalDate day) {
    return !person.isOff(day) && !isAway(person.id(), day);
  }

  private List<LocalDate> days() {
    return basis.firstDay().datesUntil(basis.endDay()).toList();
  }

  private RosterRequest.@Nullable History history(String person) {
    if (published == null) {
      return null;
    }
    List<RosterResult.Assignment> before =
        published.result().assignments().stream()
            .filter(one -> one.person().equals(person) && one.day().isBefore(basis.firstDay()))
            .sorted(Comparator.comparing(RosterResult.Assignment::day).reversed())
            .toList();
    List<String> codes = codesBefore(before);
    if (before.isEmpty() && codes.isEmpty()) {
      return null;
    }
    int worked = 0;
    for (RosterResult.Assignment shift : before) {
      if (shift.day().equals(basis.firstDay().minusDays(worked + 1L))) {
        worked++;
      }
    }
    int free = codes.size() - 1 - lastShift(codes);
    return new RosterRequest.History(
        before.isEmpty() ? null : before.get(0).end(), worked, free == 0 ? null : free, codes);
  }

  /** What they did on the days before that the roster in force knows, oldest first. */
  private List<String> codesBefore(List<RosterResult.Assignment> before) {
    List<String> codes = new ArrayList<>();
    if (published == null || published.request().endDay().isBefore(basis.firstDay())) {
      return codes;
    }
    Map<LocalDate, String> shifts =
        before.stream()
            .collect(
                Collectors.toMap(RosterResult.Assignment::day, RosterResult.Assignment::shift));
    for (int back = REMEMBERED_DAYS; back > 0; back--) {
      LocalDate day = basis.firstDay().minusDays(back);
      if (!day.isBefore(published.firstDay())) {
        codes.add(shifts.getOrDefault(day, Pattern.FREE));
      }
    }
    return codes;
  }

  private static int lastShift(List<String> codes) {
    int last = codes.size() - 1;
    while (last >= 0 && codes.get(last).equals(Pattern.FREE)) {
      last--;
    }
    return last;
  }
}
