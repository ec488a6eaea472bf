package io.gemba.rosters;

import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterResult.Run;
import io.gemba.rosters.RosterResult.Why;
import io.gemba.rosters.baseline.LegalRow;
import io.gemba.rosters.baseline.WeeklyPattern;
import io.gemba.rosters.check.Assessment;
import io.gemba.rosters.check.RosterChecker;
import io.gemba.rosters.explain.WhyPerson;
import io.gemba.rosters.model.DayFrame;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.RosterModel;
import io.gemba.rosters.optaplanner.RosterSearch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Plans rosters: request in, checked and explained roster out, never worse than the repeated weekly
 * pattern. Stateless, thread safe; one more thread runs while the caller waits.
 */
public final class RosterPlanner {

  /**
   * Plans. Takes the request's time limit or less; a cancelled search still returns the best roster
   * so far.
   *
   * @param listener hears of better rosters, at most ten times a second, on the search's thread
   * @param cancelled looked at many times a second; true = stop and return
   * @throws InvalidRosterRequestException naming everything that is wrong with the request
   * @throws IllegalStateException if the checker refuses the roster: a defect of the planner
   */
  public RosterResult solve(
      RosterRequest request, RosterProgress.Listener listener, BooleanSupplier cancelled) {
    List<String> errors = RosterRequestErrors.list(request);
    if (!errors.isEmpty()) {
      throw new InvalidRosterRequestException(errors);
    }
    return new Planning(request, listener, cancelled).run();
  }

  /**
   * Explains one cell of a roster by what every other way would cost.
   *
   * @param cells the roster; free cells may be left out
   * @throws IllegalArgumentException if the person is unknown or the day outside the roster
   */
  public Why why(RosterRequest request, List<Cell> cells, String person, LocalDate day) {
    return WhyPerson.explain(request, cells, person, day);
  }

  /**
   * Prices a roster as it is, made by hand for example, as {@link #solve} would.
   *
   * @param cells the roster, shifts only
   * @return what it costs and explains; rules that it breaks are among its violations
   * @throws IllegalArgumentException if a cell is no shift of the request
   */
  public RosterResult assess(RosterRequest request, List<Cell> cells) {
    RosterModel model = new RosterModel(request);
    return RosterReport.of(
        request,
        cells,
        RosterChecker.assess(request, cells),
        RosterChecker.assess(request, model.cells(WeeklyPattern.roster(model))),
        new Run("by hand", request.search().seed(), 0, 0, false, List.of()));
  }

  /** One call of {@link #solve}. */
  private static final class Planning {
    private static final long CENT_MINUTES = 60;
    private static final long TRACE_MILLIS = 100;

    private final RosterRequest request;
    private final RosterProgress.Listener listener;
    private final BooleanSupplier cancelled;
    private final RosterModel model;
    private final List<RosterProgress> trace = new ArrayList<>();
    private final long beganNanos = System.nanoTime();

    Planning(RosterRequest request, RosterProgress.Listener listener, BooleanSupplier cancelled) {
      this.request = request;
      this.listener = listener;
      this.cancelled = cancelled;
      model = new RosterModel(request);
    }

    RosterResult run() {
      Duty[][] pattern = WeeklyPattern.roster(model);
      Assessment baseline = RosterChecker.assess(request, model.cells(pattern));
      Duty[][] start = pattern;
      Assessment best = baseline;
      String solver = "weekly pattern";
      if (request.published() != null) {
        Duty[][] published = published();
        Assessment assessed = RosterChecker.assess(request, model.cells(published));
        if (assessed.betterThan(best)) {
          start = published;
          best = assessed;
          solver = "published roster";
        }
      }
      report(new RosterSearch.Score(best.hardWeight(), best.centMinutes()), true);
      RosterSearch.Found found =
          new RosterSearch(model, request.search(), cancelled)
              .run(start, score -> report(score, false));
      List<Cell> cells = found.cells();
      Assessment assessed = RosterChecker.assess(request, cells);
      refuse(found.score(), assessed);
      if (assessed.betterThan(best)) {
        best = assessed;
        solver = "Gemba";
      } else {
        cells = model.cells(start);
      }
      report(new RosterSearch.Score(best.hardWeight(), best.centMinutes()), true);
      Run run =
          new Run(
              solver,
              request.search().seed(),
              found.evaluations(),
              millis(),
              cancelled.getAsBoolean(),
              trace);
      return RosterReport.of(request, cells, best, baseline, run);
    }

    private void refuse(RosterSearch.Score claimed, Assessment assessed) {
      if (claimed.hard() != assessed.hardWeight()
          || claimed.softCentMinutes() != assessed.centMinutes()) {
        throw new IllegalStateException(
            "The checker refuses the roster (seed %d): the search claims %d hard and %d soft, the checker finds %d and %d."
                .formatted(
                    request.search().seed(),
                    claimed.hard(),
                    claimed.softCentMinutes(),
                    assessed.hardWeight(),
                    assessed.centMinutes()));
      }
    }

    /** The published roster as far as it still keeps the rules; days beyond it are free. */
    private Duty[][] published() {
      Duty[][] roster = new Duty[model.frames().size()][];
      for (List<DayFrame> row : model.frames()) {
        Duty[] wish = new Duty[row.size()];
        for (DayFrame frame : row) {
          Duty before = frame.published();
          wish[frame.day()] = before == null ? Duty.OFF : before;
        }
        roster[row.get(0).employee().index()] = LegalRow.of(row, wish);
      }
      return roster;
    }

    private void report(RosterSearch.Score score, boolean always) {
      RosterProgress progress =
          new RosterProgress(
              millis(), Math.round(score.softCentMinutes() / (double) CENT_MINUTES), score.hard());
      boolean first = trace.isEmpty();
      if (always
          || first
          || progress.millis() - trace.get(trace.size() - 1).millis() >= TRACE_MILLIS) {
        trace.add(progress);
        listener.improved(progress);
      }
    }

    private long millis() {
      return (System.nanoTime() - beganNanos) / 1_000_000;
    }
  }
}
