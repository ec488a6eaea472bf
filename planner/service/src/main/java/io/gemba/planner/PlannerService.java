package io.gemba.planner;

import io.gemba.message.Plan;
import io.gemba.message.Topic;
import io.gemba.planner.alarms.AlarmDesk;
import io.gemba.planner.alarms.AlarmWatch;
import io.gemba.planner.alarms.MaintenanceDesk;
import io.gemba.planner.api.AlarmApi;
import io.gemba.planner.api.MaintenanceApi;
import io.gemba.planner.api.OverviewApi;
import io.gemba.planner.api.PlantApi;
import io.gemba.planner.api.RouteApi;
import io.gemba.planner.api.StockApi;
import io.gemba.planner.api.WearApi;
import io.gemba.planner.chain.ChainDesk;
import io.gemba.planner.costs.StripDesk;
import io.gemba.planner.drivers.MqttSender;
import io.gemba.planner.events.EventHub;
import io.gemba.planner.health.Counters;
import io.gemba.planner.intake.Intake;
import io.gemba.planner.intake.IntakeThread;
import io.gemba.planner.intake.LiveIntake;
import io.gemba.planner.intake.TopicFeeds;
import io.gemba.planner.jobs.Jobs;
import io.gemba.planner.orders.OrderDesk;
import io.gemba.planner.outbox.KafkaSender;
import io.gemba.planner.outbox.OutboxThread;
import io.gemba.planner.overrides.OverrideDesk;
import io.gemba.planner.planning.Replanner;
import io.gemba.planner.production.ProductionDesk;
import io.gemba.planner.replenishment.OverstockDesk;
import io.gemba.planner.replenishment.ReplenishmentDesk;
import io.gemba.planner.roster.RosterDesk;
import io.gemba.planner.routes.RouteDesk;
import io.gemba.planner.sensors.DeviceDesk;
import io.gemba.planner.sensors.SensorBoard;
import io.gemba.planner.simulation.SimulationDesk;
import io.gemba.planner.store.Store;
import io.gemba.planner.timeseries.TimeSeriesReader;
import io.gemba.planner.wear.WearDesk;
import io.gemba.rosters.RosterPlanner;
import io.gemba.routes.RoutePlanner;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The running planner: everything behind the web address. Thread safe. */
public final class PlannerService implements AutoCloseable {
  private final Site site;
  private final Clock clock;
  private final Settings settings;
  private final Store store;
  private final EventHub hub;
  private final Counters counters;
  private final Jobs jobs;
  private final RosterDesk roster;
  private final RouteDesk routes;
  private final SensorBoard board;
  private final AlarmDesk alarms;
  private final AlarmWatch alarmWatch;
  private final WearDesk wear;
  private final ReplenishmentDesk replenishments;
  private final OverstockDesk overstocks;
  private final Replanner replanner;
  private final TimeSeriesReader history;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private PlannerService(Context context, Store store) {
    this.site = context.site();
    this.clock = context.clock();
    this.settings = context.settings();
    this.hub = context.hub();
    this.counters = context.counters();
    this.store = store;
    this.jobs = new Jobs(hub, clock);
    RosterPlanner rosterPlanner = new RosterPlanner();
    RoutePlanner routePlanner = new RoutePlanner();
    Settings.Planner limits = settings.planner();
    this.routes =
        new RouteDesk(
            new RouteDesk.Tools(
                site, store, jobs, hub, counters, clock, routePlanner::solve, this::driving),
            limits.routeSeconds(),
            limits.threads());
    this.roster =
        new RosterDesk(
            new RosterDesk.Tools(
                site, store, jobs, hub, counters, clock, rosterPlanner::solve, rosterPlanner::why),
            limits.rosterSeconds(),
            limits.rosterDays(),
            routes::vansOut);
    this.board = new SensorBoard(site, hub);
    this.alarms = new AlarmDesk(site, store, hub, clock);
    Duration patience = Duration.ofSeconds(Math.round(limits.escalateMinutes() * 60));
    this.alarmWatch = new AlarmWatch(site, store, hub, clock, patience);
    this.wear = new WearDesk(site, store, hub, clock);
    this.replenishments = new ReplenishmentDesk(site, store, hub, clock);
    this.overstocks = new OverstockDesk(site, store);
    this.history = TimeSeriesReader.of(settings.timeSeries());
    this.replanner = new Replanner(new Replanner.Tools(site, store, jobs, roster, routes, clock));
  }

  /** What a service is made of. */
  record Context(Settings settings, Site site, EventHub hub, Counters counters, Clock clock) {}

