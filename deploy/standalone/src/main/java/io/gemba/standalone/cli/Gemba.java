package io.gemba.standalone.cli;

import io.gemba.standalone.CannotStartException;
import io.gemba.yaml.InvalidFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command and its subcommands. */
@Command(
    name = "gemba",
    mixinStandardHelpOptions = true,
    version = "gemba 0.1.0",
    description = "Turns live demand and sensor signals into priced plans.",
    subcommands = {
      UpCommand.class,
      GatewayCommand.class,
      PlannerCommand.class,
      JobCommand.class,
      ReplayCommand.class,
      SimulateCommand.class,
      AnomaliesCommand.class,
      ForecastCommand.class,
      MaintenanceCommand.class,
      RoutesCommand.class,
      RostersCommand.class,
      BenchCommand.class
    })
public final class Gemba implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** For picocli. */
  public Gemba() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    int code = commandLine().execute(arguments);
    // servers leave threads behind that are no daemons; a finished command must not hang on them
    Runtime.getRuntime().halt(code);
  }

  static CommandLine commandLine() {
    // taken now: 'up' sends what is printed later to the log
    PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return new CommandLine(new Gemba())
        .setErr(errors)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Gemba::explainUsage)
        .setExecutionExceptionHandler(Gemba::explain);
  }

  private static int explainUsage(ParameterException thrown, String[] arguments) {
    CommandLine command = thrown.getCommandLine();
    command
        .getErr()
        .printf(
            "%s. '%s --help' lists what there is.%n",
            String.valueOf(thrown.getMessage()).replaceFirst("\\.$", ""),
            command.getCommandSpec().qualifiedName());
    command.getErr().flush();
    return CommandLine.ExitCode.USAGE;
  }

  private static int explain(Exception thrown, CommandLine command, Object parsed) {
    LoggerFactory.getLogger(Gemba.class).error("The command failed", thrown);
    PrintWriter err = command.getErr();
    err.println(explanation(thrown));
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String explanation(Exception thrown) {
    String message = String.valueOf(thrown.getMessage());
    if (thrown instanceof CannotStartException
        || thrown instanceof InvalidFileException
        || thrown instanceof IllegalArgumentException) {
      return message;
    }
    if (thrown instanceof NoSuchFileException missing) {
      String reason = missing.getReason();
      return "'%s' does not exist. %s"
          .formatted(missing.getFile(), reason == null ? "Check the path." : reason);
    }
    if (thrown instanceof AccessDeniedException) {
      return "'%s' may not be read or written by this user. Check its rights.".formatted(message);
    }
    if (thrown.getClass() == IOException.class) {
      return firstLine(message);
    }
    return "gemba failed: %s: %s".formatted(thrown.getClass().getSimpleName(), firstLine(message));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do, for example 'gemba up'");
  }
}
