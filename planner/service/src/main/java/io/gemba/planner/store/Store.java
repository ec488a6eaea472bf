package io.gemba.planner.store;

import io.gemba.message.Bottleneck;
import io.gemba.message.CapacityLoss;
import io.gemba.message.ControlChart;
import io.gemba.message.Device;
import io.gemba.message.Episode;
import io.gemba.message.ForecastOverride;
import io.gemba.message.MachineLife;
import io.gemba.message.MachineState;
import io.gemba.message.Order;
import io.gemba.message.Overstock;
import io.gemba.message.PartReplacement;
import io.gemba.message.ProductionWindow;
import io.gemba.message.Replenishment;
import io.gemba.message.ResourceChange;
import io.gemba.message.Workload;
import io.gemba.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** All tables of the planner and the database they are in. Thread safe. */
public final class Store implements AutoCloseable {
  private final Database database;
  private final LatestTable<Workload> workload = new LatestTable<>("workload", Workload.class);
  private final LatestTable<Order> orders = new LatestTable<>("orders", Order.class);
  private final LatestTable<ResourceChange> resources =
      new LatestTable<>("resources", ResourceChange.class);
  private final LatestTable<Episode> episodes = new LatestTable<>("episodes", Episode.class);
  private final LatestTable<CapacityLoss> capacity =
      new LatestTable<>("capacity", CapacityLoss.class);
  private final LatestTable<ProductionWindow> production =
      new LatestTable<>("production", ProductionWindow.class);
  private final LatestTable<Bottleneck> bottlenecks =
      new LatestTable<>("bottlenecks", Bottleneck.class);
  private final LatestTable<ControlChart> controlCharts =
      new LatestTable<>("control_charts", ControlChart.class);
  private final LatestTable<Device> devices = new LatestTable<>("devices", Device.class);
  private final LatestTable<MachineState> machineStates =
      new LatestTable<>("machine_states", MachineState.class);
  private final LatestTable<MachineChange> machineChanges =
      new LatestTable<>("machine_changes", MachineChange.class);
  private final LatestTable<Replenishment> replenishments =
      new LatestTable<>("replenishments", Replenishment.class);
  private final LatestTable<Replenishment> shortages =
      new LatestTable<>("shortages", Replenishment.class);
  private final LatestTable<Overstock> overstocks =
      new LatestTable<>("overstocks", Overstock.class);
  private final LatestTable<ForecastOverride> overrides =
      new LatestTable<>("forecast_overrides", ForecastOverride.class);
  private final LatestTable<MachineLife> lives =
      new LatestTable<>("machine_lives", MachineLife.class);
  private final LatestTable<PartReplacement> replacements =
      new LatestTable<>("part_replacements", PartReplacement.class);
  private final LatestTable<VanReport> vanReports =
      new LatestTable<>("van_reports", VanReport.class);
  private final ConsumedTable consumed = new ConsumedTable();
  private final PlanTable plans = new PlanTable();
  private final OutboxTable outbox = new OutboxTable();
  private final CostTable costs = new CostTable();
  private final DecisionTable decisions = new DecisionTable();
  private final ProposalQuery proposals = new ProposalQuery();
  private final AcknowledgementTable acknowledgements = new AcknowledgementTable();
  private final CareTable care = new CareTable();
  private final MaintenanceTable maintenance = new MaintenanceTable();
  private final ActTable acts = new ActTable();
  private final IdempotencyTable idempotency = new IdempotencyTable();
  private final AuditTable audit = new AuditTable();

  private Store(Database database) {
    this.database = database;
  }

  /** Connects and migrates; see {@link Database#open}. */
  public static Store open(Settings.Database settings) {
    return new Store(Database.open(settings));
  }

  /** Does work whose writes are all kept, or none when it throws. */
  public <T> T call(Function<Transaction, T> work) {
    return database.call(work);
  }

  /** The same for work without a value. */
  public void run(Consumer<Transaction> work) {
    database.run(work);
  }

  /** By workload id. */
  public LatestTable<Workload> workload() {
    return workload;
  }

