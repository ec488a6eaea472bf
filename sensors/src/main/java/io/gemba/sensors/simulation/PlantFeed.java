package io.gemba.sensors.simulation;

import io.gemba.message.MachineState;
import io.gemba.message.Reading;
import io.gemba.sensors.simulation.DeviceClient.Message;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The thread of the simulated plant: steps the model with the clock and publishes over MQTT. When
 * it falls behind by more than ten seconds, it leaves out the time it missed.
 */
final class PlantFeed implements Runnable {
  private static final long LATE_MILLIS = 10_000;

  private final String siteId;
  private final PlantModel model;
  private final Clock clock;
  private final long stepMillis;
  private final DeviceClient device;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param siteId first level after {@code gemba/}
   * @param stepMillis between two steps
   * @param device closed with this
   */
  PlantFeed(String siteId, PlantModel model, long stepMillis, Clock clock, DeviceClient device) {
    this.siteId = siteId;
    this.model = model;
    this.stepMillis = stepMillis;
    this.clock = clock;
    this.device = device;
  }

  @Override
  public void run() {
    long next = clock.millis() + stepMillis;
    try {
      while (!closed.await(Math.max(0, next - clock.millis()), TimeUnit.MILLISECONDS)) {
        long now = clock.millis();
        if (now - next > LATE_MILLIS) {
          next = now;
        }
        device.publish(messages(model.step(next)));
        next += stepMillis;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    closed.countDown();
    device.close();
  }

  private List<Message> messages(PlantModel.Step step) {
    List<Message> messages = new ArrayList<>();
    step.readings().forEach(reading -> messages.add(message(siteId, reading)));
    for (MachineState state : step.states()) {
      messages.add(new Message(root(siteId) + state.machine() + "/state", payload(state)));
    }
    return messages;
  }

  /** What a sensor of a site publishes. */
  static Message message(String siteId, Reading reading) {
    return new Message(
        root(siteId) + reading.sensor(),
        DeviceClient.readingPayload(reading.value(), reading.atMillis(), reading.seq()));
  }

  private static String root(String siteId) {
    return "gemba/" + siteId + "/";
  }

  /** What a machine's controller sends for a state. */
  static String payload(MachineState state) {
    return "{\"state\":\""
        + state.state()
        + "\",\"reason\":"
        + quoted(state.reason())
        + ",\"item\":"
        + quoted(state.item())
        + ",\"good\":"
        + state.goodCount()
        + ",\"scrap\":"
        + state.scrapCount()
        + ",\"at\":"
        + state.at().toEpochMilli()
        + ",\"seq\":"
        + state.seq()
        + "}";
  }

  private static @Nullable String quoted(@Nullable String text) {
    return text == null ? null : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
