package io.gemba.planner.sensors;

import io.gemba.message.Device;
import io.gemba.planner.store.Store;
import java.util.List;

/** Shows the devices that announced themselves. Thread safe. */
public final class DeviceDesk {
  private static final int MOST_DEVICES = 1_000;

  private final Store store;

  /** Works on a store. */
  public DeviceDesk(Store store) {
    this.store = store;
  }

  /** At most 1,000 devices, those first that have most sensors to be adopted by the site file. */
  public List<Device> list() {
    return store.call(transaction -> store.devices().list(transaction, MOST_DEVICES));
  }
}
