package io.gemba.jobs.anomaly;

import io.gemba.jobs.mqtt.MqttSource;
import io.gemba.jobs.stream.Incoming;
import io.gemba.jobs.stream.JobArguments;
import io.gemba.jobs.stream.JobEnvironment;
import io.gemba.jobs.stream.JobTopics;
import io.gemba.maintenance.WatchedPart;
import io.gemba.message.AlarmFeedback;
import io.gemba.message.ControlChart;
import io.gemba.message.DeadLetter;
import io.gemba.message.Device;
import io.gemba.message.Episode;
import io.gemba.message.MachineLife;
import io.gemba.message.PartReplacement;
import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import io.gemba.message.Topic;
import io.gemba.message.TrainedModel;
import io.gemba.sensors.control.ControlPlan;
import io.gemba.sensors.detect.MachineSensors;
import io.gemba.sensors.quality.Limits;
import io.gemba.settings.Settings;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
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
    StreamExecutionEnvironment env = JobEnvironment.ofChangingSources(settings, JOB);
    JobTopics topics = JobTopics.of(settings, JOB);
    Incoming<Reading> readings = readings(env, topics, settings, site);
    Incoming<Device> devices = topics.read(env, Topic.DEVICES, Device.class);
    Incoming<AlarmFeedback> feedback = topics.read(env, Topic.ALARM_FEEDBACK, AlarmFeedback.class);
    DataStream<Reading> trusted =
        AnomalyJob.build(
            new AnomalyJob.Inputs(readings.messages(), devices.messages(), feedback.messages()),
            new AnomalyJob.Plant(limits(site), machines(site), plans(site)),
            new AnomalyJob.Outputs(
                topics.write(Topic.ANOMALIES, Episode.class, Episode::sensor),
                topics.write(Topic.SENSOR_STATUS, SensorStatus.class, SensorStatus::sensor),
                topics.write(Topic.CONTROL_CHARTS, ControlChart.class, ControlChart::subject)));
    DataStream<DeadLetter> deadLetters =
        readings.deadLetters().union(devices.deadLetters(), feedback.deadLetters());
    Map<String, WatchedPart> parts = WatchedPart.of(site);
    if (!parts.isEmpty()) {
      deadLetters = deadLetters.union(lives(env, topics, trusted, parts));
    }
    deadLetters.sinkTo(topics.deadLetters()).name("dead letters").uid("dead-letters");
    return env;
  }

  /**
   * Every reading once: from the topic, or from the broker what the job keeps on the topic and from
   * the topic what others put there, as the gateway does with Sparkplug.
   */
  private static Incoming<Reading> readings(
      StreamExecutionEnvironment env, JobTopics topics, Settings settings, Site site) {
    if (!settings.flink().readings().equals("mqtt")) {
      return topics.read(env, Topic.READINGS, Reading.class);
    }
    Sink<Reading> kept = topics.writeSigned(Topic.READINGS, Reading.class, Reading::sensor);
    return MqttSource.read(env, settings, site, JOB, kept)
        .union(topics.readOfOthers(env, Topic.READINGS, Reading.class));
  }

  /** Adds the stage that tells remaining lives; returns what it refuses. */
  private static DataStream<DeadLetter> lives(
      StreamExecutionEnvironment env,
      JobTopics topics,
      DataStream<Reading> trusted,
      Map<String, WatchedPart> parts) {
    Incoming<TrainedModel> models = topics.read(env, Topic.MODELS, TrainedModel.class);
    Incoming<PartReplacement> replacements =
        topics.read(env, Topic.PART_REPLACEMENTS, PartReplacement.class);
    LifeStage.Results results =
        LifeStage.build(trusted, models.messages(), replacements.messages(), parts);
    results
        .lives()
        .sinkTo(topics.write(Topic.MACHINE_LIVES, MachineLife.class, MachineLife::machine))
        .name("machine lives")
        .uid("machine-lives");
    return results.deadLetters().union(models.deadLetters(), replacements.deadLetters());
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

  static Map<String, ControlPlan> plans(Site site) {
    Map<String, ControlPlan> plans = new HashMap<>();
    for (Machine machine : site.machines()) {
      for (Sensor sensor : machine.sensors()) {
        ControlPlan plan = ControlPlan.find(sensor);
        if (plan != null) {
          plans.put(machine.id() + "/" + sensor.id(), plan);
        }
      }
    }
    return plans;
  }
}
