package io.gemba.jobs.anomaly;

import io.gemba.message.Device;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Devices that went offline, to notes on their sensors. */
final class GoneSensors implements FlatMapFunction<Device, SensorNote> {
  private static final long serialVersionUID = 1;

  @Override
  public void flatMap(Device device, Collector<SensorNote> out) {
    if (device.state() == Device.State.OFFLINE) {
      device.metrics().forEach(metric -> out.collect(SensorNote.gone(metric.sensor())));
    }
  }
}
