package io.gemba.message;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A model that was trained; running jobs take the newest over.
 *
 * @param kind what it tells; demand in messages without
 * @param name of the model: as forecasts made with it say, or as the site file's wear parts do
 * @param lastDay last day it has learnt from; null when that had no days
 * @param madeAt when it was trained; the newest counts
 * @param bytes the model's file, base64 in JSON; at most 700,000 bytes, so that a broker with its
 *     usual limits takes the message
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the point; nobody compares models
public record TrainedModel(
    Kind kind, String name, @Nullable LocalDate lastDay, Instant madeAt, byte[] bytes) {
  /** The one key of demand models: each replaces the one before. */
  public static final String KEY = "demand";

  private static final int MOST_BYTES = 700_000;

  /** What a model tells. */
  public enum Kind {
    /** Demand of items; there is one for all. */
    DEMAND,
    /** Remaining life of a part; there is one a name. */
    LIFE
  }

  /**
   * @throws IllegalArgumentException if something is missing or the model is too large
   */
  public TrainedModel {
    if (kind == null) {
      kind = Kind.DEMAND; // as models were announced before there were others
    }
    Require.id(name, "name");
    if (kind == Kind.DEMAND && lastDay == null) {
      throw new IllegalArgumentException(
          "lastDay is missing. A demand model has learnt from days.");
    }
    Require.present(madeAt, "madeAt");
    if (Require.present(bytes, "bytes").length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "bytes (%d) must be at most %d. Train with fewer or shallower trees."
              .formatted(bytes.length, MOST_BYTES));
    }
  }

  /** A demand model. */
  public TrainedModel(String name, LocalDate lastDay, Instant madeAt, byte[] bytes) {
    this(Kind.DEMAND, name, lastDay, madeAt, bytes);
  }

  /** A model of remaining life. */
  public static TrainedModel ofLife(String name, Instant madeAt, byte[] bytes) {
    return new TrainedModel(Kind.LIFE, name, null, madeAt, bytes);
  }

  /** The key on the topic: a model replaces the one of the same key. */
  public String key() {
    return kind == Kind.DEMAND ? KEY : "life/" + name;
  }

  /** Whether this model replaces another, whichever came first. */
  public boolean replaces(TrainedModel other) {
    int age = madeAt.compareTo(other.madeAt);
    return age != 0 ? age > 0 : name.compareTo(other.name) > 0;
  }
}
