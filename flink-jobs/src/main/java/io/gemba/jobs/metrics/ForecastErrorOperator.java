package io.gemba.jobs.metrics;

import io.gemba.message.Demand;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Forecasts and demand of one {@code item@place} in, the lines of its forecast errors out.
 *
 * <p>State a key: up to 63 days of 72 bytes and 8 a sale, about 4 kB; gone when nothing has come
 * for {@value #FORGOTTEN_DAYS} days. No timers.
 */
final class ForecastErrorOperator extends KeyedCoProcessFunction<String, Outlook, Demand, String> {
  /** How far back demand is held against forecasts. */
  static final Duration JUDGED = Duration.ofDays(SeriesErrors.KEPT_DAYS);

  private static final long serialVersionUID = 1;
  private static final int FORGOTTEN_DAYS = 60;
  private static final Duration AHEAD = Duration.ofDays(2);

  private final ZoneId zone;
  private final Clock clock;
  private transient ValueState<SeriesErrors> errors;

  /**
   * @param zone in which days are counted
   * @param clock demand dated more than two days ahead of it is left out
   */
  ForecastErrorOperator(ZoneId zone, Clock clock) {
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<SeriesErrors> descriptor =
        new ValueStateDescriptor<>("errors", new SeriesErrorsCodec().flinkType());
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofDays(FORGOTTEN_DAYS)).build());
    errors = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement1(Outlook outlook, Context context, Collector<String> out)
      throws Exception {
    SeriesErrors series = series();
    List<SeriesErrors.DayError> news = series.forecast(outlook);
    tell(context.getCurrentKey(), news, out);
    errors.update(series);
  }

  @Override
  public void processElement2(Demand demand, Context context, Collector<String> out)
      throws Exception {
    if (demand.at().isAfter(clock.instant().plus(AHEAD))) {
      return; // the demand job makes it a dead letter
    }
    int day = Math.toIntExact(demand.at().atZone(zone).toLocalDate().toEpochDay());
    if (day < LocalDate.ofInstant(clock.instant(), zone).toEpochDay() - SeriesErrors.KEPT_DAYS) {
      return; // years of history come at once, and no forecast of these days is to be judged
    }
    SeriesErrors series = series();
    List<SeriesErrors.DayError> news =
        demand.kind() == Demand.Kind.DAY_TOTAL
            ? series.total(day, demand.revision(), demand.quantity())
            : series.sale(day, hash(demand.id()), demand.quantity());
    tell(context.getCurrentKey(), news, out);
    errors.update(series);
  }

  private SeriesErrors series() throws Exception {
    SeriesErrors known = errors.value();
    return known == null ? new SeriesErrors() : known;
  }

  private void tell(String key, List<SeriesErrors.DayError> news, Collector<String> out) {
    int at = key.lastIndexOf('@');
    for (SeriesErrors.DayError error : news) {
      long dayStartMillis =
          LocalDate.ofEpochDay(error.day()).atStartOfDay(zone).toInstant().toEpochMilli();
      out.collect(
          Lines.of(
              new ForecastError(
                  key.substring(0, at),
                  key.substring(at + 1),
                  error.day(),
                  error.actual(),
                  error.forecast(),
                  error.model()),
              dayStartMillis));
    }
  }

  /** 64 bits of FNV-1a (Fowler, Noll, Vo 1991): the id of a sale in less room. */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
