package io.gemba.standalone.training;

import io.gemba.sensors.simulation.WearHistories;
import io.gemba.settings.Settings;
import io.gemba.site.Machine;
import io.gemba.site.Site;
import io.gemba.standalone.CannotStartException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Models of the parts that a running simulation wears down, learnt at its first start as a plant
 * would learn them: from lives of other parts that ran to failure, by the code of {@code gemba
 * maintenance learn}. The files stay in the data folder, and a later start leaves them alone.
 */
public final class SimulatedParts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedParts.class);
  private static final int UNITS = 40;
  private static final long OTHER_SEED = 1_000_003;
  private static final long LOOK_MILLIS = 1_000;

  private final Settings settings;
  private final Site site;
  private final BooleanSupplier mayBegin;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "gemba-simulated-parts");

  private SimulatedParts(Settings settings, Site site, BooleanSupplier mayBegin) {
    this.settings = settings;
    this.site = site;
    this.mayBegin = mayBegin;
    thread.setDaemon(true);
  }

  /**
   * Learns what is missing, on a thread of its own.
   *
   * @param mayBegin asked each second until it is so, since a start has enough to do
   */
  public static SimulatedParts learn(Settings settings, Site site, BooleanSupplier mayBegin) {
    SimulatedParts parts = new SimulatedParts(settings, site, mayBegin);
    parts.thread.start();
    return parts;
  }

  /**
   * Writes run-to-failure histories of the first machine whose part the simulator wears down.
   *
   * @throws CannotStartException if the site has none
   */
  public static void writeHistories(Site site, int units, long seed, Path out, PrintStream screen)
      throws IOException {
    List<Machine> machines = WearHistories.machines(site);
    if (machines.isEmpty()) {
      throw new CannotStartException(
          "No machine of no line has a wearPart, so none is worn down by the simulator."
              + " Leave --site out for the demo's.");
    }
    WearHistories.write(machines.get(0), seed, units, out);
    screen.printf(Locale.ROOT, "%s: %d parts of %s%n", out, units, machines.get(0).id());
  }

  private void run() {
    try {
      List<Machine> machines = WearHistories.machines(site);
      while (!machines.isEmpty() && !mayBegin.getAsBoolean()) {
        if (closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
      for (Machine machine : machines) {
        learn(machine);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("No model of the simulated parts was learnt; the next start tries again.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The model gets its name once it was announced, so a start that was cut short is made up for.
   */
  private void learn(Machine machine) throws IOException, InterruptedException {
    if (machine.wearPart() == null) {
      return;
    }
    String name = machine.wearPart().model();
    Path folder = Files.createDirectories(settings.data().resolve("models"));
    Path model = folder.resolve(name + ".life");
    if (Files.exists(model) || closed.getCount() == 0) {
      return;
    }
    Path histories = folder.resolve(name + ".csv");
    Path fresh = folder.resolve(name + ".fresh");
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    PrintStream screen = new PrintStream(words, true, StandardCharsets.UTF_8);
    WearHistories.write(machine, settings.simulation().seed() + OTHER_SEED, UNITS, histories);
    MaintenanceTraining.train(histories, fresh, screen);
    new LiveLifeModels(settings.kafka().bootstrapServers(), site, Clock.systemUTC(), screen)
        .announce(name, fresh);
    Files.move(fresh, model);
    words.toString(StandardCharsets.UTF_8).lines().forEach(LOG::info);
  }

  /** Does not wait: learning ends with the program. */
  @Override
  public void close() {
    closed.countDown();
  }
}
