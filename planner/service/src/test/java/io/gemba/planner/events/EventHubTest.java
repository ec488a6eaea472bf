package io.gemba.planner.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventHubTest {
  private final EventHub hub = new EventHub("run");

  @Test
  void manyChangesOfOneName_areOneEventATick() throws InterruptedException {
    Subscription reader = hub.subscribe(null);
    hub.changed("roster");
    hub.changed("roster");
    hub.changed("strip");

    hub.tick();

    assertThat(take(reader)).extracting(Event::name).containsExactly("roster", "strip");
  }

  @Test
  void sensorValues_areTheLastOfEachSensor_andAreNotReplayed() throws InterruptedException {
    Subscription reader = hub.subscribe(null);
    hub.sensor(new EventHub.SensorValue("m/a", 1, 1.0));
    hub.sensor(new EventHub.SensorValue("m/a", 2, 2.0));

    hub.tick();

    List<Event> events = take(reader);
    assertThat(events).hasSize(1);
    assertThat(events.get(0).data()).isEqualTo("[{\"sensor\":\"m/a\",\"at\":2,\"value\":2.0}]");
    assertThat(events.get(0).id()).isEmpty();
  }

  @Test
  void readerWhoComesBack_getsWhatItMissed() throws InterruptedException {
    Subscription reader = hub.subscribe(null);
    change("roster");
    String seen = take(reader).get(0).id();
    change("routes");
    change("alarms");

    Subscription back = hub.subscribe(seen);

    assertThat(take(back)).extracting(Event::name).containsExactly("routes", "alarms");
  }

  @Test
  void readerWhoMissedNothing_getsNothing() throws InterruptedException {
    Subscription reader = hub.subscribe(null);
    change("roster");
    String seen = take(reader).get(0).id();

    assertThat(take(hub.subscribe(seen))).isEmpty();
  }

  @Test
  void readerFromAnotherRun_isToldToReloadEverything() throws InterruptedException {
    change("roster");

    List<Event> events = take(hub.subscribe("before-17"));

    assertThat(events).extracting(Event::name).containsExactlyElementsOf(EventHub.RELOADED);
    assertThat(events).extracting(Event::id).containsOnly("run-1");
  }

  @Test
  void readerWhoIsTooSlow_isEnded_andOthersGoOn() throws InterruptedException {
    Subscription slow = hub.subscribe(null);
    for (int i = 0; i < 3000; i++) {
      change("roster");
    }

    Subscription other = hub.subscribe(null);
    change("routes");

    assertThat(slow.isEnded()).isTrue();
    assertThat(take(other)).hasSize(1);
    assertThat(hub.readers()).isEqualTo(1);
  }

  private void change(String name) {
    hub.changed(name);
    hub.tick();
  }

  private static List<Event> take(Subscription reader) throws InterruptedException {
    List<Event> events = new ArrayList<>();
    @Nullable Event event = reader.poll(0);
    while (event != null) {
      events.add(event);
      event = reader.poll(0);
    }
    return events;
  }
}
