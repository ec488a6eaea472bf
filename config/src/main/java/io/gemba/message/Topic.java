package io.gemba.message;

/** The Kafka topics, each with the one record type it carries and the key its records have. */
public enum Topic {
  /** Key: sensor id. */
  READINGS("gemba.readings", Reading.class),
  /** Key: machine id. */
  MACHINE_STATES("gemba.machine-states", MachineState.class),
  /** Key: {@code item@place}. */
  DEMAND("gemba.demand", Demand.class),
  /** Key: {@code item@place}. */
  STOCK("gemba.stock", Stock.class),
  /** Prices and promotions, past and to come; the newest of an id counts. Key: price id. */
  PRICES("gemba.prices", Price.class),
  /** Key: order id. */
  ORDERS("gemba.orders", Order.class),
  /** Sick calls, leave, broken vans and their return. Key: resource id. */
  RESOURCES("gemba.resources", ResourceChange.class),
  /** What the simulator is told to get wrong. Key: target. */
  SIMULATION("gemba.simulation", SimulationCommand.class),
  /** One message per change of an episode. Key: sensor id. */
  ANOMALIES("gemba.anomalies", Episode.class),
  /** What people say of alarms, for the job to learn from. Key: sensor id. */
  ALARM_FEEDBACK("gemba.alarm-feedback", AlarmFeedback.class),
  /** Key: sensor id. */
  SENSOR_STATUS("gemba.sensor-status", SensorStatus.class),
  /** Births and deaths of devices. Key: machine id. */
  DEVICES("gemba.devices", Device.class),
  /** Key: machine id. */
  PRODUCTION("gemba.production", ProductionWindow.class),
  /** Key: line id. */
  BOTTLENECKS("gemba.bottlenecks", Bottleneck.class),
  /** Key: sensor or machine id. */
  CONTROL_CHARTS("gemba.control-charts", ControlChart.class),
  /** Key: machine id. */
  CAPACITY("gemba.capacity", CapacityLoss.class),
  /** Key: {@code item@place}. */
  FORECASTS("gemba.forecasts", Forecast.class),
  /** What planners say instead of the model; the newest of an id counts. Key: override id. */
  FORECAST_OVERRIDES("gemba.forecast-overrides", ForecastOverride.class),
  /** Trained models; the newest of a key is taken over. Key: {@link TrainedModel#key}. */
  MODELS("gemba.models", TrainedModel.class),
  /** What is left of the part that wears. Key: machine id. */
  MACHINE_LIVES("gemba.machine-lives", MachineLife.class),
  /** Parts that were replaced, the newest counts. Key: machine id. */
  PART_REPLACEMENTS("gemba.part-replacements", PartReplacement.class),
  /** Key: place id. */
  WORKLOAD("gemba.workload", Workload.class),
  /** Key: {@code item@place}. */
  REPLENISHMENTS("gemba.replenishments", Replenishment.class),
  /** Key: {@code item@place}. */
  OVERSTOCKS("gemba.overstocks", Overstock.class),
  /** Published plans only. Key: plan id. */
  PLANS("gemba.plans", Plan.class),
  /** Key: cost id. */
  COSTS("gemba.costs", Cost.class),
  /** Key: the key of the record that could not be used, if it had one. */
  DEAD_LETTERS("gemba.dead-letters", DeadLetter.class);

  private final String topicName;
  private final Class<?> recordType;

  Topic(String topicName, Class<?> recordType) {
    this.topicName = topicName;
    this.recordType = recordType;
  }

  /** The name on the broker. */
  public String topicName() {
    return topicName;
  }

  /** The record that every message of this topic is. */
  public Class<?> recordType() {
    return recordType;
  }
}
