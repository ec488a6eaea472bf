package io.gemba.planner;

import io.gemba.planner.api.AlarmApi;
import io.gemba.planner.api.Endpoint;
import io.gemba.planner.api.ForecastApi;
import io.gemba.planner.api.MaintenanceApi;
import io.gemba.planner.api.OpenApi;
import io.gemba.planner.api.OverviewApi;
import io.gemba.planner.api.PlantApi;
import io.gemba.planner.api.ProblemException;
import io.gemba.planner.api.RosterApi;
import io.gemba.planner.api.RosterEditApi;
import io.gemba.planner.api.RouteApi;
import io.gemba.planner.api.SiteApi;
import io.gemba.planner.api.StockApi;
import io.gemba.planner.api.SystemApi;
import io.gemba.planner.api.WearApi;
import io.gemba.planner.events.EventHub;
import io.gemba.planner.health.Counters;
import io.gemba.planner.health.Readiness;
import io.gemba.planner.site.SiteView;
import io.gemba.planner.web.WebServer;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The web address of an installation. It opens before everything else and shows how the rest comes
 * up; the planner's endpoints answer 503 until {@link #start}.
 */
public final class PlannerServer implements AutoCloseable {
  private final Readiness readiness;
  private final EventHub hub;
  private final Counters counters = new Counters();
  private final AtomicReference<@Nullable PlannerService> service = new AtomicReference<>();
  private final WebServer web;

  private PlannerServer(Settings.Web settings, Readiness readiness) {
    this.readiness = readiness;
    this.hub = new EventHub(Long.toString(System.currentTimeMillis(), 36));
    readiness.onChange(() -> hub.changed("health"));
    counters.gauge("gemba_planner_readers", "Open event streams", hub::readers);
    this.web = WebServer.start(settings, endpoints(), hub, counters);
    hub.start();
  }

  /**
   * Opens HTTP: the console's files, {@code /health} and {@code /metrics} answer from now on.
   *
   * @param settings host and port; port 0 takes a free one
   * @param readiness what {@code /health} tells; this adds the parts {@code console} and {@code
   *     planner}
   * @throws RuntimeException when the port is taken, naming it
   */
  public static PlannerServer open(Settings.Web settings, Readiness readiness) {
    PlannerServer server = new PlannerServer(settings, readiness);
    readiness.expect("console");
    readiness.up("console");
    readiness.expect("planner");
    return server;
  }

  /** The port that was bound. */
  public int port() {
    return web.port();
  }

  /** Every route that is served, as {@code METHOD path}. */
  List<String> routes() {
    return web.routes();
  }

  /**
   * Migrates the database, starts to read the topics and to plan. Call once, when Kafka, MQTT and
   * PostgreSQL are up; a broker that goes away later is waited for.
   */
  public PlannerService start(Settings settings, Site site) {
    PlannerService started = PlannerService.start(context(settings, site, Clock.systemUTC()));
    attach(started);
    return started;
  }

  /** What a service of this server is made of. */
  PlannerService.Context context(Settings settings, Site site, Clock clock) {
    return new PlannerService.Context(settings, site, hub, counters, clock);
  }

  /** Lets the endpoints answer. */
  void attach(PlannerService started) {
    service.set(started);
    readiness.up("planner");
    EventHub.RELOADED.forEach(hub::changed);
  }

  @Override
  public void close() {
    hub.close();
    web.close();
  }

  private List<Endpoint> endpoints() {
    List<Endpoint> all = new ArrayList<>(SystemApi.endpoints(readiness, counters));
    all.addAll(SiteApi.endpoints(() -> SiteView.of(running().site())));
    all.addAll(OverviewApi.endpoints(() -> running().overviewDesks()));
    all.addAll(RosterApi.endpoints(() -> running().roster()));
    all.addAll(RosterEditApi.endpoints(() -> running().roster().editing()));
    all.addAll(StockApi.endpoints(() -> running().stockDesks()));
    all.addAll(ForecastApi.endpoints(() -> running().overrideDesk()));
    all.addAll(RouteApi.endpoints(() -> running().routeDesks()));
    all.addAll(AlarmApi.endpoints(() -> running().alarmDesks()));
    all.addAll(MaintenanceApi.endpoints(() -> running().maintenanceDesks()));
    all.addAll(PlantApi.endpoints(() -> running().plantDesks()));
    all.addAll(WearApi.endpoints(() -> running().wearDesks()));
    all.add(OpenApi.endpoint(all, WebServer.EVENTS));
    return all;
  }

  private PlannerService running() {
    PlannerService running = service.get();
    if (running == null) {
      throw ProblemException.unavailable("The planner is starting. /health says what is missing.");
    }
    return running;
  }
}
