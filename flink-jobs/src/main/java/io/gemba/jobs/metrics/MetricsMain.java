package io.gemba.jobs.metrics;

import io.gemba.jobs.stream.Incoming;
import io.gemba.jobs.stream.JobArguments;
import io.gemba.jobs.stream.JobEnvironment;
import io.gemba.jobs.stream.JobTopics;
import io.gemba.message.Cost;
import io.gemba.message.DeadLetter;
import io.gemba.message.Demand;
import io.gemba.message.Episode;
import io.gemba.message.Forecast;
import io.gemba.message.ProductionWindow;
import io.gemba.message.Reading;
import io.gemba.message.Topic;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import java.time.Clock;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the metrics job between Kafka topics and the time-series store. */
public final class MetricsMain {
  private static final String JOB = "metrics";

  private MetricsMain() {}

  /**
   * The job with its real sources and sinks, not yet started.
   *
   * @param settings where Kafka and the time-series store are and how Flink runs
   * @param site the business; its zone says what a day is
   */
  public static StreamExecutionEnvironment graph(Settings settings, Site site) {
    StreamExecutionEnvironment env = JobEnvironment.of(settings, JOB);
    JobTopics topics = JobTopics.of(settings, JOB);
    Incoming<Reading> readings = topics.read(env, Topic.READINGS, Reading.class);
    Incoming<Cost> costs = topics.read(env, Topic.COSTS, Cost.class);
    Incoming<ProductionWindow> production =
        topics.read(env, Topic.PRODUCTION, ProductionWindow.class);
    Incoming<Episode> episodes = topics.read(env, Topic.ANOMALIES, Episode.class);
    Incoming<Forecast> forecasts = topics.read(env, Topic.FORECASTS, Forecast.class);
    Incoming<Demand> demand =
        topics.readRecent(env, Topic.DEMAND, Demand.class, ForecastErrorOperator.JUDGED);
    MetricsJob.Sources sources =
        new MetricsJob.Sources(
            readings.messages(),
            costs.messages(),
            production.messages(),
            episodes.messages(),
            forecasts.messages(),
            demand.messages());
    DataStream<DeadLetter> refused =
        new MetricsJob(Clock.systemUTC())
            .build(
                sources,
                site.zone(),
                new TimeSeriesSink(settings.timeSeries(), topics.deadLetters()));
    refused
        .union(
            readings.deadLetters(),
            costs.deadLetters(),
            production.deadLetters(),
            episodes.deadLetters(),
            forecasts.deadLetters(),
            demand.deadLetters())
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
