package io.gemba.jobs.demand;

import io.gemba.forecast.Forecaster;
import io.gemba.forecast.OpenDays;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.jobs.stream.Refusals;
import io.gemba.message.DeadLetter;
import io.gemba.message.Forecast;
import io.gemba.message.ForecastOverride;
import io.gemba.message.Json;
import io.gemba.message.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets planners' overrides count in the forecasts of one item at one place. A forecast nobody spoke
 * of passes as it is. An override that changes the 28 days is told at once, with a new revision of
 * the newest forecast; one of later days waits for them, one of past days is left out.
 *
 * <p>State a key: the model's newest forecast, 3 KB of JSON, for as long as the site has the
 * series; 400 bytes an override, until a forecast knows all of its days or {@value #FORGOTTEN_DAYS}
 * days after the last change. No timers. After a start from a checkpoint that is older than this
 * operator an override waits for the next forecast.
 */
final class OverrideOperator
    extends KeyedCoProcessFunction<String, Forecast, ForecastOverride, Forecast> {
  static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused-overrides", MessageTypes.of(DeadLetter.class));
  static final OutputTag<PlannedWork> PLANNED =
      new OutputTag<>("planned", MessageTypes.of(PlannedWork.class));

  private static final Refusals OF_OVERRIDES = new Refusals("demand-job", Topic.FORECAST_OVERRIDES);

  private static final long serialVersionUID = 1;
  private static final int FORGOTTEN_DAYS = 800;

  private final DemandIntake intake;
  private final WorkPlaces workPlaces;
  private final OpenDays openDays;

  private transient OverrideRule rule;
  private transient ValueState<byte[]> newestForecast;
  private transient ValueState<SeriesOverrides> overrides;

  OverrideOperator(DemandIntake intake, WorkPlaces workPlaces, OpenDays openDays) {
    this.intake = intake;
    this.workPlaces = workPlaces;
    this.openDays = openDays;
  }

  @Override
  public void open(OpenContext context) {
    rule = new OverrideRule(new Forecaster(openDays));
    newestForecast =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "newest-forecast", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    ValueStateDescriptor<SeriesOverrides> descriptor =
        new ValueStateDescriptor<>("overrides", MessageTypes.of(SeriesOverrides.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofDays(FORGOTTEN_DAYS)).build());
    overrides = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement1(Forecast model, Context context, Collector<Forecast> out)
      throws Exception {
    newestForecast.update(Json.write(model));
    SeriesOverrides known = overrides.value();
    if (known == null) {
      out.collect(model);
    } else {
      send(model, known.after(model.origin()).sending(model, true), context, out);
    }
  }

  @Override
  public void processElement2(ForecastOverride override, Context context, Collector<Forecast> out)
      throws Exception {
    String refusal = intake.unknown(override.item(), override.place());
    if (refusal != null) {
      Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
      context.output(REFUSED, OF_OVERRIDES.of(override, override.id(), refusal, now));
      return;
    }
    byte[] newest = newestForecast.value();
    Forecast model = newest == null ? null : Json.read(newest, Forecast.class);
    SeriesOverrides before = overrides.value();
    SeriesOverrides known = before == null ? SeriesOverrides.none() : before;
    SeriesOverrides after = known.with(override);
    if (after.equals(known) || (model != null && !override.to().isAfter(model.origin()))) {
      return;
    }
    if (model != null && isChange(model, known, after)) {
      send(model, after.sending(model, false), context, out);
    } else {
      overrides.update(after);
    }
  }

  private boolean isChange(Forecast model, SeriesOverrides before, SeriesOverrides after) {
    return !rule.apply(model, before.kept(), 0).equals(rule.apply(model, after.kept(), 0));
  }

  private void send(Forecast model, SeriesOverrides known, Context context, Collector<Forecast> out)
      throws Exception {
    Forecast inForce = rule.apply(model, known.kept(), known.sentRevision());
    out.collect(inForce);
    List<Double> beyond = new ArrayList<>();
    for (int day = 0; day < model.mean().size(); day++) {
      beyond.add(inForce.mean().get(day) - model.mean().get(day));
    }
    int firstDay = Math.toIntExact(model.origin().toEpochDay()) + 1;
    for (String workPlace : workPlaces.of(model.item(), model.place())) {
      context.output(PLANNED, new PlannedWork(workPlace, model.key(), firstDay, beyond));
    }
    if (known.kept().isEmpty()) {
      overrides.clear();
    } else {
      overrides.update(known);
    }
  }
}
