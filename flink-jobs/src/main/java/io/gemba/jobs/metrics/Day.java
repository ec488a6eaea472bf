package io.gemba.jobs.metrics;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What is known of one day of one series. Not thread safe. */
final class Day {
  private static final int NONE = Integer.MIN_VALUE;

  private int origin = NONE;
  private double forecast;
  private double model;
  private int totalRevision = NONE;
  private double total;
  private double sold;
  private final Set<Long> sales = new HashSet<>();
  private double toldActual = Double.NaN;
  private double toldForecast = Double.NaN;
  private double toldModel = Double.NaN;

  /** An error that was not told before. */
  record News(double actual, double forecast, double model) {}

  void forecast(int newOrigin, double units, double modelUnits) {
    if (newOrigin >= origin) {
      origin = newOrigin;
      forecast = units;
      model = modelUnits;
    }
  }

  void total(int revision, double units) {
    if (revision >= totalRevision) {
      totalRevision = revision;
      total = units;
    }
  }

  void sale(long saleHash, double units) {
    if (sales.add(saleHash)) {
      sold += units;
    }
  }

  /**
   * The error if it is known and new.
   *
   * @param over whether no more sales are expected
   */
  Optional<News> news(boolean over) {
    boolean known = origin != NONE && (totalRevision != NONE || over);
    double actual = totalRevision != NONE ? total : Math.max(0, sold);
    boolean isTold = actual == toldActual && forecast == toldForecast && model == toldModel;
    if (!known || isTold) {
      return Optional.empty();
    }
    toldActual = actual;
    toldForecast = forecast;
    toldModel = model;
    return Optional.of(new News(actual, forecast, model));
  }

  Day copy() {
    Day copy = new Day();
    copy.origin = origin;
    copy.forecast = forecast;
    copy.model = model;
    copy.totalRevision = totalRevision;
    copy.total = total;
    copy.sold = sold;
    copy.sales.addAll(sales);
    copy.toldActual = toldActual;
    copy.toldForecast = toldForecast;
    copy.toldModel = toldModel;
    return copy;
  }

  void write(DataOutputView out) throws IOException {
    out.writeInt(origin);
    out.writeDouble(forecast);
    out.writeInt(totalRevision);
    out.writeDouble(total);
    out.writeDouble(sold);
    out.writeInt(sales.size());
    for (long sale : sales) {
      out.writeLong(sale);
    }
    out.writeDouble(toldActual);
    out.writeDouble(toldForecast);
    out.writeDouble(model);
    out.writeDouble(toldModel);
  }

  /**
   * @param withModel whether what the model said was written; if not, no planner spoke
   */
  static Day read(DataInputView in, boolean withModel) throws IOException {
    Day day = new Day();
    day.origin = in.readInt();
    day.forecast = in.readDouble();
    day.totalRevision = in.readInt();
    day.total = in.readDouble();
    day.sold = in.readDouble();
    int sales = in.readInt();
    for (int i = 0; i < sales; i++) {
      day.sales.add(in.readLong());
    }
    day.toldActual = in.readDouble();
    day.toldForecast = in.readDouble();
    day.model = withModel ? in.readDouble() : day.forecast;
    day.toldModel = withModel ? in.readDouble() : day.toldForecast;
    return day;
  }
}
