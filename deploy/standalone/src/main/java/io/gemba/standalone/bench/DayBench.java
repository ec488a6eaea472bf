package io.gemba.standalone.bench;

import io.gemba.forecast.Forecaster;
import io.gemba.jobs.stream.Checkpoints;
import io.gemba.message.Demand;
import io.gemba.message.Stock;
import io.gemba.message.Topic;
import io.gemba.message.TrainedModel;
import io.gemba.settings.Settings;
import io.gemba.site.Item;
import io.gemba.site.Place;
import io.gemba.site.Site;
import io.gemba.standalone.CannotStartException;
import io.gemba.standalone.Job;
import io.gemba.standalone.server.Topics;
import io.gemba.standalone.training.ForecastTraining;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A day's close for many series, and how soon a count of stock becomes a proposal while stock moves
 * everywhere. Demand and inventory job run together, as in a running Gemba, on a broker in this
 * process; times are those of who writes to the first topic and reads from the last.
 */
public final class DayBench {
  private static final Duration DEADLINE = Duration.ofMinutes(4);
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final int MOST_DAILY = 20;
  private static final double COUNTED = 30;
  private static final long SEED = 20_260_105;

  private final Settings settings;
  private final Site site;
  private final Clock clock;
  private final PrintStream out;
  private final List<Place> shops;
  private static final AtomicInteger NONE = new AtomicInteger();
  private final Map<String, LocalDate> origins = new ConcurrentHashMap<>();
  private final Map<LocalDate, AtomicInteger> forecastTo = new ConcurrentHashMap<>();
  private final Set<String> byModel = ConcurrentHashMap.newKeySet();
  private final StockProbes probes;

  /**
   * How much.
   *
   * @param series items x shops
   * @param days of history
   * @param seconds of moving stock
   * @param perSecond movements
   * @param model file of a trained model that is announced first; null leaves all to the fallback
   */
  public record Plan(int series, int days, int seconds, int perSecond, @Nullable Path model) {}

  private final Plan plan;

  /**
   * @param settings with every port known, and a data folder that may be filled
   * @param small site whose items are repeated until there are enough
   */
  public DayBench(Settings settings, Site small, Plan plan, Clock clock, PrintStream out) {
    this.settings = settings;
    this.site = WideSite.of(small, plan.series);
    this.plan = plan;
    this.clock = clock;
    this.out = out;
    this.shops = WideSite.shops(site);
    this.probes = new StockProbes(site, shops, clock);
  }

  /** Runs it. */
  public void run() throws InterruptedException, IOException {
    String bootstrap = settings.kafka().bootstrapServers();
    try (BenchServers servers = BenchServers.start(settings, 2)) {
      Topics.create(bootstrap);
      try (BenchInput input = new BenchInput(site, bootstrap);
          TopicWatch forecasts =
              new TopicWatch(
                  bootstrap, Topic.FORECASTS, (key, value, nanos) -> forecast(key, value));
          TopicWatch proposals = new TopicWatch(bootstrap, Topic.REPLENISHMENTS, probes::answer)) {
        for (Job job : List.of(Job.DEMAND, Job.INVENTORY)) {
          servers
              .cluster()
              .submit(
                  job.jobName(),
                  Checkpoints.folder(settings, job.jobName()),
                  job.graph(settings, site));
        }
        announce(input);
        LocalDate today = LocalDate.ofInstant(clock.instant(), site.zone());
        history(input, today.minusDays(2));
        count(input, proposals);
        close(input, today.minusDays(1), proposals);
        forecasts.awaitQuiet(QUIET);
        probes.run(input, plan.seconds, plan.perSecond);
        proposals.awaitQuiet(QUIET);
        probes.print(out, plan.perSecond);
      }
    }
  }

  private void announce(BenchInput input) throws IOException {
    Path file = plan.model;
    if (file != null) {
      byte[] bytes = Files.readAllBytes(file);
      String name = ForecastTraining.read(file).name();
      LocalDate until = LocalDate.ofInstant(clock.instant(), site.zone()).minusDays(1);
      TrainedModel model = new TrainedModel(name, until, clock.instant(), bytes);
      input.send(Topic.MODELS, model.key(), model);
      input.flush();
    }
  }

  private void history(BenchInput input, LocalDate last) throws InterruptedException {
    for (int back = plan.days - 1; back >= 0; back--) {
      totals(input, last.minusDays(back));
    }
    input.flush();
    await(() -> count(last) == series(), "forecasts from " + last);
  }

  private void count(BenchInput input, TopicWatch proposals) throws InterruptedException {
    for (Item item : site.items()) {
      for (Place shop : shops) {
        String id = "count-" + item.id() + "@" + shop.id();
        Stock count =
            new Stock(
                id, Stock.Kind.COUNT, item.id(), shop.id(), clock.instant(), COUNTED, 0, "count");
        input.send(Topic.STOCK, count.key(), count);
      }
    }
    input.flush();
    proposals.awaitQuiet(QUIET);
  }

  private void close(BenchInput input, LocalDate day, TopicWatch proposals)
      throws InterruptedException {
    byModel.clear();
    long start = System.nanoTime();
    totals(input, day);
    input.flush();
    double sent = since(start);
    await(() -> count(day) == series(), "forecasts from " + day);
    double done = since(start);
    double proposed = (proposals.awaitQuiet(QUIET) - start) / 1e9;
    out.printf(Locale.ROOT, "day of %d series sent in: %.1f s%n", series(), sent);
    out.printf(
        Locale.ROOT, "forecast by the trained model: %d of %d series%n", byModel.size(), series());
    out.printf(Locale.ROOT, "day close, from the first total to the last forecast: %.1f s%n", done);
    out.printf(
        Locale.ROOT, "day close, from the first total to the last proposal: %.1f s%n", proposed);
  }

  private void totals(BenchInput input, LocalDate day) {
    SplittableRandom random = new SplittableRandom(SEED + day.toEpochDay());
    for (Place shop : shops) {
      for (Item item : site.items()) {
        int weekend = day.getDayOfWeek().getValue() > 5 ? 6 : 0;
        Demand total =
            new Demand(
                item.id() + "@" + shop.id() + "/" + day,
                Demand.Kind.DAY_TOTAL,
                item.id(),
                shop.id(),
                day.atTime(12, 0).atZone(site.zone()).toInstant(),
                random.nextInt(MOST_DAILY) + weekend,
                item.priceCents(),
                false,
                0);
        input.send(Topic.DEMAND, total.key(), total);
      }
    }
  }

  private void forecast(String key, byte[] value) {
    int at = Bytes.indexAfter(value, "\"origin\":\"");
    if (at >= 0) {
      LocalDate origin = LocalDate.parse(Bytes.text(value, at, 10));
      LocalDate before = origins.put(key, origin);
      if (!origin.equals(before)) {
        forecastTo.computeIfAbsent(origin, any -> new AtomicInteger()).incrementAndGet();
      }
      if (Bytes.indexAfter(value, "\"model\":\"" + Forecaster.MODEL) < 0) {
        byModel.add(key);
      }
    }
  }

  private long count(LocalDate origin) {
    return forecastTo.getOrDefault(origin, NONE).get();
  }

  private int series() {
    return site.items().size() * shops.size();
  }

  private static void await(BooleanSupplier isDone, String what) throws InterruptedException {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!isDone.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new CannotStartException(
            "Not all %s are there after %d s.".formatted(what, DEADLINE.toSeconds()));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
