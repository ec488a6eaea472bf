package io.gemba.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.maintenance.SideBySide.Ready;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SideBySideTest {
  private static final long NOW = 1_000_000;

  private SideBySide order = new SideBySide(2);

  @Test
  void dayOfOneSensor_waitsForTheOther_andGoesOnInTheOrderOfTimes() {
    for (int i = 0; i < 5; i++) {
      add(0, 10L * i);
    }
    assertThat(all(NOW)).isEmpty();

    add(1, 3);
    add(1, 25);

    assertThat(all(NOW)).extracting(Ready::atMillis).containsExactly(0L, 3L, 10L, 20L, 25L);
    add(1, 45);
    assertThat(all(NOW)).extracting(Ready::atMillis).containsExactly(30L, 40L);
  }

  @Test
  void sameTime_goesOnInTheOrderOfArrival() {
    add(1, 7);
    add(0, 7);

    assertThat(all(NOW)).extracting(Ready::sensor).containsExactly(1, 0);
  }

  @Test
  void silentSensor_isWaitedForNoLongerThanSaid_andTheAlarmIsToldOnce() {
    add(0, 7);
    long due = NOW + SideBySide.WAIT_MILLIS;

    assertThat(order.alarmMillis()).isEqualTo(due);
    assertThat(order.alarmMillis()).as("told before").isEqualTo(Long.MIN_VALUE);
    assertThat(all(due - 1)).isEmpty();
    assertThat(all(due)).hasSize(1);
    order.rang();
    assertThat(order.alarmMillis()).as("nothing waits").isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void moreThanTheMost_goOnOldestFirst() {
    for (int i = 0; i < SideBySide.MOST + 3; i++) {
      add(0, i);
    }

    assertThat(all(NOW)).extracting(Ready::atMillis).containsExactly(0L, 1L, 2L);
  }

  @Test
  void restored_goesOnTheSame() throws IOException {
    add(0, 5);
    add(0, 9);
    order.alarmMillis();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    order.write(new DataOutputStream(bytes));

    order =
        SideBySide.read(
            new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), SideBySide.LAYOUT);

    assertThat(order.sensors()).isEqualTo(2);
    assertThat(order.alarmMillis()).as("told before").isEqualTo(Long.MIN_VALUE);
    add(1, 6);
    assertThat(all(NOW)).extracting(Ready::atMillis).containsExactly(5L, 6L);
  }

  private void add(int sensor, long atMillis) {
    order.add(new Ready(sensor, atMillis, 1), NOW);
  }

  private List<Ready> all(long nowMillis) {
    List<Ready> all = new ArrayList<>();
    for (Ready one = order.poll(nowMillis); one != null; one = order.poll(nowMillis)) {
      all.add(one);
    }
    return all;
  }
}
