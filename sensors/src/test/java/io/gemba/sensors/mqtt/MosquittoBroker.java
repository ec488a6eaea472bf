package io.gemba.sensors.mqtt;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Mosquitto as a process of its own, the other broker that the gateway is held to. */
final class MosquittoBroker implements TestBroker {
  private static final Duration START = Duration.ofSeconds(30);

  private final Path binary;
  private final int port;
  private Process process;

  MosquittoBroker(Path binary, int port) {
    this.binary = binary;
    this.port = port;
  }

  static Optional<Path> findBinary() {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, "mosquitto"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void start(Path folder) throws Exception {
    Path file = folder.resolve("mosquitto.conf");
    Files.writeString(
        file,
        """
        user %s
        listener %d 127.0.0.1
        allow_anonymous true
        persistence true
        persistence_location %s/
        max_queued_messages 0
        """
            .formatted(System.getProperty("user.name"), port, folder));
    Path log = folder.resolve("log");
    process =
        new ProcessBuilder(binary.toString(), "-c", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    long deadlineNanos = System.nanoTime() + START.toNanos();
    while (!answers()) {
      if (System.nanoTime() > deadlineNanos || !process.isAlive()) {
        throw new IOException("No mosquitto: " + Files.readString(log));
      }
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void stop() throws Exception {
    process.destroy();
    if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  @Override
  public String url() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  public String toString() {
    return "mosquitto";
  }
}
