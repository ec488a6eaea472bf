package io.gemba.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ways between a site's places: those that its file gives, and for all others the great circle
 * times the detour factor at the usual speed. A way that is given in one direction holds for the
 * way back unless that is given too. A profile drives what is given for all at its own speed,
 * unless a way is given for it. Thread safe.
 */
public final class Roads {
  private static final double EARTH_KILOMETRES = 6_371.0088;
  private static final double MINUTES = 60;

  private final CostRates costs;
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Double> speeds = new HashMap<>();
  private final Map<Ends, Length> given = new HashMap<>();

  /** The roads of a site. */
  public Roads(Site site) {
    this.costs = site.costs();
    site.places().forEach(place -> places.put(place.id(), place));
    site.routing().profiles().forEach(one -> speeds.put(one.name(), one.kilometresPerHour()));
    List<Routing.Way> ways = site.routing().ways();
    ways.forEach(way -> given.put(new Ends(way.from(), way.to(), way.profile()), length(way)));
    ways.forEach(
        way -> given.putIfAbsent(new Ends(way.to(), way.from(), way.profile()), length(way)));
  }

  /**
   * How far and how long it is.
   *
   * @param minutes at the speed that traffic factors are relative to
   */
  public record Length(double kilometres, double minutes) {}

  private record Ends(String from, String to, @Nullable String profile) {}

  /** Whether the file gives any way, so that estimates are not all there is. */
  public boolean areGiven() {
    return !given.isEmpty();
  }

  /**
   * The way between two places of the site, for vans of no profile.
   *
   * @throws NullPointerException if one of them is not of the site
   */
  public Length between(String from, String to) {
    return between(from, to, null);
  }

  /**
   * The way between two places of the site.
   *
   * @param profile whose roads; null = those of vans without
   * @throws NullPointerException if a place or the profile is not of the site
   */
  public Length between(String from, String to, @Nullable String profile) {
    if (from.equals(to)) {
      return new Length(0, 0);
    }
    Optional<Length> own = find(from, to, profile);
    if (own.isPresent() || profile == null) {
      return own.orElseGet(() -> estimate(from, to, costs.kilometresPerHour()));
    }
    double speed = Objects.requireNonNull(speeds.get(profile), profile);
    return find(from, to, null)
        .map(all -> new Length(all.kilometres, all.minutes * costs.kilometresPerHour() / speed))
        .orElseGet(() -> estimate(from, to, speed));
  }

  private Optional<Length> find(String from, String to, @Nullable String profile) {
    return Optional.ofNullable(given.get(new Ends(from, to, profile)));
  }

  private Length estimate(String from, String to, double kilometresPerHour) {
    double kilometres =
        costs.detourFactor()
            * greatCircle(
                Objects.requireNonNull(places.get(from), from),
                Objects.requireNonNull(places.get(to), to));
    return new Length(kilometres, kilometres / kilometresPerHour * MINUTES);
  }

  /** Kilometres along the great circle, by the haversine formula. */
  static double greatCircle(Place from, Place to) {
    double north = Math.sin(Math.toRadians(to.latitude() - from.latitude()) / 2);
    double east = Math.sin(Math.toRadians(to.longitude() - from.longitude()) / 2);
    double both =
        north * north
            + Math.cos(Math.toRadians(from.latitude()))
                * Math.cos(Math.toRadians(to.latitude()))
                * east
                * east;
    return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(both)));
  }

  private static Length length(Routing.Way way) {
    return new Length(way.kilometres(), way.minutes());
  }
}
