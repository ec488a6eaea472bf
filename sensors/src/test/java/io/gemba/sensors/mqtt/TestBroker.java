package io.gemba.sensors.mqtt;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An MQTT 5 broker of its own on loopback that keeps its sessions through a restart. */
interface TestBroker extends AutoCloseable {

  /** Starts it, again after a stop, on the same port. */
  void start(Path folder) throws Exception;

  /** Stops it as an operator would. */
  void stop() throws Exception;

  String url();

  @Override
  default void close() {
    try {
      stop();
    } catch (Exception e) {
      throw new AssertionError("Cannot stop " + this, e);
    }
  }

  /** The brokers of this machine: Artemis always, mosquitto where it is installed. */
  static List<TestBroker> list() throws IOException {
    List<TestBroker> brokers = new ArrayList<>();
    brokers.add(new ArtemisBroker(freePort()));
    int port = freePort();
    MosquittoBroker.findBinary()
        .ifPresent(binary -> brokers.add(new MosquittoBroker(binary, port)));
    return brokers;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
