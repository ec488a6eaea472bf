package io.gemba.forecast.learn;

import io.gemba.forecast.panel.DayKinds;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.PriceRuns;
import io.gemba.forecast.panel.SeriesSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A panel as the model sees it: calendar effects fitted and divided out, outages left out, sums of
 * groups and places with outages filled. Reads nothing after the panel's last day but the calendar.
 * Not thread safe.
 */
final class PanelView {
  private static final int FILL_DAYS = 28;
  private static final int LEAST_AWAY = SeriesWindow.LONGEST + 1;
  private static final int NEW_DAYS = SeriesFeatures.MOST_NEW_DAYS;
  private static final int WEEK = 7;

  private final Panel panel;
  private final Map<String, CalendarEffects> effects;
  private final Map<String, double[]> factors = new HashMap<>();
  private final Map<String, SeriesSums> groups = new HashMap<>();
  private final Map<String, SeriesSums> places = new HashMap<>();
  private final Map<String, GroupOutlook> outlooks = new HashMap<>();
  private int outlooksOf = Integer.MIN_VALUE;

  private PanelView(Panel panel, Panel filled, Map<String, CalendarEffects> effects) {
    this.panel = panel;
    this.effects = effects;
    int days = panel.days();
    Map<String, float[]> placeSums = new HashMap<>();
    Map<String, float[]> groupSums = filled.sums(Panel.Member::group);
    for (Panel.Member member : panel.members()) {
      if (factors.containsKey(member.group())) {
        continue;
      }
      double[] ofGroup = factors(member, days + GroupOutlook.DAYS);
      factors.put(member.group(), ofGroup);
      float[] sums = divided(groupSums.getOrDefault(member.group(), new float[days]), ofGroup);
      groups.put(member.group(), new SeriesSums(sums, panel.firstDay()));
      add(sums, placeSums.computeIfAbsent(member.place(), place -> unknown(days)));
    }
    placeSums.forEach((place, sums) -> places.put(place, new SeriesSums(sums, panel.firstDay())));
  }

  /** Fits the calendar to a panel. */
  static PanelView fitted(Panel panel, Panel filled, boolean[] left) {
    return new PanelView(panel, filled, effects(filled, left));
  }

  /** Uses a calendar that was fitted before. */
  static PanelView with(Panel panel, Map<String, CalendarEffects> effects) {
    return new PanelView(panel, filled(panel), effects);
  }

  /**
   * The panel with outages replaced by the level before them: inferred ones, and days unknown while
   * others of the group were sold, which had no stock.
   */
  static Panel filled(Panel panel) {
    float[][] units = new float[panel.units().length][];
    Map<String, float[]> ofGroups = panel.sums(Panel.Member::group);
    for (int i = 0; i < units.length; i++) {
      units[i] = panel.units()[i].clone();
      boolean[] outage = SeriesWindow.outages(open(panel, units[i]));
      float[] ofGroup =
          ofGroups.getOrDefault(panel.members().get(i).group(), new float[units[i].length]);
      double level = 0;
      int seen = 0;
      for (int day = 0; day < units[i].length; day++) {
        boolean hadNone = seen > 0 && Float.isNaN(units[i][day]) && !Float.isNaN(ofGroup[day]);
        if (outage[day] || hadNone) {
          units[i][day] = (float) level;
        } else if (!Float.isNaN(units[i][day])) {
          seen++;
          level += (units[i][day] - level) / Math.min(seen, FILL_DAYS);
        }
      }
    }
    return new Panel(panel.firstDay(), panel.members(), units, panel.prices(), panel.kinds());
  }

  Panel panel() {
    return panel;
  }

  /** The calendar of each department. */
  Map<String, CalendarEffects> effects() {
    return effects;
  }

  /**
   * The last 448 days of a series up to an origin. Of a series that was away and whose return is
   * announced, the days before it went, as if they were the last: whole weeks are left out, so that
   * weekdays stay, and the rest of a week is unknown.
   */
  SeriesWindow window(int series, int origin) {
    int end = origin + 1 - panel.firstDay();
    int away = away(series, end);
    int leftOut = away - away % WEEK;
    int from = Math.max(0, end - leftOut - SeriesWindow.DAYS);
    float[] units = Arrays.copyOfRange(panel.units()[series], from, end - leftOut);
    Arrays.fill(units, units.length - away % WEEK, units.length, Float.NaN);
    double[] calendar = factors.getOrDefault(panel.members().get(series).group(), new double[0]);
    return new SeriesWindow(
        units,
        Arrays.copyOfRange(calendar, from, end - leftOut),
        panel.firstDay() + from + leftOut,
        away);
  }

