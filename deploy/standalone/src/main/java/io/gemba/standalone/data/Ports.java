package io.gemba.standalone.data;

import io.gemba.standalone.CannotStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine, asked before a server is started on them. */
final class Ports {
  private Ports() {}

  /** Finds a port that is free on the loopback address now. */
  static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on the loopback address", e);
    }
  }

  /**
   * Takes a free port for 0, and checks any other.
   *
   * @param setting key to name in the error
   * @throws CannotStartException if something listens there
   */
  static int resolve(String setting, String host, int port) {
    if (port == 0) {
      return free();
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // a connection in TIME_WAIT is nobody
      socket.bind(new InetSocketAddress(host, port), 1);
      return port;
    } catch (IOException e) {
      throw new CannotStartException(
          "Port %d of %s (%s) cannot be used: %s. Stop what listens there, or set %s to another port; 0 takes a free one."
              .formatted(port, setting, host, e.getMessage(), setting),
          e);
    }
  }
}
