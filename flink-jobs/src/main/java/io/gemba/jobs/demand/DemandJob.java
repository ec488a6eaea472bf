package io.gemba.jobs.demand;

import io.gemba.forecast.OpenDays;
import io.gemba.forecast.panel.SitePanel;
import io.gemba.jobs.stream.IntakeFunction;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.DeadLetter;
import io.gemba.message.Demand;
import io.gemba.message.Forecast;
import io.gemba.message.ForecastOverride;
import io.gemba.message.Price;
import io.gemba.message.Stock;
import io.gemba.message.Topic;
import io.gemba.message.TrainedModel;
import io.gemba.message.Workload;
import io.gemba.site.Site;
import io.gemba.site.SiteCalendar;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Demand, stock, prices, models and overrides in, forecasts and workloads out. The graph is built
 * here and nowhere else.
 */
public final class DemandJob {
  private DemandJob() {}

  /**
   * What the job says; every stream must be given to a sink.
   *
   * @param forecasts one a change of a series
   * @param workloads one a change of a task's day
   * @param deadLetters what could be read but not used
   */
  public record Results(
      DataStream<Forecast> forecasts,
      DataStream<Workload> workloads,
      DataStream<DeadLetter> deadLetters) {}

  /**
   * What the job hears.
   *
   * @param stock counts and movements: a zero without stock is no demand
   * @param prices changes of price and promotions
   * @param models trained models, each for all places
   * @param overrides what planners say instead
   */
  public record Inputs(
      DataStream<Demand> demand,
      DataStream<Stock> stock,
      DataStream<Price> prices,
      DataStream<TrainedModel> models,
      DataStream<ForecastOverride> overrides) {}

  /** Builds the job behind its sources. */
  public static Results build(Inputs inputs, Site site) {
    NewsIntake news = new NewsIntake(site);
    var sold =
        inputs
            .demand
            .map(demand -> (PlaceNews) new PlaceNews.Sold(demand), new PlaceNewsCodec().flinkType())
            .name("demand news")
            .uid("demand-news");
    var shelved =
        news(inputs.stock, Topic.STOCK, (stock, now) -> news.of(stock, now).stream().toList());
    var priced = news(inputs.prices, Topic.PRICES, (price, now) -> List.of(news.of(price)));
    OpenDays openDays =
        OpenDays.except(
            site.calendar().holidays().stream()
                .filter(SiteCalendar.Holiday::closed)
                .map(SiteCalendar.Holiday::day)
                .collect(Collectors.toSet()));
    WorkPlaces workPlaces = new WorkPlaces(site);
    SingleOutputStreamOperator<Forecast> modelled =
        sold.union(shelved, priced)
            .keyBy(PlaceNews::place, Types.STRING)
            .connect(inputs.models.broadcast(DemandOperator.MODELS))
            .process(
                new DemandOperator(
                    new DemandIntake(site), workPlaces, openDays, new SitePanel(site)),
                MessageTypes.of(Forecast.class))
            .name("forecast places")
            .uid("demand-operator");
    SingleOutputStreamOperator<Forecast> forecasts =
        modelled
            .keyBy(Forecast::key, Types.STRING)
            .connect(inputs.overrides.keyBy(ForecastOverride::series, Types.STRING))
            .process(
                new OverrideOperator(new DemandIntake(site), workPlaces, openDays),
                MessageTypes.of(Forecast.class))
            .name("override forecasts")
            .uid("override-operator");
    SingleOutputStreamOperator<Workload> workloads =
        modelled
            .getSideOutput(DemandOperator.TOTALS)
            .keyBy(PlaceTotals::workPlace, Types.STRING)
            .connect(
                forecasts
                    .getSideOutput(OverrideOperator.PLANNED)
                    .keyBy(PlannedWork::workPlace, Types.STRING))
            .process(
                new WorkloadOperator(new WorkloadRule(site, openDays), workPlaces),
                MessageTypes.of(Workload.class))
            .name("add up work")
            .uid("workload-operator");
    return new Results(
        forecasts,
        workloads,
        modelled
            .getSideOutput(DemandOperator.REFUSED)
            .union(
                forecasts.getSideOutput(OverrideOperator.REFUSED),
                shelved.getSideOutput(IntakeFunction.REFUSED),
                priced.getSideOutput(IntakeFunction.REFUSED)));
  }

  private static <T> SingleOutputStreamOperator<PlaceNews> news(
      DataStream<T> messages, Topic topic, IntakeFunction.Reader<T, PlaceNews> reader) {
    return messages
        .process(
            new IntakeFunction<>("demand-job", topic, reader), new PlaceNewsCodec().flinkType())
        .name(topic.topicName() + " news")
        .uid(topic.topicName() + "-news");
  }
}
