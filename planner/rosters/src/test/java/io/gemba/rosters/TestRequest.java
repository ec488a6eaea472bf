package io.gemba.rosters;

import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.Pair;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Rules;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.RosterRequest.Shift;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds requests from a given one, that of {@link TestRosters#request} for example. */
public final class TestRequest {
  private final RosterRequest plain;
  private List<Shift> shifts;
  private List<Demand> demand;
  private Rules rules;
  private List<Cell> pins;
  private @Nullable Published published;
  private Search search;
  private List<Pair> pairs;

  private TestRequest(RosterRequest plain) {
    this.plain = plain;
    shifts = plain.shifts();
    demand = plain.demand();
    rules = plain.rules();
    pins = plain.pins();
    published = plain.published();
    search = plain.search();
    pairs = plain.pairs();
  }

  public static TestRequest from(RosterRequest plain) {
    return new TestRequest(plain);
  }

  /** Early, late and night shifts, no demand. */
  public static TestRequest of(int days, Person... people) {
    return new TestRequest(TestRosters.request(days, List.of(people), List.of()));
  }

  public TestRequest shifts(Shift... codes) {
    shifts = List.of(codes);
    return this;
  }

  public TestRequest demand(List<Demand> heads) {
    demand = heads;
    return this;
  }

  public TestRequest demand(Demand... heads) {
    return demand(List.of(heads));
  }

  public TestRequest rules(Rules limits) {
    rules = limits;
    return this;
  }

  public TestRequest pins(List<Cell> cells) {
    pins = cells;
    return this;
  }

  public TestRequest published(Published known) {
    published = known;
    return this;
  }

  public TestRequest search(Search limits) {
    search = limits;
    return this;
  }

  public TestRequest pairs(Pair... bonds) {
    pairs = List.of(bonds);
    return this;
  }

  public RosterRequest build() {
    return new RosterRequest(
        plain.firstDay(),
        plain.days(),
        plain.people(),
        shifts,
        demand,
        rules,
        pins,
        published,
        search,
        pairs);
  }
}
