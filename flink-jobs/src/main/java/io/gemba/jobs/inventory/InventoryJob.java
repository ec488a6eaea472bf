package io.gemba.jobs.inventory;

import io.gemba.jobs.stream.IntakeFunction;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.CapacityLoss;
import io.gemba.message.DeadLetter;
import io.gemba.message.Forecast;
import io.gemba.message.Order;
import io.gemba.message.Overstock;
import io.gemba.message.Replenishment;
import io.gemba.message.Stock;
import io.gemba.message.Topic;
import io.gemba.site.Item;
import io.gemba.site.Site;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Forecasts, stock, orders and lost capacity in, proposals and overstocks out. The graph is built
 * here and nowhere else.
 */
public final class InventoryJob {
  private InventoryJob() {}

  /**
   * What the job listens to.
   *
   * @param forecasts of any place
   * @param stock counts and movements
   * @param orders of any kind; deliveries are ignored
   * @param losses of any line
   */
  public record Inputs(
      DataStream<Forecast> forecasts,
      DataStream<Stock> stock,
      DataStream<Order> orders,
      DataStream<CapacityLoss> losses) {}

  /**
   * What the job says; all streams must be given to a sink.
   *
   * @param proposals one a change of a place's need for an item
   * @param overstocks one a change of what is too much at a place
   * @param deadLetters messages that name what the site does not know
   */
  public record Results(
      DataStream<Replenishment> proposals,
      DataStream<Overstock> overstocks,
      DataStream<DeadLetter> deadLetters) {}

  /** Builds the job behind its sources. */
  public static Results build(Inputs inputs, Site site) {
    InventoryIntake intake = new InventoryIntake(site);
    var forecasts = events(inputs.forecasts, Topic.FORECASTS, (message, now) -> intake.of(message));
    var stock = events(inputs.stock, Topic.STOCK, (message, now) -> intake.of(message));
    var orders = events(inputs.orders, Topic.ORDERS, (message, now) -> intake.of(message));
    var losses = events(inputs.losses, Topic.CAPACITY, (message, now) -> intake.of(message));
    SingleOutputStreamOperator<Replenishment> proposals =
        forecasts
            .union(stock, orders, losses, shares(inputs.forecasts, site))
            .keyBy(InventoryEvent::item, Types.STRING)
            .process(new InventoryOperator(site), MessageTypes.of(Replenishment.class))
            .name("propose orders")
            .uid("inventory-operator");
    DataStream<DeadLetter> refused =
        forecasts
            .getSideOutput(IntakeFunction.REFUSED)
            .union(
                stock.getSideOutput(IntakeFunction.REFUSED),
                orders.getSideOutput(IntakeFunction.REFUSED),
                losses.getSideOutput(IntakeFunction.REFUSED));
    return new Results(proposals, proposals.getSideOutput(InventoryOperator.OVERSTOCKS), refused);
  }

  /** What each item has of the line that makes it, as demand is expected. */
  private static DataStream<InventoryEvent> shares(DataStream<Forecast> forecasts, Site site) {
    Map<String, String> lines =
        site.items().stream()
            .filter(item -> site.findLine(item.source()).isPresent())
            .collect(Collectors.toMap(Item::id, Item::source));
    return forecasts
        .process(new LineLoads(lines), new LineLoads.LoadCodec().flinkType())
        .name("load of lines")
        .uid("line-loads")
        .keyBy(LineLoadOperator.Load::line, Types.STRING)
        .process(new LineLoadOperator(), new EventCodec().flinkType())
        .name("share lines")
        .uid("line-load-operator");
  }

  private static <T> SingleOutputStreamOperator<InventoryEvent> events(
      DataStream<T> messages, Topic topic, IntakeFunction.Reader<T, InventoryEvent> reader) {
    return messages
        .process(new IntakeFunction<>("inventory-job", topic, reader), new EventCodec().flinkType())
        .name(topic.topicName() + " events")
        .uid(topic.topicName() + "-events");
  }
}
