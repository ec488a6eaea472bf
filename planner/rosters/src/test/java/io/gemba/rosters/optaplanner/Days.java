package io.gemba.rosters.optaplanner;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.model.DayFrame;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.RosterModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Planning entities for tests, written as {@code "E/pick"} or {@code "-"} for free. */
final class Days {
  private final RosterModel model;

  private Days(RosterModel model) {
    this.model = model;
  }

  static Days of(RosterRequest request) {
    return new Days(new RosterModel(request));
  }

  PersonDay day(String person, int day, String duty) {
    for (List<DayFrame> row : model.frames()) {
      DayFrame frame = row.get(day);
      if (frame.employee().person().id().equals(person)) {
        return new PersonDay(frame, duty(frame, duty));
      }
    }
    throw new IllegalArgumentException(person);
  }

  private static Duty duty(DayFrame frame, String text) {
    for (Duty duty : frame.range()) {
      if ((duty.isWork() ? duty.toString() : "-").equals(text)) {
        return duty;
      }
    }
    throw new IllegalArgumentException(text + " is not among " + frame.range());
  }

  /** The first days of a person. */
  List<PersonDay> row(String person, String... duties) {
    List<PersonDay> row = new ArrayList<>();
    for (String duty : duties) {
      row.add(day(person, row.size(), duty));
    }
    return row;
  }

  List<PersonDay> same(String person, String duty, int count) {
    return row(person, Collections.nCopies(count, duty).toArray(String[]::new));
  }

  List<PersonDay> from(String person, int firstDay, String duty, int count) {
    List<PersonDay> row = new ArrayList<>();
    for (int day = firstDay; day < firstDay + count; day++) {
      row.add(day(person, day, duty));
    }
    return row;
  }

  static List<PersonDay> join(List<PersonDay> first, List<PersonDay> second) {
    List<PersonDay> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
