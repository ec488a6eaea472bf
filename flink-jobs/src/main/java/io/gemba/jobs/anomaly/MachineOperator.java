package io.gemba.jobs.anomaly;

import static java.util.Objects.requireNonNull;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.sensors.detect.MachineSensors;
import io.gemba.sensors.detect.MachineWatch;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Gives every machine its {@link MachineWatch}: its sensors' trusted readings, their alarms and
 * what people say of its own in, the machine's alarm out. Works by event time in the order of
 * arrival, needs no timer.
 *
 * <p>State: 14 KiB a machine of eight sensors, only for machines of the site file, kept for ever; a
 * machine whose sensors have changed in the site file is learnt anew.
 */
final class MachineOperator extends KeyedCoProcessFunction<String, Reading, MachineNote, Episode> {
  private static final long serialVersionUID = 1;

  private final Map<String, MachineSensors> machines;
  private transient @Nullable ValueState<MachineWatch> watches;

  MachineOperator(Map<String, MachineSensors> machines) {
    this.machines = Map.copyOf(machines);
  }

  @Override
  public void open(OpenContext context) {
    watches =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("machine", new MachineWatchCodec().flinkType()));
  }

  @Override
  public void processElement1(Reading reading, Context context, Collector<Episode> out)
      throws IOException {
    MachineWatch watch = watch(context.getCurrentKey());
    watch.observe(reading, out::collect);
    requireNonNull(watches).update(watch);
  }

  @Override
  public void processElement2(MachineNote note, Context context, Collector<Episode> out)
      throws IOException {
    MachineWatch watch = watch(context.getCurrentKey());
    if (note.alarm() != null) {
      watch.sensorAlarm(note.alarm(), out::collect);
    }
    if (note.notAFault() != null) {
      watch.notAFault(note.notAFault());
    }
    requireNonNull(watches).update(watch);
  }

  private MachineWatch watch(String machine) throws IOException {
    MachineSensors sensors = requireNonNull(machines.get(machine));
    MachineWatch watch = requireNonNull(watches).value();
    return watch == null || !watch.sensors().equals(sensors.ids())
        ? new MachineWatch(sensors)
        : watch;
  }
}
