package io.gemba.jobs.demand;

import io.gemba.jobs.stream.Incoming;
import io.gemba.jobs.stream.JobArguments;
import io.gemba.jobs.stream.JobEnvironment;
import io.gemba.jobs.stream.JobTopics;
import io.gemba.message.Demand;
import io.gemba.message.Forecast;
import io.gemba.message.ForecastOverride;
import io.gemba.message.Price;
import io.gemba.message.Stock;
import io.gemba.message.Topic;
import io.gemba.message.TrainedModel;
import io.gemba.message.Workload;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the demand job between Kafka topics. */
public final class DemandMain {
  private static final String JOB = "demand";

  private DemandMain() {}

  /**
   * The job with its real source and sinks, not yet started.
   *
   * @param settings where Kafka is and how Flink runs
   * @param site the business whose demand it is
   */
  public static StreamExecutionEnvironment graph(Settings settings, Site site) {
    StreamExecutionEnvironment env = JobEnvironment.of(settings, JOB);
    JobTopics topics = JobTopics.of(settings, JOB);
    Incoming<Demand> demand = topics.read(env, Topic.DEMAND, Demand.class);
    Incoming<TrainedModel> models = topics.read(env, Topic.MODELS, TrainedModel.class);
    Incoming<ForecastOverride> overrides =
        topics.read(env, Topic.FORECAST_OVERRIDES, ForecastOverride.class);
    Incoming<Price> prices = topics.read(env, Topic.PRICES, Price.class);
    // what of it cannot be read the inventory job tells
    Incoming<Stock> stock = topics.read(env, Topic.STOCK, Stock.class);
    DemandJob.Results results =
        DemandJob.build(
            new DemandJob.Inputs(
                demand.messages(),
                stock.messages(),
                prices.messages(),
                models.messages(),
                overrides.messages()),
            site);
    results
        .forecasts()
        .sinkTo(topics.write(Topic.FORECASTS, Forecast.class, Forecast::key))
        .name("forecasts")
        .uid("forecasts");
    results
        .workloads()
        .sinkTo(topics.write(Topic.WORKLOAD, Workload.class, Workload::place))
        .name("workloads")
        .uid("workloads");
    demand
        .deadLetters()
        .union(
            models.deadLetters(),
            overrides.deadLetters(),
            prices.deadLetters(),
            results.deadLetters())
        .sinkTo(topics.deadLetters())
        .name("dead letters")
        .uid("dead-letters");
    return env;
  }

  /**
   * Submits the job to the cluster it is started on.
   *
   * @param arguments {@code --site FILE --settings FILE}
   */
  public static void main(String[] arguments) throws Exception {
    JobArguments files = JobArguments.parse(arguments);
    graph(files.settings(System.getenv()), files.site()).execute();
  }
}
