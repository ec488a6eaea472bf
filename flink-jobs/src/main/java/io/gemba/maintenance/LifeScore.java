package io.gemba.maintenance;

import io.gemba.maintenance.LifeTrainer.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How good told lives are, in cycles, capped truth.
 *
 * @param everyCycle root of the mean squared error over all cycles of all units
 * @param belowCap the same over the cycles whose truth is below the cap, the last ones of each unit
 * @param oneCut the same over one moment of each unit, drawn evenly from its life as the test set
 *     of C-MAPSS does; mean of {@value #DRAWS} draws
 * @param nasa the score of the PHM 2008 challenge over one cut of each unit, mean of the draws;
 *     late warnings weigh more
 */
public record LifeScore(double everyCycle, double belowCap, double oneCut, double nasa) {
  static final int DRAWS = 50;

  private static final int EARLIEST_CUT = 30;
  private static final double EARLY = 13;
  private static final double LATE = 10;

  /** Scores the lives told of units. */
  public static LifeScore of(List<Told> told) {
    Map<String, List<Told>> units = new LinkedHashMap<>();
    told.forEach(one -> units.computeIfAbsent(one.unit(), unit -> new ArrayList<>()).add(one));
    Random random = new Random(1);
    double cut = 0;
    double nasa = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      List<Told> cuts = new ArrayList<>();
      for (List<Told> unit : units.values()) {
        int from = Math.min(EARLIEST_CUT, unit.size() - 1);
        cuts.add(unit.get(from + random.nextInt(unit.size() - from)));
      }
      cut += rmse(cuts) / DRAWS;
      nasa += cuts.stream().mapToDouble(LifeScore::nasa).sum() / DRAWS;
    }
    List<Told> last = told.stream().filter(one -> one.truth() < LifeTrainer.CAP).toList();
    return new LifeScore(rmse(told), rmse(last), cut, nasa);
  }

  private static double rmse(List<Told> told) {
    return Math.sqrt(
        told.stream()
            .mapToDouble(one -> (one.told() - one.truth()) * (one.told() - one.truth()))
            .average()
            .orElse(0));
  }

  private static double nasa(Told one) {
    double late = one.told() - one.truth();
    return Math.expm1(late < 0 ? -late / EARLY : late / LATE);
  }
}
