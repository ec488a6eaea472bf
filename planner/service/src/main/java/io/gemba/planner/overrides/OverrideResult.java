package io.gemba.planner.overrides;

import io.gemba.message.ForecastOverride;
import io.gemba.planner.timeseries.TimeSeriesReader.DayError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an override did on the days that are known by now.
 *
 * @param override what was said
 * @param days on which it counted and the model had said otherwise, 1 or more
 * @param actualUnits units wanted on them
 * @param overrideMissedUnits what the override missed, over and under alike, added up
 * @param modelMissedUnits what the model would have missed
 * @param better whose miss was smaller
 */
public record OverrideResult(
    ForecastOverride override,
    int days,
    double actualUnits,
    double overrideMissedUnits,
    double modelMissedUnits,
    Better better) {

  /** Who was nearer. */
  public enum Better {
    OVERRIDE,
    MODEL,
    EQUAL
  }

  /**
   * Judges overrides; those without a known day are left out.
   *
   * @param overrides withdrawn ones too: they may have counted before
   * @param errors days on which the forecast in force was not the model's
   * @return the latest days first
   */
  static List<OverrideResult> judge(
      List<ForecastOverride> overrides, List<DayError> errors, ZoneId zone) {
    Map<String, List<DayError>> byOverride = new LinkedHashMap<>();
    Map<String, ForecastOverride> known = new LinkedHashMap<>();
    Map<String, List<ForecastOverride>> bySeries = new LinkedHashMap<>();
    for (ForecastOverride each : overrides) {
      known.put(each.id(), each);
      bySeries.computeIfAbsent(each.series(), series -> new ArrayList<>()).add(each);
    }
    for (DayError error : errors) {
      LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(error.at()), zone);
      inForce(bySeries.getOrDefault(error.item() + "@" + error.place(), List.of()), day)
          .ifPresent(
              one -> byOverride.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(error));
    }
    return known.values().stream()
        .filter(each -> byOverride.containsKey(each.id()))
        .map(each -> of(each, byOverride.getOrDefault(each.id(), List.of())))
        .sorted(
            Comparator.comparing((OverrideResult each) -> each.override.to())
                .thenComparing(each -> each.override.madeAt())
                .reversed())
        .toList();
  }

  /** One that still holds rather than one that was withdrawn since; of equals the later. */
  private static Optional<ForecastOverride> inForce(List<ForecastOverride> of, LocalDate day) {
    return of.stream()
        .filter(each -> !day.isBefore(each.from()) && !day.isAfter(each.to()))
        .max(
            Comparator.comparing((ForecastOverride each) -> !each.withdrawn())
                .thenComparing(ForecastOverride::madeAt)
                .thenComparing(ForecastOverride::id));
  }

  private static OverrideResult of(ForecastOverride override, List<DayError> errors) {
    double actual = 0;
    double said = 0;
    double model = 0;
    for (DayError error : errors) {
      actual += error.actual();
      said += Math.abs(error.forecast() - error.actual());
      model += Math.abs(error.model() - error.actual());
    }
    Better better = said < model ? Better.OVERRIDE : said > model ? Better.MODEL : Better.EQUAL;
    return new OverrideResult(override, errors.size(), actual, said, model, better);
  }
}
