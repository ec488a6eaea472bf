package io.gemba.jobs.anomaly;

import io.gemba.jobs.stream.Incoming;
import io.gemba.jobs.stream.JobArguments;
import io.gemba.jobs.stream.JobEnvironment;
import io.gemba.jobs.stream.JobTopics;
import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import io.gemba.message.Topic;
import io.gemba.sensors.detect.MachineSensors;
import io.gemba.sensors.quality.Limits;
import io.gemba.settings.Settings;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The anomaly job with its real topics. */
public final class AnomalyMain {
  /** The job's name. */
  public static final String JOB = "anomaly";

  private AnomalyMain() {}

  /** Runs the job on the cluster it was submitted to. */
  public static void main(String[] arguments) throws Exception {
    JobArguments told = JobArguments.parse(arguments);
    graph(told.settings(System.getenv()), told.site()).execute(JOB);
  }

  /** The job, ready to be executed or to have its graph taken. */
  public static StreamExecutionEnvironment graph(Settings settings, Site site) {
    StreamExecutionEnvironment env = JobEnvironment.of(settings, JOB);
    JobTopics topics = JobTopics.of(settings, JOB);
    Incoming<Reading> readings = topics.read(env, Topic.READINGS, Reading.class);
    AnomalyJob.build(
        readings.messages(),
        limits(site),
        machines(site),
        topics.write(Topic.ANOMALIES, Episode.class, Episode::sensor),
        topics.write(Topic.SENSOR_STATUS, SensorStatus.class, SensorStatus::sensor));
    readings.deadLetters().sinkTo(topics.deadLetters()).name("dead letters").uid("dead-letters");
    return env;
  }

  /** Machines with two sensors or more. */
  static Map<String, MachineSensors> machines(Site site) {
    Map<String, MachineSensors> machines = new HashMap<>();
    for (Machine machine : site.machines()) {
      if (machine.sensors().size() >= 2) {
        double every = machine.sensors().stream().mapToDouble(Sensor::everySeconds).max().orElse(1);
        machines.put(
            machine.id(),
            new MachineSensors(
                machine.id(),
                machine.sensors().stream().map(s -> machine.id() + "/" + s.id()).toList(),
                Math.max(1, Math.round(every * 1_000))));
      }
    }
    return machines;
  }

  static Map<String, Limits> limits(Site site) {
    Map<String, Limits> limits = new HashMap<>();
    for (Machine machine : site.machines()) {
      for (Sensor sensor : machine.sensors()) {
        limits.put(machine.id() + "/" + sensor.id(), Limits.of(sensor));
      }
    }
    return limits;
  }
}
