package io.gemba.standalone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A part that runs elsewhere: here it is only asked whether it is there. */
final class External implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 5_000;

  private External() {}

  /**
   * Connects once.
   *
   * @param setting key of the address, named when nobody answers
   * @param url {@code scheme://host:port}, also with {@code jdbc:} before it
   */
  static External check(String setting, String url) {
    URI uri = URI.create(url.replaceFirst("^jdbc:", ""));
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PATIENCE_MILLIS);
      return new External();
    } catch (IOException e) {
      throw new CannotStartException(
          "Nobody answers at %s of %s: %s. Start it, or set %s to where it runs."
              .formatted(url, setting, e.getMessage(), setting),
          e);
    }
  }

  @Override
  public void close() {
    // it is not ours to stop
  }
}
