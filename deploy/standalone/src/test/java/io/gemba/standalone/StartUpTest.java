package io.gemba.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.planner.health.Readiness;
import io.gemba.standalone.StartUp.Part;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class StartUpTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Readiness readiness = new Readiness();
  private final StartUp startUp = new StartUp(readiness);
  private final List<String> events = new CopyOnWriteArrayList<>();

  @Test
  void awaitAll_partsThatNeedEachOther_startInOrderAndStopTheOtherWayRound() {
    Part<AutoCloseable> log = startUp.add("kafka", () -> part("kafka"));
    Part<AutoCloseable> gateway = startUp.add("gateway", () -> part("gateway"), log);
    startUp.add("simulation", () -> part("simulation"), log, gateway);

    startUp.awaitAll(LONG);
    List<String> left = startUp.stop(LONG);

    assertThat(events)
        .containsExactly("+kafka", "+gateway", "+simulation", "-simulation", "-gateway", "-kafka");
    assertThat(left).isEmpty();
    assertThat(readiness.isUp()).isTrue();
  }

  @Test
  void stop_partThatOnlyWaitedForAnother_doesNotHoldItUp() throws Exception {
    CountDownLatch calm = new CountDownLatch(1);
    Part<AutoCloseable> planner = startUp.add("planner", () -> part("planner"));
    startUp.addAfter(List.of(planner), "simulation", () -> waiting(calm));
    startUp.awaitAll(LONG);

    List<String> left = startUp.stop(Duration.ofMillis(500));

    assertThat(events).containsExactly("+planner", "+simulation", "-planner");
    assertThat(left).containsExactly("simulation");
    calm.countDown();
  }

  @Test
  void awaitAll_onePartFails_saysItsLineAndStartsNothingThatNeedsIt() {
    Part<AutoCloseable> broken =
        startUp.add(
            "kafka",
            () -> {
              throw new CannotStartException("The disk is full. Make room.");
            });
    startUp.add("gateway", () -> part("gateway"), broken);

    assertThatThrownBy(() -> startUp.awaitAll(LONG))
        .isInstanceOf(CannotStartException.class)
        .hasMessage("The disk is full. Make room.");
    assertThat(events).isEmpty();
    assertThat(readiness.report().status()).isEqualTo("failed");
  }

  @Test
  void awaitAll_unknownFailure_namesThePart() {
    startUp.add(
        "mqtt",
        () -> {
          throw new IllegalStateException("journal is broken");
        });

    assertThatThrownBy(() -> startUp.awaitAll(LONG))
        .hasMessageContaining("Part mqtt does not start")
        .hasMessageContaining("journal is broken");
  }

  @Test
  void awaitAll_partThatHangs_isNamedAfterTheDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    startUp.add(
        "database",
        () -> {
          never.await();
          return part("database");
        });

    assertThatThrownBy(() -> startUp.awaitAll(Duration.ofMillis(50)))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("database");
    never.countDown();
  }

  @Test
  void stop_partThatHangs_isNamedAndTheOthersAreStopped() {
    CountDownLatch never = new CountDownLatch(1);
    startUp.add("slow", () -> never::await);
    startUp.add("quick", () -> part("quick"));
    startUp.awaitAll(LONG);

    List<String> left = startUp.stop(Duration.ofMillis(500));

    assertThat(left).containsExactly("slow");
    assertThat(events).containsExactly("+quick", "-quick");
    never.countDown();
  }

  private AutoCloseable waiting(CountDownLatch latch) {
    events.add("+simulation");
    return latch::await;
  }

  private AutoCloseable part(String name) {
    events.add("+" + name);
    return () -> events.add("-" + name);
  }
}