  /** By order id. */
  public LatestTable<Order> orders() {
    return orders;
  }

  /** By change id. */
  public LatestTable<ResourceChange> resources() {
    return resources;
  }

  /** By episode id. */
  public LatestTable<Episode> episodes() {
    return episodes;
  }

  /** By loss id. */
  public LatestTable<CapacityLoss> capacity() {
    return capacity;
  }

  /** By window id. */
  public LatestTable<ProductionWindow> production() {
    return production;
  }

  /** By line and hour. */
  public LatestTable<Bottleneck> bottlenecks() {
    return bottlenecks;
  }

  /** By subject. */
  public LatestTable<ControlChart> controlCharts() {
    return controlCharts;
  }

  /** By machine: those that announced themselves. */
  public LatestTable<Device> devices() {
    return devices;
  }

  /** By machine. */
  public LatestTable<MachineState> machineStates() {
    return machineStates;
  }

  /** By machine and time; none matters for ever. */
  public LatestTable<MachineChange> machineChanges() {
    return machineChanges;
  }

  /** By {@code item@place}. */
  public LatestTable<Replenishment> replenishments() {
    return replenishments;
  }

  /** By proposal id: those that make up for lost capacity, kept for their chains. */
  public LatestTable<Replenishment> shortages() {
    return shortages;
  }

  /** By {@code item@place}. */
  public LatestTable<Overstock> overstocks() {
    return overstocks;
  }

  /** By override id. */
  public LatestTable<ForecastOverride> overrides() {
    return overrides;
  }

  /** By machine: what is left of its part that wears. */
  public LatestTable<MachineLife> lives() {
    return lives;
  }

  /** By machine: when that part was replaced last. */
  public LatestTable<PartReplacement> replacements() {
    return replacements;
  }

  /** By day and van: where each van says it is. */
  public LatestTable<VanReport> vanReports() {
    return vanReports;
  }

  /** Kafka offsets. */
  public ConsumedTable consumed() {
    return consumed;
  }

  /** Drafts and published plans. */
  public PlanTable plans() {
    return plans;
  }

  /** Messages to send. */
  public OutboxTable outbox() {
    return outbox;
  }

  /** Priced things. */
  public CostTable costs() {
    return costs;
  }

  /** Decisions about proposals. */
  public DecisionTable decisions() {
    return decisions;
  }

  /** Proposals with their decisions. */
  public ProposalQuery proposals() {
    return proposals;
  }

  /**
   * Forgets what no longer matters: closed messages, old workload, drafts and keys from before a
   * time. Published plans, costs, decisions and the audit stay.
   */
  public void forget(Instant before) {
    run(
        transaction -> {
          List.of(
                  orders,
                  episodes,
                  capacity,
                  production,
                  bottlenecks,
                  machineChanges,
                  replenishments,
                  shortages,
                  overstocks,
                  vanReports)
              .forEach(table -> table.forget(transaction, before));
          transaction.update("delete from workload where at < ?", before);
          transaction.update("delete from forecast_overrides where at < ?", before);
          transaction.update("delete from drafts where state <> 'OPEN' and made_at < ?", before);
          transaction.update("delete from idempotency where at < ?", before);
          transaction.update("delete from maintenance_windows where ends < ?", before);
          transaction.update(
              "delete from alarm_care where not exists"
                  + " (select 1 from episodes where key = alarm_care.episode)");
        });
  }

  /** Alarms that were seen. */
  public AcknowledgementTable acknowledgements() {
    return acknowledgements;
  }

  /** What people decided about alarms. */
  public CareTable care() {
    return care;
  }

  /** When somebody works on which machine. */
  public MaintenanceTable maintenance() {
    return maintenance;
  }

  /** Proposals with causes. */
  public ActTable acts() {
    return acts;
  }

  /** Keys of writes. */
  public IdempotencyTable idempotency() {
    return idempotency;
  }

  /** Who did what. */
  public AuditTable audit() {
    return audit;
  }

  @Override
  public void close() {
    database.close();
  }
}