  /** Puts everything together over a store, and starts nothing. */
  static PlannerService assemble(Context context, Store store) {
    PlannerService service = new PlannerService(context, store);
    service.parts.push(store);
    service.parts.push(service.jobs);
    service.parts.push(service.replanner);
    service.parts.push(service.alarmWatch);
    service.counters.gauge(
        "gemba_planner_alarms_escalated",
        "Severe alarms that nobody acknowledged in time",
        service.alarmWatch::escalated);
    return service;
  }

  /** Starts everything; on a failure what has started is stopped again. */
  static PlannerService start(Context context) {
    PlannerService service = assemble(context, Store.open(context.settings().database()));
    try {
      service.run();
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
    return service;
  }

  private void run() {
    String servers = settings.kafka().bootstrapServers();
    parts.push(OutboxThread.start(store, KafkaSender.connect(servers), counters));
    MqttSender vans = new MqttSender(settings.mqtt(), "gemba-planner-" + site.id());
    parts.push(OutboxThread.start(store, vans, counters));
    parts.push(
        IntakeThread.start(
            "planner-intake",
            servers,
            consumer -> new Intake(consumer, store, feeds().all(), counters, clock)));
    parts.push(
        IntakeThread.start(
            "planner-live", servers, consumer -> new LiveIntake(consumer, board, clock)));
    replanner.start();
    alarmWatch.start();
  }

  /** What the topics' records become. */
  TopicFeeds feeds() {
    return new TopicFeeds(site, store, clock, new Heard());
  }

  AlarmWatch alarmWatch() {
    return alarmWatch;
  }

  Replanner replanner() {
    return replanner;
  }

  Site site() {
    return site;
  }

  RosterDesk roster() {
    return roster;
  }

  RouteApi.Desks routeDesks() {
    return new RouteApi.Desks(
        routes, new OrderDesk(store, clock, this::ordersChanged), site, clock, this::ordersChanged);
  }

  StockApi.Desks stockDesks() {
    return new StockApi.Desks(replenishments, overstocks, site);
  }

  AlarmApi.Desks alarmDesks() {
    return new AlarmApi.Desks(alarms, clock);
  }

  MaintenanceApi.Desks maintenanceDesks() {
    return new MaintenanceApi.Desks(new MaintenanceDesk(site, store, hub, clock), site, clock);
  }

  WearApi.Desks wearDesks() {
    return new WearApi.Desks(wear, clock);
  }

  OverrideDesk overrideDesk() {
    return new OverrideDesk(site, store, history, hub, clock);
  }

  PlantApi.Desks plantDesks() {
    return new PlantApi.Desks(
        board, new DeviceDesk(store), history, new ProductionDesk(site, store, clock), clock);
  }

  OverviewApi.Desks overviewDesks() {
    StripDesk strip =
        new StripDesk(
            site,
            store,
            clock,
            new StripDesk.Open(
                () -> roster.openGaps() + replenishments.open() + overstocks.open(),
                routes::openExceptions,
                () -> alarms.openUnseen() + wear.due(),
                board::findLatest));
    return new OverviewApi.Desks(
        strip,
        new ChainDesk(site, store, clock),
        jobs,
        new SimulationDesk(site, store, clock, settings.simulation().enabled()));
  }

  /** Stops within a few seconds; plans being made are dropped. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        org.slf4j.LoggerFactory.getLogger(PlannerService.class)
            .warn("A part of the planner did not close", e);
      }
    }
  }

  private List<Plan.Shift> driving(java.time.LocalDate day) {
    return roster.driving(day);
  }

  private void ordersChanged() {
    hub.changed(RouteDesk.PAGE);
    replanner.ordersCame();
  }

  /** Passes on what has come in to the pages that show it and to the planner that heeds it. */
  private final class Heard implements TopicFeeds.Listener {
    @Override
    public void came(Topic topic) {
      switch (topic) {
        case WORKLOAD -> replanner.workloadCame();
        case ORDERS -> replanner.ordersCame();
        case RESOURCES -> {
          replanner.resourcesCame();
          hub.changed("roster");
        }
        case ANOMALIES -> changed("alarms", "strip", "chains");
        case CAPACITY -> changed("production", "strip", "chains", "alarms");
        case PRODUCTION, BOTTLENECKS, CONTROL_CHARTS, MACHINE_STATES, DEVICES ->
            hub.changed("production");
        case MACHINE_LIVES, PART_REPLACEMENTS -> changed("production", "strip");
        case OVERSTOCKS -> changed("overstocks", "strip");
        case REPLENISHMENTS -> changed("replenishments", "strip");
        default -> throw new IllegalStateException("No page shows " + topic);
      }
    }

    @Override
    public void shortagesCame() {
      replanner.shortagesCame();
      hub.changed("chains");
    }

    private void changed(String... names) {
      List.of(names).forEach(hub::changed);
    }
  }
}
