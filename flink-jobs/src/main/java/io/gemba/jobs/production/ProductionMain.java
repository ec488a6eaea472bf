package io.gemba.jobs.production;

import io.gemba.jobs.stream.Incoming;
import io.gemba.jobs.stream.JobArguments;
import io.gemba.jobs.stream.JobEnvironment;
import io.gemba.jobs.stream.JobTopics;
import io.gemba.message.Bottleneck;
import io.gemba.message.CapacityLoss;
import io.gemba.message.ControlChart;
import io.gemba.message.Episode;
import io.gemba.message.MachineState;
import io.gemba.message.ProductionWindow;
import io.gemba.message.Topic;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The production job with its real topics. */
public final class ProductionMain {
  /** The job's name. */
  public static final String JOB = "production";

  private ProductionMain() {}

  /** Runs the job on the cluster it was submitted to. */
  public static void main(String[] arguments) throws Exception {
    JobArguments told = JobArguments.parse(arguments);
    graph(told.settings(System.getenv()), told.site()).execute(JOB);
  }

  /** The job, ready to be executed or to have its graph taken. */
  public static StreamExecutionEnvironment graph(Settings settings, Site site) {
    StreamExecutionEnvironment env = JobEnvironment.of(settings, JOB);
    JobTopics topics = JobTopics.of(settings, JOB);
    Incoming<MachineState> states = topics.read(env, Topic.MACHINE_STATES, MachineState.class);
    Incoming<Episode> episodes = topics.read(env, Topic.ANOMALIES, Episode.class);
    ProductionJob.build(
        new ProductionJob.Inputs(states.messages(), episodes.messages()),
        site,
        new ProductionJob.Outputs(
            topics.write(Topic.PRODUCTION, ProductionWindow.class, ProductionWindow::machine),
            topics.write(Topic.CAPACITY, CapacityLoss.class, CapacityLoss::machine),
            topics.write(Topic.BOTTLENECKS, Bottleneck.class, Bottleneck::line),
            topics.write(Topic.CONTROL_CHARTS, ControlChart.class, ControlChart::subject),
            topics.deadLetters()));
    states
        .deadLetters()
        .union(episodes.deadLetters())
        .sinkTo(topics.deadLetters())
        .name("dead letters")
        .uid("dead-letters");
    return env;
  }
}
