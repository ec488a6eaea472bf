package io.gemba.rosters.optaplanner;

import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.Employee;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/**
 * The steps of the search: another duty for a day; two people of a place swap one day or a few days
 * in a row; a person's shift moves to another day. Only open duties, never a pinned day.
 */
public final class RosterMoves implements MoveIteratorFactory<RosterPlan, SetDutiesMove> {
  private static final int LONGEST_BLOCK = 7;
  private static final int TRIES = 50;

  private final List<PersonDay> free = new ArrayList<>();
  private final List<List<PersonDay>> rows = new ArrayList<>();
  private final List<List<Integer>> colleagues = new ArrayList<>();

  @Override
  public void phaseStarted(ScoreDirector<RosterPlan> director) {
    free.clear();
    rows.clear();
    colleagues.clear();
    Map<String, List<Integer>> byPlace = new LinkedHashMap<>();
    for (PersonDay day : director.getWorkingSolution().days()) {
      Employee employee = day.employee();
      if (employee.index() == rows.size()) {
        rows.add(new ArrayList<>());
        byPlace
            .computeIfAbsent(employee.person().place(), place -> new ArrayList<>())
            .add(employee.index());
      }
      rows.get(employee.index()).add(day);
      if (!day.isPinned() && day.getOpen().size() > 1) {
        free.add(day);
      }
    }
    for (List<PersonDay> row : rows) {
      colleagues.add(byPlace.getOrDefault(row.get(0).employee().person().place(), List.of()));
    }
  }

  @Override
  public long getSize(ScoreDirector<RosterPlan> director) {
    return free.stream().mapToLong(day -> day.getOpen().size()).sum();
  }

  @Override
  public Iterator<SetDutiesMove> createOriginalMoveIterator(ScoreDirector<RosterPlan> director) {
    return free.stream()
        .flatMap(
            day ->
                day.getOpen().stream().map(duty -> new SetDutiesMove(List.of(day), List.of(duty))))
        .iterator();
  }

  @Override
  public Iterator<SetDutiesMove> createRandomMoveIterator(
      ScoreDirector<RosterPlan> director, Random random) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !free.isEmpty();
      }

      @Override
      public SetDutiesMove next() {
        if (free.isEmpty()) {
          throw new NoSuchElementException("Every day is pinned.");
        }
        return randomMove(random);
      }
    };
  }

  private SetDutiesMove randomMove(Random random) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      PersonDay day = free.get(random.nextInt(free.size()));
      int kind = random.nextInt(10);
      SetDutiesMove move =
          kind < 4
              ? change(day, random)
              : kind < 7
                  ? swap(day, 1, random)
                  : kind < 8 ? block(day, random) : shift(day, random);
      if (move != null) {
        return move;
      }
    }
    PersonDay day = free.get(random.nextInt(free.size()));
    return new SetDutiesMove(List.of(day), List.of(otherDuty(day, random)));
  }

  private SetDutiesMove change(PersonDay day, Random random) {
    return new SetDutiesMove(List.of(day), List.of(otherDuty(day, random)));
  }

  private static Duty otherDuty(PersonDay day, Random random) {
    List<Duty> open = day.getOpen();
    int index = random.nextInt(open.size() - 1);
    return open.get(index) == day.getDuty() ? open.get(open.size() - 1) : open.get(index);
  }

  private @Nullable SetDutiesMove block(PersonDay day, Random random) {
    return swap(day, 2 + random.nextInt(LONGEST_BLOCK - 1), random);
  }

  /** A colleague takes over some days in a row, and gives theirs; days that cannot stay as is. */
  private @Nullable SetDutiesMove swap(PersonDay first, int length, Random random) {
    int person = first.employee().index();
    List<Integer> candidates = colleagues.get(person);
    int other = candidates.get(random.nextInt(candidates.size()));
    if (other == person) {
      return null;
    }
    List<PersonDay> row = rows.get(person);
    List<PersonDay> days = new ArrayList<>(2 * length);
    List<Duty> duties = new ArrayList<>(2 * length);
    int end = Math.min(row.size(), first.day() + length);
    for (int number = first.day(); number < end; number++) {
      exchange(row.get(number), rows.get(other).get(number), days, duties);
    }
    return days.isEmpty() ? null : new SetDutiesMove(days, duties);
  }

  private @Nullable SetDutiesMove shift(PersonDay day, Random random) {
    List<PersonDay> row = rows.get(day.employee().index());
    PersonDay other = row.get(random.nextInt(row.size()));
    List<PersonDay> days = new ArrayList<>(2);
    List<Duty> duties = new ArrayList<>(2);
    exchange(day, other, days, duties);
    return days.isEmpty() ? null : new SetDutiesMove(days, duties);
  }

  private static void exchange(PersonDay a, PersonDay b, List<PersonDay> days, List<Duty> duties) {
    if (!a.isPinned()
        && !b.isPinned()
        && a.getDuty() != b.getDuty()
        && a.getOpen().contains(b.getDuty())
        && b.getOpen().contains(a.getDuty())) {
      days.add(a);
      duties.add(b.getDuty());
      days.add(b);
      duties.add(a.getDuty());
    }
  }
}