  /**
   * Days since the last sale of a series that is about to return: after more days than an outage
   * has, its price changed within four weeks or will within the forecast. 0 of all others.
   */
  private int away(int series, int end) {
    float[] units = panel.units()[series];
    int idle = 0;
    while (idle < end && !(units[end - 1 - idle] > 0)) {
      idle++;
    }
    if (idle < LEAST_AWAY || idle == end) {
      return 0;
    }
    int last = panel.firstDay() + end - 1;
    PriceRuns prices = panel.prices().get(series);
    return prices.daysSinceChange(last - NEW_DAYS, last + GroupOutlook.DAYS) >= 0 ? idle : 0;
  }

  /** What the group of a series is like at an origin; kept for one origin at a time. */
  GroupOutlook outlook(int series, int origin) {
    if (origin != outlooksOf) {
      outlooks.clear();
      outlooksOf = origin;
    }
    Panel.Member member = panel.members().get(series);
    return outlooks.computeIfAbsent(member.group(), group -> outlook(member, origin));
  }

  private GroupOutlook outlook(Panel.Member member, int origin) {
    int at = origin + 1 - panel.firstDay();
    double[] calendar = factors.getOrDefault(member.group(), new double[0]);
    SeriesSums own = groups.get(member.group());
    SeriesSums wide = places.get(member.place());
    if (own == null || wide == null) {
      throw new IllegalStateException("The panel has no group '" + member.group() + "'.");
    }
    return new GroupOutlook(
        own,
        wide,
        panel.kinds(),
        member.region(),
        origin,
        Arrays.copyOfRange(calendar, at, at + GroupOutlook.DAYS));
  }

  private double[] factors(Panel.Member member, int days) {
    CalendarEffects calendar = effects.get(member.department());
    double[] ofDays = new double[days];
    for (int i = 0; i < days; i++) {
      int day = panel.firstDay() + i;
      boolean isClosed = panel.kinds().isClosed(day);
      ofDays[i] =
          calendar == null
              ? (isClosed ? 0 : 1)
              : calendar.factor(day, member.region(), panel.kinds());
    }
    return ofDays;
  }

  private static Map<String, CalendarEffects> effects(Panel filled, boolean[] left) {
    boolean[] use = new boolean[filled.days()];
    int events = 0;
    for (int i = 0; i < use.length; i++) {
      int day = filled.firstDay() + i;
      use[i] = !filled.kinds().isClosed(day) && !(i < left.length && left[i]);
      events = Math.max(events, filled.kinds().eventOn(day));
    }
    Map<String, float[]> sums = filled.sums(Panel.Member::group);
    Map<String, List<CalendarEffects.Rows>> rows = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (Panel.Member member : filled.members()) {
      if (seen.add(member.group())) {
        rows.computeIfAbsent(member.department(), department -> new ArrayList<>())
            .add(
                new CalendarEffects.Rows(
                    member.region(), sums.getOrDefault(member.group(), new float[0])));
      }
    }
    List<String> regions = filled.distinct(Panel.Member::region);
    DayKinds kinds = filled.kinds();
    int known = events;
    Map<String, CalendarEffects> effects = new TreeMap<>();
    rows.forEach(
        (department, places) ->
            effects.put(
                department,
                CalendarEffects.fit(places, filled.firstDay(), kinds, known, regions, use)));
    return effects;
  }

  private static float[] open(Panel panel, float[] units) {
    float[] open = units.clone();
    for (int i = 0; i < open.length; i++) {
      if (panel.kinds().isClosed(panel.firstDay() + i)) {
        open[i] = Float.NaN;
      }
    }
    return open;
  }

  private static float[] divided(float[] units, double[] factors) {
    float[] divided = new float[units.length];
    for (int i = 0; i < divided.length; i++) {
      divided[i] = factors[i] > 0 ? (float) (units[i] / factors[i]) : Float.NaN;
    }
    return divided;
  }

  private static void add(float[] units, float[] to) {
    for (int i = 0; i < to.length; i++) {
      if (!Float.isNaN(units[i])) {
        to[i] = Float.isNaN(to[i]) ? units[i] : to[i] + units[i];
      }
    }
  }

  private static float[] unknown(int days) {
    float[] none = new float[days];
    Arrays.fill(none, Float.NaN);
    return none;
  }
}
