package io.gemba.forecast.panel;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The prices of an item at a place that differ from its usual one: changes and promotions, past and
 * to come. Of an id the highest revision counts; on a day the one that begins last, of those the
 * one that ends first. The order in which they are added does not matter. Keeps the {@value #MOST}
 * that end last; about 40 bytes and the id each. Immutable.
 */
public final class PriceCalendar {
  /** Most ranges kept. */
  public static final int MOST = 100;

  /** Last day of a range that does not end. */
  public static final int OPEN = Integer.MAX_VALUE;

  /** The usual price on every day. */
  public static final PriceCalendar NONE = new PriceCalendar(List.of());

  private static final Comparator<Range> NEWER =
      Comparator.comparingInt(Range::revision)
          .thenComparing(Range::withdrawn)
          .thenComparingInt(Range::from)
          .thenComparingInt(Range::to)
          .thenComparingDouble(Range::cents);
  private static final Comparator<Range> COUNTS =
      Comparator.comparingInt(Range::from)
          .thenComparing(Comparator.comparingInt(Range::to).reversed())
          .thenComparing(Range::id);
  private static final Comparator<Range> KEPT =
      Comparator.comparingInt(Range::to)
          .thenComparingInt(Range::from)
          .thenComparing(Range::id)
          .reversed();

  private final List<Range> ranges;

  private PriceCalendar(List<Range> ranges) {
    this.ranges = ranges;
  }

  /**
   * A price for some days.
   *
   * @param id unique; later revisions replace it
   * @param from first day since 1970-01-01
   * @param to last day, {@link #OPEN} if it does not end
   * @param cents of a unit
   * @param withdrawn whether it holds no longer; kept, so that an older revision does not return
   */
  public record Range(String id, int revision, int from, int to, float cents, boolean withdrawn) {
    /** Writes all. */
    public void write(DataOutput out) throws IOException {
      out.writeUTF(id);
      out.writeInt(revision);
      out.writeInt(from);
      out.writeInt(to);
      out.writeFloat(cents);
      out.writeBoolean(withdrawn);
    }

    /** Reads what {@link #write} wrote. */
    public static Range read(DataInput in) throws IOException {
      return new Range(
          in.readUTF(), in.readInt(), in.readInt(), in.readInt(), in.readFloat(), in.readBoolean());
    }
  }

  /** What is kept, withdrawn ones too, those that end last first. */
  public List<Range> ranges() {
    return ranges;
  }

  /** The calendar with a range more; the same one if that says nothing new. */
  public PriceCalendar with(Range range) {
    List<Range> all = new ArrayList<>(ranges);
    for (Range each : ranges) {
      if (each.id.equals(range.id)) {
        if (NEWER.compare(each, range) >= 0) {
          return this;
        }
        all.remove(each);
      }
    }
    all.add(range);
    all.sort(KEPT);
    List<Range> kept = List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    return kept.equals(ranges) ? this : new PriceCalendar(kept);
  }

  /**
   * All days as runs of one price.
   *
   * @param usualCents price of days of which nothing is said
   */
  public PriceRuns runs(float usualCents) {
    List<Range> holding =
        ranges.stream().filter(range -> !range.withdrawn).sorted(COUNTS.reversed()).toList();
    TreeSet<Integer> starts = new TreeSet<>();
    starts.add(0);
    for (Range range : holding) {
      starts.add(range.from);
      if (range.to != OPEN) {
        starts.add(range.to + 1);
      }
    }
    int[] days = new int[starts.size()];
    float[] cents = new float[days.length];
    int runs = 0;
    for (int day : starts) {
      float price = usualCents;
      for (Range range : holding) {
        if (range.from <= day && day <= range.to) {
          price = range.cents;
          break;
        }
      }
      if (runs == 0 || cents[runs - 1] != price) {
        days[runs] = day;
        cents[runs++] = price;
      }
    }
    return new PriceRuns(Arrays.copyOf(days, runs), Arrays.copyOf(cents, runs));
  }

  /** Writes all. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(ranges.size());
    for (Range range : ranges) {
      range.write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static PriceCalendar read(DataInput in) throws IOException {
    List<Range> ranges = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      ranges.add(Range.read(in));
    }
    return new PriceCalendar(List.copyOf(ranges));
  }
}
