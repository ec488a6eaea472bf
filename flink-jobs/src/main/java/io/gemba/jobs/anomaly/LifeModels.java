package io.gemba.jobs.anomaly;

import io.gemba.maintenance.LifeModel;
import io.gemba.maintenance.ModelFit;
import io.gemba.maintenance.WatchedPart;
import io.gemba.message.TrainedModel;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads announced models of remaining life; keeps those in use read. Not thread safe. */
final class LifeModels {
  private final Map<String, Read> read = new HashMap<>();

  private record Read(TrainedModel announced, LifeModel model) {}

  /**
   * What is wrong with an announced model for these parts.
   *
   * @param refusals one a part that cannot use it; one when nobody can read or wants it
   * @param isOfUse whether any part can use it
   */
  record Judged(List<String> refusals, boolean isOfUse) {}

  /** Judges a model for all parts of the site. */
  static Judged judge(TrainedModel announced, Collection<WatchedPart> parts) {
    if (parts.stream().noneMatch(part -> part.model().equals(announced.name()))) {
      String refusal =
          "model '%s' is of no machine: the site file's wear parts name %s. Announce it under one of these, or name it there."
              .formatted(
                  announced.name(), parts.stream().map(WatchedPart::model).distinct().toList());
      return new Judged(List.of(refusal), false);
    }
    LifeModel model;
    try {
      model = LifeModel.of(announced.bytes());
    } catch (IOException | RuntimeException e) { // any bytes may have been sent
      String refusal =
          "model '%s' cannot be read: %s. Train it again with 'gemba maintenance learn'."
              .formatted(announced.name(), e.getMessage());
      return new Judged(List.of(refusal), false);
    }
    ModelFit fit = ModelFit.of(model, announced.name(), parts);
    return new Judged(fit.refusals(), !fit.machines().isEmpty());
  }

  /** The model of an announcement that is of use to a part; null if it is none or not of use. */
  @Nullable LifeModel of(@Nullable TrainedModel announced, WatchedPart part) throws IOException {
    if (announced == null) {
      return null;
    }
    Read known = read.get(announced.name());
    if (known == null || !known.announced().equals(announced)) {
      known = new Read(announced, LifeModel.of(announced.bytes()));
      read.put(announced.name(), known);
    }
    return part.refusal(known.model()) == null ? known.model() : null;
  }
}
