package io.gemba.sensors.simulation;

import io.gemba.message.Demand;
import io.gemba.message.Order;
import io.gemba.message.ResourceChange;
import io.gemba.message.Stock;
import io.gemba.message.Topic;

/**
 * A message that a till, a warehouse or a fleet system sends.
 *
 * @param topic where to
 * @param key its key there
 * @param message record of that topic
 */
public record ErpMessage(Topic topic, String key, Object message) {
  static ErpMessage of(Demand demand) {
    return new ErpMessage(Topic.DEMAND, demand.key(), demand);
  }

  static ErpMessage of(Stock stock) {
    return new ErpMessage(Topic.STOCK, stock.key(), stock);
  }

  static ErpMessage of(Order order) {
    return new ErpMessage(Topic.ORDERS, order.id(), order);
  }

  static ErpMessage of(ResourceChange change) {
    return new ErpMessage(Topic.RESOURCES, change.resource(), change);
  }
}
