package io.gemba.standalone.cli;

import io.gemba.message.SimulationCommand;
import io.gemba.message.Topic;
import io.gemba.settings.Settings;
import io.gemba.standalone.CannotStartException;
import io.gemba.standalone.TopicDoor;
import io.gemba.standalone.data.Running;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the simulator of a running Gemba to get something wrong. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Makes the simulated site misbehave.")
final class SimulateCommand implements Callable<Integer> {
  @Mixin private Installation installation = new Installation();

  @Parameters(paramLabel = "FAULT", description = "One of: ${COMPLETION-CANDIDATES}.")
  private SimulationCommand.Fault fault = SimulationCommand.Fault.BEARING_WEAR;

  @Option(
      names = "--target",
      paramLabel = "ID",
      required = true,
      description = "Machine, sensor, item, vehicle or person, as the fault needs.")
  private String target = "";

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long. Default: 10.")
  private double minutes;

  @Option(
      names = "--intensity",
      paramLabel = "X",
      defaultValue = "1",
      description = "1 is the usual strength.")
  private double intensity;

  @Override
  public Integer call() throws Exception {
    Logs.toScreen();
    SimulationCommand command = command();
    Settings settings = installation.settings();
    String servers = Running.read(settings.data()).kafka();
    TopicDoor.put(servers, Topic.SIMULATION, command.target(), command);
    System.out.printf("%s of %s for %.0f minutes, as %s%n", fault, target, minutes, command.id());
    return 0;
  }

  private SimulationCommand command() {
    try {
      return new SimulationCommand(
          "cli-" + UUID.randomUUID(), fault, target, Instant.now(), minutes, intensity);
    } catch (IllegalArgumentException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    }
  }
}
