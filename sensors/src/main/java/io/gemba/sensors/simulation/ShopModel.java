package io.gemba.sensors.simulation;

import io.gemba.message.Demand;
import io.gemba.site.Item;
import io.gemba.site.Place;
import io.gemba.site.Site;
import io.gemba.site.SiteCalendar.Holiday;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What customers want in the shops: item level x shop size x weekday x season x trend x promotion,
 * drawn from a Poisson distribution; every fifth item sells less than once a day. Pure: each number
 * is a function of seed, item, shop and day, so a day's sales add up to its total however often and
 * in whatever order they are asked for. Thread safe; the factors of recent days are kept.
 */
public final class ShopModel {
  private static final double[] WEEKDAYS = {0.94, 0.90, 0.95, 1.05, 1.32, 1.27, 0.57};
  private static final double[] HOURS = {
    0, 0, 0, 0, 0, 0, 0, 2, 5, 7, 8, 9, 9, 7, 6, 7, 9, 11, 9, 6, 4, 1, 0, 0
  };
  private static final int SUNDAY = 6;
  private static final double SLOW_SHARE = 0.2;
  private static final double PROMOTION_SHARE = 0.12;
  private static final double PROMOTION_PRICE = 0.8;
  private static final LocalDate TREND_ORIGIN = LocalDate.of(2025, 1, 1);
  private static final double DAYS_PER_YEAR = 365.25;
  private static final int DAYS_KEPT = 16;

  private final Site site;
  private final long seed;
  private final List<Item> items;
  private final List<Place> stores;
  private final double[][] level;
  private final double[] hourShare;
  private final Map<LocalDate, Day> days = new ConcurrentHashMap<>();

  /** Shops are the places of kind store and customer; a site without any has no demand. */
  public ShopModel(Site site, long seed) {
    this.site = site;
    this.seed = seed;
    this.items = site.items();
    this.stores =
        site.places().stream()
            .filter(p -> p.kind() == Place.Kind.STORE || p.kind() == Place.Kind.CUSTOMER)
            .toList();
    this.level = levels();
    this.hourShare = new double[HOURS.length];
    double total = 0;
    for (int hour = 0; hour < HOURS.length; hour++) {
      total += HOURS[hour];
      hourShare[hour] = total;
    }
    for (int hour = 0; hour < HOURS.length; hour++) {
      hourShare[hour] /= total;
    }
  }

  /** The shops, in the order of the site file. */
  public List<Place> stores() {
    return stores;
  }

  /**
   * Hands out the total of each item in each shop on a day; also those of 0.
   *
   * @param to called items x shops times, items in the outer loop
   */
  public void forEachTotal(LocalDate day, Consumer<Demand> to) {
    Day factors = day(day);
    Instant noon = day.atTime(LocalTime.NOON).atZone(site.zone()).toInstant();
    String suffix = "/" + day;
    for (int item = 0; item < items.size(); item++) {
      for (int store = 0; store < stores.size(); store++) {
        String itemId = items.get(item).id();
        String storeId = stores.get(store).id();
        to.accept(
            new Demand(
                "total/" + itemId + "@" + storeId + suffix,
                Demand.Kind.DAY_TOTAL,
                itemId,
                storeId,
                noon,
                units(item, store, factors),
                factors.priceCents[item],
                factors.promoted[item],
                0));
      }
    }
  }

  /**
   * The sales of a day, one or two units each, spread over the opening hours.
   *
   * @return by time, at most about items x shops x mean of them
   */
  public List<Demand> sales(LocalDate day) {
    Day factors = day(day);
    long midnight = day.atStartOfDay(site.zone()).toInstant().toEpochMilli();
    List<Demand> sales = new ArrayList<>();
    for (int item = 0; item < items.size(); item++) {
      for (int store = 0; store < stores.size(); store++) {
        addSales(sales, item, store, factors, midnight);
      }
    }
    sales.sort(Comparator.comparing(Demand::at).thenComparing(Demand::id));
    return sales;
  }

  /** Expected units of an item in a shop on a day; 0 when the site is closed. */
  public double mean(int item, int store, LocalDate day) {
    return mean(item, store, day(day));
  }

  private void addSales(List<Demand> to, int item, int store, Day day, long midnightMillis) {
    int left = units(item, store, day);
    String itemId = items.get(item).id();
    String storeId = stores.get(store).id();
    for (int number = 0; left > 0; number++) {
      long hash = Noise.hash(seed ^ 5, item * 1000L + number, store, day.number);
      int units = left > 1 && Noise.uniform(hash) < 0.25 ? 2 : 1;
      long at = midnightMillis + millisOfDay(Noise.uniform(hash ^ 1));
      to.add(
          new Demand(
              "sale/%s@%s/%s/%d".formatted(itemId, storeId, day.day, number),
              Demand.Kind.SALE,
              itemId,
              storeId,
              Instant.ofEpochMilli(at),
              units,
              day.priceCents[item],
              day.promoted[item],
              0));
      left -= units;
    }
  }

