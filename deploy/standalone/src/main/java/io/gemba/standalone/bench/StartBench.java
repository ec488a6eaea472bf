package io.gemba.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import io.gemba.message.Json;
import io.gemba.message.Topic;
import io.gemba.planner.PlannerServer;
import io.gemba.planner.health.Readiness;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import io.gemba.standalone.CannotStartException;
import io.gemba.standalone.Standalone;
import io.gemba.standalone.data.Running;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Starts all of Gemba on an empty folder and tells when what was on screen, as a browser asks for
 * it, and what the running program then needs. Seconds count from the start of this process.
 */
public final class StartBench {
  private static final Duration DEADLINE = Duration.ofMinutes(5);
  private static final long LOOK_MILLIS = 200;
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path PROCESSES = Path.of("/proc");

  private final Settings settings;
  private final Site site;
  private final PrintStream out;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Something that is to appear, and how to find out. */
  private record Sight(String name, Callable<Boolean> isThere) {}

  /**
   * @param settings with every port known, and a data folder that may be filled
   * @param site the simulated business
   * @param out where figures are printed, one a line
   */
  public StartBench(Settings settings, Site site, PrintStream out) {
    this.settings = settings;
    this.site = site;
    this.out = out;
  }

  /**
   * Measures one start.
   *
   * @param settle how long it runs after the last sight before it is taken for idle
   * @param idle how long its processors are then watched; zero leaves that out
   */
  public void run(Duration settle, Duration idle) throws Exception {
    Readiness readiness = new Readiness();
    PlannerServer web = PlannerServer.open(settings.web(), readiness);
    tell("console answers", sinceStart());
    try (web;
        Standalone standalone = new Standalone(settings, site, readiness);
        Consumption topics = new Consumption(settings.kafka().bootstrapServers())) {
      standalone.start(web, DEADLINE);
      tell("all parts up", sinceStart());
      await(sights(Running.of(settings, Path.of("demo-site.yaml")).web(), topics));
      if (!idle.isZero()) {
        TimeUnit.MILLISECONDS.sleep(settle.toMillis());
        watch(idle);
      }
    }
  }

  private List<Sight> sights(String address, Consumption topics) {
    return List.of(
        new Sight("first forecast", () -> topics.length(Topic.FORECASTS) > 0),
        new Sight(
            "first proposals",
            () -> get(address + "/api/v1/replenishments").path("total").asInt() > 0),
        new Sight("first routes", () -> isPlanned(get(address + "/api/v1/routes"))),
        new Sight("first roster", () -> isPlanned(get(address + "/api/v1/roster"))));
  }

  private static boolean isPlanned(JsonNode plan) {
    return plan.hasNonNull("published") || plan.hasNonNull("draft");
  }

  private JsonNode get(String address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20)).build();
    return Json.mapper()
        .readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  private void await(List<Sight> sights) throws Exception {
    List<Sight> missing = new ArrayList<>(sights);
    while (!missing.isEmpty()) {
      if (sinceStart() > DEADLINE.toSeconds()) {
        throw new CannotStartException(
            "Not seen in %d s: %s."
                .formatted(DEADLINE.toSeconds(), missing.stream().map(Sight::name).toList()));
      }
      for (Sight sight : List.copyOf(missing)) {
        if (sight.isThere().call()) {
          tell(sight.name(), sinceStart());
          missing.remove(sight);
        }
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private void watch(Duration idle) throws IOException, InterruptedException {
    double before = cpuSeconds();
    long begin = System.nanoTime();
    TimeUnit.MILLISECONDS.sleep(idle.toMillis());
    double seconds = (System.nanoTime() - begin) / 1e9;
    double share = (cpuSeconds() - before) / seconds;
    out.printf(Locale.ROOT, "idle: %.0f %% of one core%n", 100 * share);
    if (Files.exists(STATUS)) {
      out.printf(Locale.ROOT, "resident memory: %.0f MB%n", residentMegabytes());
    }
  }

  /** Of this process and of those it started, the database's. */
  private static double cpuSeconds() {
    double own =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    return own
        + ProcessHandle.current()
            .descendants()
            .mapToDouble(
                child -> child.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3)
            .sum();
  }

  private static double residentMegabytes() throws IOException {
    double kilobytes = residentKilobytes(STATUS);
    for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
      Path status = PROCESSES.resolve(child.pid() + "/status");
      if (Files.exists(status)) {
        kilobytes += residentKilobytes(status);
      }
    }
    return kilobytes / 1024;
  }

  private static double residentKilobytes(Path status) throws IOException {
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }

  private static double sinceStart() {
    return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
  }

  private void tell(String what, double seconds) {
    out.printf(Locale.ROOT, "%s: %.1f s (processors: %.0f s)%n", what, seconds, cpuSeconds());
  }
}
