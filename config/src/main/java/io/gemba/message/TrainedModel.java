package io.gemba.message;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A demand model that was trained; running jobs take the newest over.
 *
 * @param name of the model, as forecasts made with it say
 * @param lastDay last day it has learnt from
 * @param madeAt when it was trained; the newest counts
 * @param bytes the model's file, base64 in JSON; at most 700,000 bytes, so that a broker with its
 *     usual limits takes the message
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the point; nobody compares models
public record TrainedModel(String name, LocalDate lastDay, Instant madeAt, byte[] bytes) {
  /** The one key of the topic: a model replaces the one before. */
  public static final String KEY = "demand";

  private static final int MOST_BYTES = 700_000;

  /**
   * @throws IllegalArgumentException if something is missing or the model is too large
   */
  public TrainedModel {
    Require.id(name, "name");
    Require.present(lastDay, "lastDay");
    Require.present(madeAt, "madeAt");
    if (Require.present(bytes, "bytes").length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "bytes (%d) must be at most %d. Train with fewer or shallower trees."
              .formatted(bytes.length, MOST_BYTES));
    }
  }

  /** Whether this model replaces another, whichever came first. */
  public boolean replaces(TrainedModel other) {
    int age = madeAt.compareTo(other.madeAt);
    return age != 0 ? age > 0 : name.compareTo(other.name) > 0;
  }
}