  private long millisOfDay(double share) {
    int hour = 0;
    while (hourShare[hour] <= share) {
      hour++;
    }
    double before = hour == 0 ? 0 : hourShare[hour - 1];
    double within = (share - before) / (hourShare[hour] - before);
    return (long) ((hour + within) * 3_600_000);
  }

  private int units(int item, int store, Day day) {
    double mean = mean(item, store, day);
    return mean == 0 ? 0 : Noise.poisson(mean, Noise.hash(seed ^ 4, item, store, day.number));
  }

  private double mean(int item, int store, Day day) {
    return level[item][store] * day.itemFactor[item] * day.storeFactor[store];
  }

  private double[][] levels() {
    double[][] result = new double[items.size()][stores.size()];
    for (int item = 0; item < items.size(); item++) {
      long hash = Noise.hash(seed, items.get(item).id());
      boolean slow = Noise.uniform(hash) < SLOW_SHARE;
      double price = Math.max(1, items.get(item).priceCents());
      double usual =
          slow
              ? 0.15 + 0.55 * Noise.uniform(hash ^ 2)
              : 5.4 * Math.exp(0.75 * Noise.gaussian(hash ^ 3)) * Math.pow(300 / price, 0.3);
      for (int store = 0; store < stores.size(); store++) {
        long storeHash = Noise.hash(seed ^ 1, stores.get(store).id());
        double size = Math.exp(0.28 * Noise.gaussian(storeHash));
        double taste = Math.exp(0.25 * Noise.gaussian(Noise.hash(seed ^ 2, item, store, 0)));
        result[item][store] = usual * size * taste;
      }
    }
    return result;
  }

  /** The factors of one day; arrays by item and by shop. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; boxed numbers would be many
  private record Day(
      LocalDate day,
      long number,
      double[] itemFactor,
      boolean[] promoted,
      long[] priceCents,
      double[] storeFactor) {}

  private Day day(LocalDate day) {
    if (days.size() > DAYS_KEPT) {
      days.clear();
    }
    return days.computeIfAbsent(day, this::factors);
  }

  private Day factors(LocalDate day) {
    double[] itemFactor = new double[items.size()];
    boolean[] promoted = new boolean[items.size()];
    long[] priceCents = new long[items.size()];
    double year = Math.floorMod(day.getDayOfYear(), 366) / DAYS_PER_YEAR;
    double years = (day.toEpochDay() - TREND_ORIGIN.toEpochDay()) / DAYS_PER_YEAR;
    long week =
        day.get(WeekFields.ISO.weekBasedYear()) * 100L
            + day.get(WeekFields.ISO.weekOfWeekBasedYear());
    for (int item = 0; item < items.size(); item++) {
      long hash = Noise.hash(seed ^ 6, items.get(item).id());
      double season =
          1 + 0.3 * Noise.uniform(hash) * Math.cos(2 * Math.PI * (year - Noise.uniform(hash ^ 1)));
      double trend = Math.exp(years * 0.16 * (Noise.uniform(hash ^ 2) - 0.4));
      promoted[item] = Noise.uniform(hash ^ week) < PROMOTION_SHARE;
      double lift = promoted[item] ? 1.5 + 0.8 * Noise.uniform(hash ^ 4) : 1;
      long price = items.get(item).priceCents();
      priceCents[item] = promoted[item] ? Math.round(price * PROMOTION_PRICE) : price;
      itemFactor[item] = season * trend * lift;
    }
    return new Day(day, day.toEpochDay(), itemFactor, promoted, priceCents, storeFactors(day));
  }

  private double[] storeFactors(LocalDate day) {
    double[] factors = new double[stores.size()];
    if (site.calendar().isClosed(day)) {
      return factors;
    }
    int weekday = isHoliday(day) ? SUNDAY : day.getDayOfWeek().getValue() - 1;
    double eve = site.calendar().isClosed(day.plusDays(1)) ? 1.35 : 1;
    for (int store = 0; store < factors.length; store++) {
      double habit = 1 + 0.08 * Noise.gaussian(Noise.hash(seed ^ 7, store, weekday, 0));
      double weather =
          Math.exp(0.07 * Noise.gaussian(Noise.hash(seed ^ 8, day.toEpochDay(), 0, 0)));
      factors[store] = WEEKDAYS[weekday] * eve * Math.max(0.5, habit) * weather;
    }
    return factors;
  }

  private boolean isHoliday(LocalDate day) {
    return site.calendar().holidays().stream().map(Holiday::day).anyMatch(day::equals);
  }
}
