package io.gemba.standalone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Rosters without a running Gemba. */
@Command(
    name = "rosters",
    mixinStandardHelpOptions = true,
    description = "Plans who works when, from a file.",
    subcommands = RosterSolveCommand.class)
final class RostersCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do, for example 'gemba rosters solve'");
  }
}
