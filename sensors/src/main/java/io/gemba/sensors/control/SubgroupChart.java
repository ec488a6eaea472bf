package io.gemba.sensors.control;

import io.gemba.message.ControlChart;
import io.gemba.message.ControlChart.Capability;
import io.gemba.message.ControlChart.Kind;
import io.gemba.message.ControlChart.Point;
import io.gemba.message.ControlChart.Rule;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The chart of a sensor: X-bar and range of subgroups, or single readings and moving ranges.
 *
 * <p>The first {@value #LEARNT} points make the lines, those outside the lines they make themselves
 * left out once (phase I, NIST/SEMATECH e-Handbook, 6.3.2); from then on the lines stand until the
 * plan changes. Capability is that of the shown points. About 1 KiB. Not thread safe.
 */
public final class SubgroupChart {
  /** The layout that {@link #write} writes. */
  public static final int LAYOUT = 1;

  static final int LEARNT = 25;

  private record Subgroup(
      long atMillis, double mean, double spread, double squares, Set<Rule> rules) {
    private boolean hasSpread() {
      return !Double.isNaN(spread);
    }
  }

  private final ControlPlan plan;
  private final List<Double> open = new ArrayList<>();
  private final Deque<Subgroup> points = new ArrayDeque<>();
  private long slot = Long.MIN_VALUE;
  private long revision;
  private @Nullable ControlLines lines;
  private @Nullable ControlLines spreadLines;

  /** A chart that knows nothing yet. */
  public SubgroupChart(ControlPlan plan) {
    this.plan = plan;
  }

  /**
   * Takes a trusted reading in.
   *
   * @return the chart when the reading completes a point; null when it does not, is more than a
   *     point needs, or comes late
   */
  public @Nullable ControlChart observe(String sensor, long atMillis, double value) {
    long now = Math.floorDiv(atMillis, plan.everyMillis());
    if (now < slot || (now == slot && open.isEmpty())) {
      return null;
    }
    if (now > slot) {
      open.clear();
      slot = now;
    }
    open.add(value);
    if (open.size() < plan.size()) {
      return null;
    }
    add(subgroup(atMillis));
    open.clear();
    return chart(sensor);
  }

  private Subgroup subgroup(long atMillis) {
    double mean = open.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    double squares = open.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    double least = open.stream().mapToDouble(Double::doubleValue).min().orElse(mean);
    double most = open.stream().mapToDouble(Double::doubleValue).max().orElse(mean);
    double spread = most - least;
    if (plan.size() == 1) {
      spread = points.isEmpty() ? Double.NaN : Math.abs(mean - points.getLast().mean());
    }
    return new Subgroup(atMillis, mean, spread, squares, Set.of());
  }

  private void add(Subgroup next) {
    revision++;
    points.addLast(next);
    if (points.size() > LEARNT) {
      points.removeFirst();
    }
    ControlLines means = lines;
    if (means == null) {
      if (points.size() == LEARNT) {
        learn();
      }
      return;
    }
    Set<Rule> rules =
        RunRules.completedBy(points.stream().map(one -> means.distance(one.mean())).toList());
    if (spreadLines != null && next.hasSpread() && !spreadLines.contains(next.spread())) {
      rules.add(Rule.SPREAD_OUTSIDE_LIMITS);
    }
    points.removeLast();
    points.addLast(
        new Subgroup(next.atMillis(), next.mean(), next.spread(), next.squares(), rules));
  }

  private void learn() {
    setLines(one -> true);
    ControlLines means = lines;
    ControlLines spreads = spreadLines;
    if (means != null && spreads != null) {
      setLines(
          one ->
              means.contains(one.mean()) && (!one.hasSpread() || spreads.contains(one.spread())));
    }
  }

  private void setLines(Predicate<Subgroup> taken) {
    setLines(mean(taken), meanSpread(taken));
  }

  private void setLines(double mean, double spread) {
    lines =
        plan.size() == 1
            ? ControlLines.ofIndividuals(mean, spread)
            : ControlLines.ofMeans(mean, spread, plan.size());
    spreadLines = ControlLines.ofRanges(spread, rangeSize());
  }

  private double mean(Predicate<Subgroup> taken) {
    return points.stream().filter(taken).mapToDouble(Subgroup::mean).average().orElse(0);
  }

  private double meanSpread(Predicate<Subgroup> taken) {
    return points.stream()
        .filter(taken)
        .filter(Subgroup::hasSpread)
        .mapToDouble(Subgroup::spread)
        .average()
        .orElse(0);
  }

  private int rangeSize() {
    return Math.max(2, plan.size());
  }

  private ControlChart chart(String sensor) {
    return new ControlChart(
        "control-" + sensor,
        revision,
        sensor,
        plan.size() == 1 ? Kind.INDIVIDUALS : Kind.XBAR_RANGE,
        lines == null ? null : lines.asMessage(),
        spreadLines == null ? null : spreadLines.asMessage(),
        points.stream().map(SubgroupChart::point).toList(),
        lines == null ? null : capability());
  }

  private static Point point(Subgroup one) {
    Double spread = one.hasSpread() ? one.spread() : null;
    return new Point(
        Instant.ofEpochMilli(one.atMillis()), one.mean(), spread, List.copyOf(one.rules()));
  }

  private @Nullable Capability capability() {
    double mean = mean(one -> true);
    double squares =
        points.stream()
            .mapToDouble(
                one -> one.squares() + plan.size() * (one.mean() - mean) * (one.mean() - mean))
            .sum();
    double within = meanSpread(one -> true) / ShewhartConstants.d2(rangeSize());
    double overall = Math.sqrt(squares / (points.size() * plan.size() - 1));
    return new CapabilityRule(plan.lower(), plan.upper()).of(mean, within, overall);
  }

  /** How readings become points. */
  public ControlPlan plan() {
    return plan;
  }

  /** Writes the whole state. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(plan.size());
    out.writeLong(plan.everyMillis());
    write(plan.lower(), out);
    write(plan.upper(), out);
    out.writeInt(open.size());
    for (double value : open) {
      out.writeDouble(value);
    }
    out.writeInt(points.size());
    for (Subgroup one : points) {
      out.writeLong(one.atMillis());
      out.writeDouble(one.mean());
      out.writeDouble(one.spread());
      out.writeDouble(one.squares());
      out.writeInt(one.rules().size());
      for (Rule rule : one.rules()) {
        out.writeUTF(rule.name());
      }
    }
    out.writeLong(slot);
    out.writeLong(revision);
    ControlLines means = lines;
    ControlLines spreads = spreadLines;
    out.writeBoolean(means != null && spreads != null);
    if (means != null && spreads != null) {
      out.writeDouble(means.centre());
      out.writeDouble(spreads.centre());
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param layout of the version that wrote it
   * @throws IOException if the layout is not known
   */
  public static SubgroupChart read(DataInput in, int layout) throws IOException {
    if (layout != LAYOUT) {
      throw new IOException("Layout " + layout + " of a control chart is not known.");
    }
    SubgroupChart chart =
        new SubgroupChart(new ControlPlan(in.readInt(), in.readLong(), limit(in), limit(in)));
    int values = in.readInt();
    for (int i = 0; i < values; i++) {
      chart.open.add(in.readDouble());
    }
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      chart.points.addLast(
          new Subgroup(
              in.readLong(), in.readDouble(), in.readDouble(), in.readDouble(), rules(in)));
    }
    chart.slot = in.readLong();
    chart.revision = in.readLong();
    if (in.readBoolean()) {
      chart.setLines(in.readDouble(), in.readDouble());
    }
    return chart;
  }

  private static Set<Rule> rules(DataInput in) throws IOException {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    for (int left = in.readInt(); left > 0; left--) {
      rules.add(Rule.valueOf(in.readUTF()));
    }
    return rules;
  }

  private static void write(@Nullable Double limit, DataOutput out) throws IOException {
    out.writeDouble(limit == null ? Double.NaN : limit);
  }

  private static @Nullable Double limit(DataInput in) throws IOException {
    double limit = in.readDouble();
    return Double.isNaN(limit) ? null : limit;
  }
}
