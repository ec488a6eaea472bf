package io.gemba.rosters.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * Whole people of one skill per interval of a day, for all tasks that they share. Work that does
 * not fill an interval of one person waits for the next, so that rounding up each interval does not
 * inflate the day; it never waits longer than the next interval with a least number of people
 * allows, and the last interval with work takes what is left. Thus a day has at most one interval
 * of one person more than its work, unless a least number or a queue asks for more.
 */
public final class HeadsCurve {
  private static final double NOTHING = 1e-9;

  private final int intervalMinutes;
  private final List<Task> tasks;

  /**
   * One kind of work of a day.
   *
   * @param standard how much work a volume is
   * @param minimumHeads people who are there while there is work, not negative; of several tasks
   *     the largest holds
   * @param volumes one an interval, in their order
   */
  public record Task(LabourStandard standard, int minimumHeads, List<Volume> volumes) {
    /** Checks the number and copies the list. */
    public Task {
      volumes = List.copyOf(volumes);
      if (minimumHeads < 0) {
        throw new IllegalArgumentException(
            "minimumHeads (%d) must not be negative.".formatted(minimumHeads));
      }
    }
  }

  /**
   * @param intervalMinutes 15, 20, 30 or 60
   * @param tasks at least one, as many volumes each
   */
  public HeadsCurve(int intervalMinutes, List<Task> tasks) {
    if (intervalMinutes < 15 || intervalMinutes > 60 || 60 % intervalMinutes != 0) {
      throw new IllegalArgumentException(
          "intervalMinutes (%d) must be 15, 20, 30 or 60.".formatted(intervalMinutes));
    }
    if (tasks.stream().map(task -> task.volumes().size()).distinct().count() != 1) {
      throw new IllegalArgumentException(
          "There must be a task, and all must have as many volumes: %s."
              .formatted(tasks.stream().map(task -> task.volumes().size()).toList()));
    }
    this.intervalMinutes = intervalMinutes;
    this.tasks = List.copyOf(tasks);
  }

  /**
   * The people of a day.
   *
   * @param share share of days on which they should suffice, see {@link CoverPrices#coveredShare}
   * @return people of each interval, as many as volumes
   */
  public List<Integer> heads(double share) {
    int intervals = tasks.get(0).volumes().size();
    double[] work = new double[intervals];
    int[] queues = new int[intervals];
    int minimum = 0;
    for (Task task : tasks) {
      for (int i = 0; i < intervals; i++) {
        double people = people(task, i, share);
        if (task.standard().canWait()) {
          work[i] += people;
        } else {
          queues[i] += (int) Math.ceil(people - NOTHING);
        }
      }
      minimum = Math.max(minimum, task.minimumHeads());
    }
    return heads(work, queues, minimum);
  }

  private double people(Task task, int interval, double share) {
    double units = task.volumes().get(interval).at(share);
    return task.standard().people(units * 60 / intervalMinutes);
  }

  private static List<Integer> heads(double[] work, int[] queues, int minimum) {
    int last = last(work);
    List<Integer> heads = new ArrayList<>(work.length);
    double waiting = 0;
    for (int i = 0; i < work.length; i++) {
      double here = work[i] + waiting;
      int whole = (int) (i == last ? Math.ceil(here - NOTHING) : Math.floor(here + NOTHING));
      boolean isOpen = work[i] > NOTHING || queues[i] > 0;
      int there = Math.max(whole + queues[i], isOpen ? minimum : 0);
      waiting = Math.max(0, here - (there - queues[i]));
      heads.add(there);
    }
    return heads;
  }

  private static int last(double[] work) {
    int last = work.length - 1;
    while (last >= 0 && work[last] <= NOTHING) {
      last--;
    }
    return last;
  }
}
