package io.gemba.jobs.demand;

import io.gemba.message.Forecast;
import io.gemba.message.ForecastOverride;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The overrides of one item at one place, and which forecast was sent last. A withdrawn override is
 * kept until its days are over, so that a repeat of it does not come back to life.
 *
 * @param kept one an id
 * @param sentOrigin of the forecast sent last; null if none was since there are overrides
 * @param sentRevision of it
 */
record SeriesOverrides(
    List<ForecastOverride> kept, @Nullable LocalDate sentOrigin, int sentRevision) {
  SeriesOverrides {
    kept = List.copyOf(kept);
  }

  static SeriesOverrides none() {
    return new SeriesOverrides(List.of(), null, 0);
  }

  /** With an override, or the same when it is a repeat or an older revision. */
  SeriesOverrides with(ForecastOverride override) {
    List<ForecastOverride> others = new ArrayList<>();
    for (ForecastOverride each : kept) {
      if (!each.id().equals(override.id())) {
        others.add(each);
      } else if (each.revision() >= override.revision()) {
        return this;
      }
    }
    others.add(override);
    return new SeriesOverrides(others, sentOrigin, sentRevision);
  }

  /** Without those whose days are all known. */
  SeriesOverrides after(LocalDate origin) {
    return new SeriesOverrides(
        kept.stream().filter(each -> each.to().isAfter(origin)).toList(), sentOrigin, sentRevision);
  }

  /**
   * Notes that a forecast is sent again.
   *
   * @param model as the model made it
   * @param isNew whether the model has just made it; if not, it was sent before
   */
  SeriesOverrides sending(Forecast model, boolean isNew) {
    int revision = model.revision();
    if (model.origin().equals(sentOrigin)) {
      revision = Math.max(revision, sentRevision + 1);
    } else if (!isNew) {
      revision++;
    }
    return new SeriesOverrides(kept, model.origin(), revision);
  }
}
