package io.gemba.jobs.inventory;

import io.gemba.jobs.stream.Incoming;
import io.gemba.jobs.stream.JobArguments;
import io.gemba.jobs.stream.JobEnvironment;
import io.gemba.jobs.stream.JobTopics;
import io.gemba.message.CapacityLoss;
import io.gemba.message.Forecast;
import io.gemba.message.Order;
import io.gemba.message.Overstock;
import io.gemba.message.Replenishment;
import io.gemba.message.Stock;
import io.gemba.message.Topic;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the inventory job between Kafka topics. */
public final class InventoryMain {
  private static final String JOB = "inventory";

  private InventoryMain() {}

  /**
   * The job with its real sources and sinks, not yet started.
   *
   * @param settings where Kafka is and how Flink runs
   * @param site the business whose stock it is
   */
  public static StreamExecutionEnvironment graph(Settings settings, Site site) {
    StreamExecutionEnvironment env = JobEnvironment.of(settings, JOB);
    JobTopics topics = JobTopics.of(settings, JOB);
    Incoming<Forecast> forecasts = topics.read(env, Topic.FORECASTS, Forecast.class);
    Incoming<Stock> stock = topics.read(env, Topic.STOCK, Stock.class);
    Incoming<Order> orders = topics.read(env, Topic.ORDERS, Order.class);
    Incoming<CapacityLoss> losses = topics.read(env, Topic.CAPACITY, CapacityLoss.class);
    InventoryJob.Results results =
        InventoryJob.build(
            new InventoryJob.Inputs(
                forecasts.messages(), stock.messages(), orders.messages(), losses.messages()),
            site);
    results
        .proposals()
        .sinkTo(topics.write(Topic.REPLENISHMENTS, Replenishment.class, Replenishment::key))
        .name("replenishments")
        .uid("replenishments");
    results
        .overstocks()
        .sinkTo(topics.write(Topic.OVERSTOCKS, Overstock.class, Overstock::key))
        .name("overstocks")
        .uid("overstocks");
    forecasts
        .deadLetters()
        .union(
            stock.deadLetters(), orders.deadLetters(), losses.deadLetters(), results.deadLetters())
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
