package io.gemba.forecast.learn;

import io.gemba.forecast.learn.SeriesSights.Sight;
import io.gemba.forecast.panel.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model's trees see of the series of one panel, corrected by what they missed lately and by
 * the year before. Not thread safe.
 */
final class CorrectedSights {
  private static final int DAYS = DemandModel.DAYS;
  private static final int CORRECTION_DAYS = 7;

  private final SeriesSights sights;
  private @Nullable Corrections corrections;

  CorrectedSights(SeriesSights sights) {
    this.sights = sights;
  }

  /** What the past of all series says at an origin. */
  private record Corrections(
      int origin, LevelCorrection level, YearAgo yearAgo, List<Optional<Seen>> seen) {
    Corrections withoutSeen() {
      return new Corrections(origin, level, yearAgo, List.of());
    }
  }

  /** A series as it was seen before any correction, with its features of the origin. */
  @SuppressWarnings("ArrayRecordComponent") // made once, copied from, never compared
  private record Seen(Sight sight, float[] origins) {}

  /**
   * Takes over what earlier ones of the same series measured of the level; it is measured again
   * after a week.
   */
  void after(CorrectedSights earlier) {
    Corrections measured = earlier.corrections;
    corrections = measured == null ? null : measured.withoutSeen();
  }

  /** Empty if too little is known of the series. */
  Optional<Sight> sight(int series, int origin) {
    Corrections current = corrections;
    if (current == null || origin < current.origin || origin - current.origin >= CORRECTION_DAYS) {
      current = corrections(origin);
      corrections = current;
    }
    Panel.Member member = sights.panel().members().get(series);
    Optional<Sight> sight = seen(current, series, origin);
    if (sight.isPresent()) {
      double[] mean = sight.get().mean();
      double level = current.level.factor(member.department());
      for (int day = 0; day < DAYS; day++) {
        mean[day] *= level * current.yearAgo.factor(member.group(), origin + 1 + day);
      }
    }
    return sight;
  }

  /** What was seen of a series when the level was measured, or is seen now. */
  private Optional<Sight> seen(Corrections current, int series, int origin) {
    if (origin != current.origin || current.seen.isEmpty()) {
      return sights.sight(series, origin);
    }
    Optional<Seen> seen = current.seen.get(series);
    seen.ifPresent(one -> sights.see(one.origins));
    return seen.map(one -> one.sight.withMean(one.sight.mean().clone()));
  }

  private Corrections corrections(int origin) {
    List<Panel.Member> members = sights.panel().members();
    LevelCorrection level = new LevelCorrection(sights, origin);
    List<Optional<double[]>> means = new ArrayList<>();
    List<Optional<Seen>> seen = new ArrayList<>();
    for (int series = 0; series < members.size(); series++) {
      double factor = level.factor(members.get(series).department());
      Optional<Sight> sight = sights.sight(series, origin);
      seen.add(sight.map(one -> new Seen(one, sights.originFeatures().clone())));
      means.add(sight.map(one -> scaled(one.mean(), factor)));
    }
    return new Corrections(origin, level, new YearAgo(sights.panel(), origin, means), seen);
  }

  private static double[] scaled(double[] values, double factor) {
    double[] scaled = values.clone();
    for (int i = 0; i < values.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }
}
