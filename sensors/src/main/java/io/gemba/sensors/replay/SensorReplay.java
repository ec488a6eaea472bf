package io.gemba.sensors.replay;

import io.gemba.sensors.replay.SensorTable.Row;
import io.gemba.sensors.replay.SensorTable.Source;
import io.gemba.sensors.simulation.DeviceClient;
import io.gemba.sensors.simulation.DeviceClient.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * Publishes CSV files of sensors over MQTT with their own times. All files begin together, each at
 * its first row; the sequence number of a reading is its row, so the same replay twice counts once.
 */
public final class SensorReplay {
  private static final int BATCH = 200;
  private static final long LONGEST_WAIT_MILLIS = 200;

  private final Plan plan;
  private final Clock clock;
  private final Sender sender;
  private final ReplayWatch watch;
  private final List<Message> batch = new ArrayList<>(BATCH);
  private long done;
  private long rejected;

  /**
   * What to replay.
   *
   * @param fileOrFolder one {@code .csv} or {@code .csv.gz}, or a folder with some
   * @param siteId first level of the topics after {@code gemba/}
   * @param speed seconds of the data a second; 0 is as fast as it is acknowledged
   */
  public record Plan(Path fileOrFolder, String siteId, double speed) {
    /**
     * @throws IllegalArgumentException if the speed is negative or no number
     */
    public Plan {
      if (!(speed >= 0)) {
        throw new IllegalArgumentException(
            "speed (" + speed + ") must be above 0, or 0 for as fast as it can.");
      }
    }
  }

  /**
   * What was sent.
   *
   * @param machines one a file
   * @param readings acknowledged by the broker
   * @param rejected rows and cells that were left out
   */
  public record Result(int machines, long readings, long rejected) {}

  /** Where messages go. */
  public interface Sender {
    /**
     * Returns once all are acknowledged.
     *
     * @return false when it was closed before that
     */
    boolean publish(List<Message> messages) throws InterruptedException;
  }

  /** A file that is being read and its next row. */
  private record Cursor(SensorTable table, long firstMillis, Row next) {
    long elapsedMillis() {
      return next.at().toEpochMilli() - firstMillis;
    }
  }

  /**
   * @param clock paces the replay; rows keep their own times
   * @param sender for example a {@link DeviceClient}'s {@code publish}
   */
  public SensorReplay(Plan plan, Clock clock, Sender sender, ReplayWatch watch) {
    this.plan = plan;
    this.clock = clock;
    this.sender = sender;
    this.watch = watch;
  }

  /**
   * Publishes every row, or until it is cancelled.
   *
   * @throws IOException when a file cannot be read
   */
  public Result run() throws IOException, InterruptedException {
    List<Source> sources = SensorTable.list(plan.fileOrFolder());
    List<SensorTable> open = new ArrayList<>();
    try {
      PriorityQueue<Cursor> queue =
          new PriorityQueue<>(
              Comparator.comparingLong(Cursor::elapsedMillis)
                  .thenComparing(cursor -> cursor.table().machine()));
      for (Source source : sources) {
        SensorTable table = SensorTable.open(source, this::reject);
        open.add(table);
        Row first = table.next();
        if (first != null) {
          queue.add(new Cursor(table, first.at().toEpochMilli(), first));
        }
      }
      boolean isGoing = true;
      long startMillis = clock.millis();
      while (isGoing && !queue.isEmpty() && !watch.isCancelled()) {
        isGoing = advance(queue, startMillis);
      }
      flush();
    } finally {
      for (SensorTable table : open) {
        table.close();
      }
    }
    return new Result(sources.size(), done, rejected);
  }

  private boolean advance(PriorityQueue<Cursor> queue, long startMillis)
      throws InterruptedException {
    Cursor cursor = queue.remove();
    boolean isGoing = await(cursor, startMillis);
    if (watch.isCancelled()) {
      return false;
    }
    add(cursor);
    Row next = cursor.table().next();
    if (next != null) {
      queue.add(new Cursor(cursor.table(), cursor.firstMillis(), next));
    }
    return batch.size() < BATCH ? isGoing : flush() && isGoing;
  }

  /** Waits until a row is due; what came before is sent first. */
  private boolean await(Cursor cursor, long startMillis) throws InterruptedException {
    if (plan.speed() == 0) {
      return true;
    }
    long dueMillis = startMillis + (long) (cursor.elapsedMillis() / plan.speed());
    boolean isGoing = clock.millis() >= dueMillis || flush();
    long left = dueMillis - clock.millis();
    while (isGoing && left > 0 && !watch.isCancelled()) {
      TimeUnit.MILLISECONDS.sleep(Math.min(left, LONGEST_WAIT_MILLIS));
      left = dueMillis - clock.millis();
    }
    return isGoing;
  }

  private void add(Cursor cursor) {
    Row row = cursor.next();
    String root = "gemba/" + plan.siteId() + "/" + cursor.table().machine() + "/";
    for (int i = 0; i < row.values().length; i++) {
      if (!Double.isNaN(row.values()[i])) {
        batch.add(
            new Message(
                root + cursor.table().columns().get(i).sensor(),
                DeviceClient.readingPayload(
                    row.values()[i], row.at().toEpochMilli(), row.number())));
      }
    }
  }

  private boolean flush() throws InterruptedException {
    if (batch.isEmpty()) {
      return true;
    }
    boolean sent = sender.publish(List.copyOf(batch));
    done += sent ? batch.size() : 0;
    batch.clear();
    watch.progressed(done, 0);
    return sent;
  }

  private void reject(RejectedRow row) {
    rejected++;
    watch.rejected(row);
  }
}
