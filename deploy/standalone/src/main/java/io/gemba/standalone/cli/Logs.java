package io.gemba.standalone.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the log of a command goes; call before anything is logged. */
final class Logs {
  private Logs() {}

  /** Everything to files in the folder, warnings of our own to the screen. */
  static void toFolder(Path folder) {
    System.setProperty("gemba.logs", folder.toAbsolutePath().toString());
    System.setProperty("log4j2.configurationFile", "log4j2-server.xml");
    bridge();
    // libraries that print are kept off the screen, and what they print is not lost
    System.setOut(new PrintStream(new LineLog("stdout"), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(new LineLog("stderr"), true, StandardCharsets.UTF_8));
  }

  /** Nothing but warnings of our own, to the screen. */
  static void toScreen() {
    bridge();
  }

  /** Paho and the Influx client speak java.util.logging, the former at length. */
  private static void bridge() {
    LogManager.getLogManager().reset();
    SLF4JBridgeHandler.install();
    Logger.getLogger("").setLevel(Level.WARNING);
  }
}
