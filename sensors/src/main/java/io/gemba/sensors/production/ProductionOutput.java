package io.gemba.sensors.production;

import io.gemba.message.CapacityLoss;
import io.gemba.message.ProductionWindow;

/** Takes what a {@link MachineWatch} has to say. */
public interface ProductionOutput {
  /** A window, new or revised. */
  void window(ProductionWindow window);

  /** A capacity loss, new or revised. */
  void loss(CapacityLoss loss);
}
