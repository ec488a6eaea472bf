package io.gemba.rosters;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * A roster's cost by kind, in cents.
 *
 * @param wagesCents of the hours worked up to the contract
 * @param idleCents of contract hours that are paid but not worked
 * @param overtimeCents of the hours above the contract
 * @param underCents of work that nobody covers
 * @param overCents of heads too many
 * @param fairnessCents of hours above the average of equals
 * @param changesCents of differences from the published roster
 * @param wishesCents of wishes that are not fulfilled
 * @param patternsCents of sequences of days that are not wanted
 * @param pairsCents of people together or apart who should not be
 */
public record RosterCosts(
    long wagesCents,
    long idleCents,
    long overtimeCents,
    long underCents,
    long overCents,
    long fairnessCents,
    long changesCents,
    @JsonSetter(nulls = Nulls.AS_EMPTY) long wishesCents,
    @JsonSetter(nulls = Nulls.AS_EMPTY) long patternsCents,
    @JsonSetter(nulls = Nulls.AS_EMPTY) long pairsCents) {

  /** All kinds together. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public long totalCents() {
    return wagesCents
        + idleCents
        + overtimeCents
        + underCents
        + overCents
        + fairnessCents
        + changesCents
        + wishesCents
        + patternsCents
        + pairsCents;
  }
}
