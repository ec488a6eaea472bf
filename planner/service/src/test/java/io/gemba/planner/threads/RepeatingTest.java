package io.gemba.planner.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatingTest {

  @Test
  void whatFails_isTriedAgain() throws InterruptedException {
    AtomicInteger times = new AtomicInteger();
    CountDownLatch third = new CountDownLatch(1);
    Runnable task =
        () -> {
          if (times.incrementAndGet() == 3) {
            third.countDown();
          }
          throw new IllegalStateException("broken on purpose");
        };

    try (Repeating repeating = new Repeating("test", 1, task)) {
      repeating.start();

      assertThat(third.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
