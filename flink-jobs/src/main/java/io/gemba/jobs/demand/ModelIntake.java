package io.gemba.jobs.demand;

import io.gemba.forecast.learn.DemandModel;
import io.gemba.message.TrainedModel;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads announced models; keeps the one in use read. Not thread safe. */
final class ModelIntake {
  private @Nullable TrainedModel read;
  private @Nullable DemandModel model;

  /** Why a model cannot be used; null when it can. */
  static @Nullable String refusal(TrainedModel announced) {
    try {
      decode(announced);
      return null;
    } catch (IOException | RuntimeException e) { // any bytes may have been sent
      return "model '%s' cannot be read: %s. Train it again with 'gemba forecast train'."
          .formatted(announced.name(), e.getMessage());
    }
  }

  /** The model of an announcement that was not refused; null if there is none. */
  @Nullable DemandModel of(@Nullable TrainedModel announced) throws IOException {
    if (announced == null) {
      return null;
    }
    if (!announced.equals(read)) {
      model = decode(announced);
      read = announced;
    }
    return model;
  }

  private static DemandModel decode(TrainedModel announced) throws IOException {
    return DemandModel.read(new DataInputStream(new ByteArrayInputStream(announced.bytes())));
  }
}
