package io.gemba.sensors.simulation;

import io.gemba.settings.Settings;
import io.gemba.site.Site;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's plant and shops, running: sensors and machines over MQTT, parts that wear, an ERP over
 * Kafka. Brokers that are away are waited for. Thread safe.
 */
public final class Simulation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final long CALM_MILLIS = 1_200;
  private static final long FORCED_MILLIS = 500;

  private final PlantFeed plant;
  private final ErpFeed erp;
  private final ConditionFeed condition;
  private final List<Thread> threads;

  private Simulation(PlantFeed plant, ErpFeed erp, ConditionFeed condition) {
    this.plant = plant;
    this.erp = erp;
    this.condition = condition;
    this.threads =
        List.of(
            new Thread(plant, "simulation-plant"),
            new Thread(erp, "simulation-erp"),
            new Thread(condition, "simulation-condition"));
    threads.forEach(thread -> thread.setDaemon(true));
  }

  /**
   * Starts all and returns at once. The history of demand is written the first time only: whether
   * it was is asked of Kafka.
   *
   * @param settings brokers, seed, days of history, and the speed: how many times as often as the
   *     site says sensors are read
   * @param site whose plant and shops
   * @param clock what messages are stamped with
   * @throws IllegalArgumentException if the speed is not above 0
   */
  public static Simulation start(Settings settings, Site site, Clock clock) {
    Settings.Simulation how = settings.simulation();
    if (!(how.speed() > 0)) {
      throw new IllegalArgumentException(
          "simulation.speed (" + how.speed() + ") must be above 0. Usual is 1.");
    }
    Faults faults = new Faults();
    PlantModel.Start start = new PlantModel.Start(how.seed(), clock.millis(), how.speed());
    PlantModel model = new PlantModel(site, start, faults);
    DeviceClient device = new DeviceClient(settings.mqtt(), "gemba-simulation-" + site.id());
    long stepMillis = Math.max(1, Math.round(MILLIS_PER_SECOND / how.speed()));
    DeviceClient monitors =
        new DeviceClient(settings.mqtt(), "gemba-simulation-condition-" + site.id());
    ErpFeed erp = new ErpFeed(settings, site, clock, faults);
    Simulation simulation =
        new Simulation(
            new PlantFeed(site.id(), model, stepMillis, clock, device),
            erp,
            new ConditionFeed(settings, site, clock, monitors, erp::isLive));
    simulation.threads.forEach(Thread::start);
    return simulation;
  }

  /** Whether the history is written and the shops are open. */
  public boolean isLive() {
    return erp.isLive();
  }

  /** Stops all within 2 s; what was not sent by then is sent by the next start. */
  @Override
  public void close() {
    plant.close();
    erp.close();
    condition.close();
    try {
      joinWithin(CALM_MILLIS);
      threads.forEach(Thread::interrupt);
      joinWithin(FORCED_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (threads.stream().anyMatch(Thread::isAlive)) {
      LOG.warn("The simulation did not stop in time; its threads end with the program.");
    }
  }

  private void joinWithin(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (Thread thread : threads) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      thread.join(Math.max(1, left));
    }
  }
}
