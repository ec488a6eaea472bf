package io.gemba.rosters;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that a request read from JSON lacks although it cannot do without them. */
final class MissingFields {
  private final List<String> missing = new ArrayList<>();

  private MissingFields() {}

  static List<String> list(RosterRequest request) {
    MissingFields fields = new MissingFields();
    fields.check(request.firstDay(), "firstDay", "the request");
    fields.check(request.rules(), "rules", "the request");
    fields.check(request.search(), "search", "the request");
    for (RosterRequest.Person person : request.people()) {
      String where = "person '" + person.id() + "'";
      fields.check(person.id(), "id", where);
      fields.check(person.place(), "place", where);
      for (RosterRequest.Wish wish : person.wishes()) {
        fields.check(wish.day(), "day", "a wish of " + where);
      }
    }
    for (RosterRequest.Pair pair : request.pairs()) {
      String where = "pair '%s' and '%s'".formatted(pair.first(), pair.second());
      fields.check(pair.first(), "first", where);
      fields.check(pair.second(), "second", where);
    }
    for (RosterRequest.Shift shift : request.shifts()) {
      String where = "shift '" + shift.code() + "'";
      fields.check(shift.code(), "code", where);
      fields.check(shift.start(), "start", where);
      fields.check(shift.end(), "end", where);
    }
    for (RosterRequest.Demand demand : request.demand()) {
      String where = "demand %s/%s on %s".formatted(demand.place(), demand.skill(), demand.day());
      fields.check(demand.place(), "place", where);
      fields.check(demand.skill(), "skill", where);
      fields.check(demand.day(), "day", where);
    }
    fields.cells(request.pins(), "pin");
    RosterRequest.Published published = request.published();
    if (published != null) {
      fields.check(published.from(), "from", "the published roster");
      fields.check(published.to(), "to", "the published roster");
      fields.cells(published.cells(), "published cell");
    }
    return fields.missing;
  }

  private void cells(List<RosterRequest.Cell> cells, String kind) {
    for (RosterRequest.Cell cell : cells) {
      String where = "%s of '%s' on %s".formatted(kind, cell.person(), cell.day());
      check(cell.person(), "person", where);
      check(cell.day(), "day", where);
    }
  }

  private void check(@Nullable Object value, String field, String where) {
    if (value == null) {
      missing.add("%s of %s is missing. Add it.".formatted(field, where));
    }
  }
}
