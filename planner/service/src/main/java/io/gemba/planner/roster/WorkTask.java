package io.gemba.planner.roster;

import io.gemba.message.Workload;
import io.gemba.rosters.workload.HeadsCurve;
import io.gemba.rosters.workload.LabourStandard;
import io.gemba.rosters.workload.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts a day's forecast work and the site's labour standards into the words of the rosters. */
final class WorkTask {
  private static final int HOURS = 24;

  private WorkTask() {}

  /** A task of one day, hour by hour. */
  static HeadsCurve.Task of(io.gemba.site.LabourStandard standard, Workload row) {
    return new HeadsCurve.Task(
        rule(standard),
        standard.minimumHeads(),
        IntStream.range(0, HOURS).mapToObj(hour -> volume(row, hour)).toList());
  }

  /** Units of an hour by probability; without levels, the mean. */
  static Volume volume(Workload row, int hour) {
    return row.levels().isEmpty()
        ? Volume.of(row.mean().get(hour))
        : new Volume(row.levels(), row.units().stream().map(units -> units.get(hour)).toList());
  }

  private static LabourStandard rule(io.gemba.site.LabourStandard standard) {
    double seconds = standard.secondsPerUnit();
    io.gemba.site.LabourStandard.Queue queue = standard.queue();
    if (queue != null) {
      return new LabourStandard.Queue(seconds, queue.servedShare(), queue.withinSeconds());
    }
    if (standard.steps().isEmpty()) {
      return new LabourStandard.Linear(seconds, 1);
    }
    List<LabourStandard.Step> steps = new ArrayList<>();
    steps.add(new LabourStandard.Step(0, seconds));
    standard
        .steps()
        .forEach(
            step ->
                steps.add(new LabourStandard.Step(step.fromUnitsPerHour(), step.secondsPerUnit())));
    return new LabourStandard.Stepped(steps);
  }
}
