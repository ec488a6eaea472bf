package io.gemba.jobs.metrics;

import io.gemba.message.Cost;
import io.gemba.message.DeadLetter;
import io.gemba.message.Demand;
import io.gemba.message.Episode;
import io.gemba.message.Forecast;
import io.gemba.message.ProductionWindow;
import io.gemba.message.Reading;
import io.gemba.message.Topic;
import java.time.Clock;
import java.time.ZoneId;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Everything priced or measured in, lines out. The graph is built here and nowhere else. Nothing is
 * reordered on the way: messages of one key stay in the order of their topic, so the last one wins
 * in the store.
 */
final class MetricsJob {
  private final Clock clock;

  /**
   * What the job reads.
   *
   * @param readings one point each
   * @param costs the newest of an id stays
   * @param production the newest of a machine and window stays
   * @param episodes the newest of an id stays
   * @param forecasts judged by the demand
   * @param demand sales and day totals
   */
  record Sources(
      DataStream<Reading> readings,
      DataStream<Cost> costs,
      DataStream<ProductionWindow> production,
      DataStream<Episode> episodes,
      DataStream<Forecast> forecasts,
      DataStream<Demand> demand) {}

  MetricsJob(Clock clock) {
    this.clock = clock;
  }

  /**
   * Builds the job.
   *
   * @param zone in which days are counted
   * @return messages that have no line; must be given to a sink
   */
  DataStream<DeadLetter> build(Sources sources, ZoneId zone, Sink<String> store) {
    var readings =
        lines(
            Topic.READINGS,
            sources
                .readings()
                .filter(reading -> !reading.runsAhead())
                .name("readings of their time")
                .uid("readings-of-their-time"),
            Lines::of);
    var costs = lines(Topic.COSTS, sources.costs(), Lines::of);
    var production = lines(Topic.PRODUCTION, sources.production(), Lines::of);
    var episodes = lines(Topic.ANOMALIES, sources.episodes(), Lines::of);
    DataStream<String> errors = forecastErrors(sources, zone);
    readings
        .union(costs, production, episodes, errors)
        .sinkTo(store)
        .name("time series")
        .uid("time-series");
    return readings
        .getSideOutput(ToLine.REFUSED)
        .union(
            costs.getSideOutput(ToLine.REFUSED),
            production.getSideOutput(ToLine.REFUSED),
            episodes.getSideOutput(ToLine.REFUSED));
  }

  private <T> SingleOutputStreamOperator<String> lines(
      Topic topic, DataStream<T> messages, SerializableFunction<T, String> line) {
    return messages
        .process(new ToLine<>(topic, line, clock), Types.STRING)
        .name(topic.topicName() + " lines")
        .uid(topic.topicName() + "-lines");
  }

  private DataStream<String> forecastErrors(Sources sources, ZoneId zone) {
    DataStream<Outlook> outlooks =
        sources
            .forecasts()
            .map(Outlook::of, new Outlook.OutlookCodec().flinkType())
            .name("outlooks")
            .uid("outlooks");
    return outlooks
        .keyBy(Outlook::key, Types.STRING)
        .connect(sources.demand().keyBy(Demand::key, Types.STRING))
        .process(new ForecastErrorOperator(zone, clock), Types.STRING)
        .name("forecast errors")
        .uid("forecast-error-operator");
  }
}
