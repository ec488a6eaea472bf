package io.gemba.standalone.bench;

import static java.util.Objects.requireNonNull;

import io.gemba.jobs.stream.Checkpoints;
import io.gemba.message.Topic;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import io.gemba.standalone.Job;
import io.gemba.standalone.server.Topics;
import io.gemba.standalone.stream.StreamCluster;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs each job alone on records that lie in Kafka already, with broker, cluster and time-series
 * store in this process: what is measured includes reading, decoding JSON, state, checkpoints and
 * writing results.
 */
public final class StreamBench {
  private static final Duration DEADLINE = Duration.ofMinutes(5);

  /** What each job is fed with. Inventory comes after demand, whose forecasts it needs. */
  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject(Job.ANOMALY, Topic.READINGS, "readings/s"),
          new Subject(Job.DEMAND, Topic.DEMAND, "records/s"),
          new Subject(Job.PRODUCTION, Topic.MACHINE_STATES, "records/s"),
          new Subject(Job.INVENTORY, Topic.STOCK, "records/s"),
          new Subject(Job.METRICS, Topic.READINGS, "readings/s"));

  private final Settings settings;
  private final Site site;
  private final PrintStream out;

  private record Subject(Job job, Topic topic, String unit) {}

  /**
   * @param settings with every port known, and a data folder that may be filled
   * @param site whose sensors and items the records are about
   * @param out where rows and results are printed
   */
  public StreamBench(Settings settings, Site site, PrintStream out) {
    this.settings = settings;
    this.site = site;
    this.out = out;
  }

  /**
   * Measures jobs.
   *
   * @param jobs which; inventory has nothing to propose unless demand is measured too
   * @param records how many each is fed with
   */
  public void run(Set<Job> jobs, long records) throws Exception {
    String bootstrap = settings.kafka().bootstrapServers();
    try (BenchServers servers = BenchServers.start(settings, 1)) {
      Topics.create(bootstrap);
      try (BenchInput input = new BenchInput(site, bootstrap)) {
        for (Topic topic : topics(jobs)) {
          input.fill(topic, records);
        }
      }
      measureAll(jobs, servers.cluster(), bootstrap);
    }
  }

  private static Set<Topic> topics(Set<Job> jobs) {
    return SUBJECTS.stream()
        .filter(subject -> jobs.contains(subject.job()))
        .map(Subject::topic)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
  }

  private void measureAll(Set<Job> jobs, StreamCluster cluster, String servers) throws Exception {
    List<String> last = new ArrayList<>();
    Map<Topic, Consumption.Span> noOps = new EnumMap<>(Topic.class);
    out.println(
        "job,topic,records,seconds,per_second,per_cpu_second,no_op_per_second,no_op_per_cpu_second");
    try (Consumption consumption = new Consumption(servers)) {
      consumption.prepare(Topic.READINGS);
      for (Subject subject : SUBJECTS) {
        if (!jobs.contains(subject.job())) {
          continue;
        }
        Topic topic = subject.topic();
        String name = subject.job().jobName();
        Consumption.Span result =
            measure(cluster, consumption, name, topic, subject.job().graph(settings, site));
        if (!noOps.containsKey(topic)) { // after the job: not the first to run the client's code
          noOps.put(
              topic,
              measure(cluster, consumption, NoOp.name(topic), topic, NoOp.graph(settings, topic)));
        }
        Consumption.Span noOp = requireNonNull(noOps.get(topic));
        out.println(row(name, topic, result, noOp));
        last.add(
            String.format(
                Locale.ROOT,
                "%s: %.0f %s, %.0f per core (no-op: %.0f %s)",
                name,
                result.perSecond(),
                subject.unit(),
                result.perCpuSecond(),
                noOp.perSecond(),
                subject.unit()));
      }
    }
    last.forEach(out::println);
  }

  private static String row(
      String name, Topic topic, Consumption.Span result, Consumption.Span noOp) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%d,%.3f,%.0f,%.0f,%.0f,%.0f",
        name,
        topic.topicName(),
        result.records(),
        result.seconds(),
        result.perSecond(),
        result.perCpuSecond(),
        noOp.perSecond(),
        noOp.perCpuSecond());
  }

  private Consumption.Span measure(
      StreamCluster cluster,
      Consumption consumption,
      String name,
      Topic topic,
      StreamExecutionEnvironment graph)
      throws InterruptedException, ExecutionException {
    JobID id = cluster.submit(name, Checkpoints.folder(settings, name), graph);
    Consumption.Span span = consumption.await("gemba-" + name, topic, DEADLINE);
    cluster.cancel(id);
    return span;
  }
}
