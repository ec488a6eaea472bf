package io.gemba.planner.api;

import io.gemba.planner.api.Endpoint.Parameter;
import io.gemba.planner.plans.PlanViews;
import io.gemba.planner.roster.EditViews;
import io.gemba.planner.roster.RosterEditing;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.live.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Questions about single cells of the roster, and changes of them by hand. */
public final class RosterEditApi {
  private static final int MOST = 20;
  private static final Parameter[] SPAN = {
    Parameter.needed("place", "Place id"),
    Parameter.needed("skill", "Skill"),
    Parameter.needed("day", "A day of the roster, like 2026-11-22"),
    Parameter.needed("from", "First hour, 0 to 23"),
    Parameter.needed("to", "The hour after the last, up to 24")
  };

  private RosterEditApi() {}

  /** Its endpoints. */
  public static List<Endpoint> endpoints(Supplier<RosterEditing> editing) {
    return List.of(
        Endpoint.get(
            "/api/v1/roster/open",
            "Why work is open: what keeps each person from it, and the cheapest way to fill it",
            EditViews.OpenView.class,
            request -> answer(editing.get().whyOpen(span(request))),
            SPAN),
        Endpoint.get(
            "/api/v1/roster/offers",
            "Who could take open work, best first",
            EditViews.EditView[].class,
            request -> answer(editing.get().offers(span(request), MOST)),
            SPAN),
        Endpoint.get(
            "/api/v1/roster/swaps",
            "Ways to give a shift away, best first",
            EditViews.EditView[].class,
            request -> swaps(editing.get(), request),
            Parameter.needed("person", "Person id"),
            Parameter.needed("day", "A day of the roster, like 2026-11-22")),
        Endpoint.post(
            "/api/v1/roster/edits/price",
            "What changing cells by hand would cost, and which rules it would break",
            EditViews.EditBody.class,
            EditViews.EditView.class,
            request -> tried("cells", () -> answer(editing.get().price(cells(request))))),
        Endpoint.post(
            "/api/v1/roster/edits",
            "Make a draft of the shown roster with cells changed; 409 when it breaks a rule",
            EditViews.EditBody.class,
            PlanViews.DraftView.class,
            request -> tried("cells", () -> edit(editing.get(), request))));
  }

  private static Answer swaps(RosterEditing editing, Request request) {
    String person = request.query("person");
    LocalDate day = day(request);
    return tried("person", () -> answer(editing.swaps(person, day, MOST)));
  }

  private static Answer edit(RosterEditing editing, Request request) {
    try {
      return answer(editing.edit(cells(request), request.who()));
    } catch (RosterEditing.EditRefusedException e) {
      throw ProblemException.conflict(String.valueOf(e.getMessage()));
    }
  }

  private static Answer answer(Optional<?> found) {
    return Answer.ok(
        found.orElseThrow(() -> ProblemException.notFound("There is no roster yet. Plan one.")));
  }

  private static Answer tried(String field, Supplier<Answer> action) {
    try {
      return action.get();
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(field, String.valueOf(e.getMessage()));
    }
  }

  private static Span span(Request request) {
    request.query("from");
    request.query("to");
    int from = request.whole("from", 0, 0, 23);
    return new Span(
        request.query("place"),
        request.query("skill"),
        day(request),
        from,
        request.whole("to", 24, from + 1, 24));
  }

  private static LocalDate day(Request request) {
    request.query("day");
    return request.findDay("day").orElseThrow();
  }

  private static List<Cell> cells(Request request) {
    List<EditViews.CellRow> rows = request.read(EditViews.EditBody.class).cells();
    if (rows == null || rows.isEmpty()) {
      throw ProblemException.invalid("cells", "cells is missing. Name at least one cell.");
    }
    List<Cell> cells = new ArrayList<>();
    List<ProblemException.FieldError> errors = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      EditViews.CellRow row = rows.get(i);
      String person = row.person();
      LocalDate day = row.day();
      if (person == null || day == null) {
        errors.add(
            new ProblemException.FieldError(
                "cells[%d]".formatted(i), "A cell needs a person and a day."));
      } else {
        cells.add(new Cell(person, day, row.code(), row.skill()));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return cells;
  }
}
