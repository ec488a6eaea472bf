package io.gemba.standalone;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits for something that another process does. */
final class Await {
  private static final long LOOK_MILLIS = 200;

  private Await() {}

  /**
   * Asks again and again until the answer is right.
   *
   * @return the right answer
   * @throws AssertionError with the last answer or failure when the time is over
   */
  static <T> T until(String what, Duration limit, Callable<T> question, Predicate<T> right)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    String last = "never answered";
    while (System.nanoTime() < deadline) {
      try {
        T answer = question.call();
        if (right.test(answer)) {
          return answer;
        }
        last = String.valueOf(answer);
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) { // not there yet
        last = e.toString();
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    throw new AssertionError(
        "%s did not happen in %d s; last: %s".formatted(what, limit.toSeconds(), last));
  }
}
