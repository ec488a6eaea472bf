package io.gemba.standalone.training;

import io.gemba.maintenance.LifeModel;
import io.gemba.maintenance.ModelFit;
import io.gemba.maintenance.WatchedPart;
import io.gemba.message.Topic;
import io.gemba.message.TrainedModel;
import io.gemba.site.Site;
import io.gemba.standalone.CannotStartException;
import io.gemba.standalone.TopicDoor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** Hands models of remaining life to a running Gemba, after a look at whether its machines fit. */
public final class LiveLifeModels {
  private final String servers;
  private final List<WatchedPart> parts;
  private final Clock clock;
  private final PrintStream screen;

  /**
   * @param servers addresses of the running Gemba's Kafka
   * @param site the business whose machines they are for
   */
  public LiveLifeModels(String servers, Site site, Clock clock, PrintStream screen) {
    this.servers = servers;
    this.parts = List.copyOf(WatchedPart.of(site).values());
    this.clock = clock;
    this.screen = screen;
  }

  /**
   * Sees to it that a model of this name is of use.
   *
   * @throws CannotStartException if no machine of the site names it
   */
  public void requireWanted(String name) {
    if (parts.stream().noneMatch(part -> part.model().equals(name))) {
      throw new CannotStartException(
          "No machine of the site file has a wearPart whose model is '%s'. Known: %s."
              .formatted(
                  name,
                  parts.isEmpty()
                      ? "none"
                      : parts.stream()
                          .map(WatchedPart::model)
                          .distinct()
                          .collect(Collectors.joining(", "))));
    }
  }

  /**
   * Announces a model.
   *
   * @param file what was trained
   * @throws CannotStartException if no machine can use it, or Kafka does not answer
   */
  public void announce(String name, Path file) throws IOException, InterruptedException {
    requireWanted(name);
    byte[] bytes = Files.readAllBytes(file);
    LifeModel model = read(file, bytes);
    ModelFit fit = ModelFit.of(model, name, parts);
    if (fit.machines().isEmpty()) {
      throw new CannotStartException(String.join("\n", fit.refusals()));
    }
    fit.refusals().forEach(screen::println);
    TrainedModel announced = TrainedModel.ofLife(name, clock.instant(), bytes);
    TopicDoor.put(servers, Topic.MODELS, announced.key(), announced);
    screen.printf(
        "%s: %d bytes, announced for %s. Lives are told from the cycles seen so far.%n",
        name, bytes.length, String.join(", ", fit.machines()));
  }

  private static LifeModel read(Path file, byte[] bytes) {
    try {
      return LifeModel.of(bytes);
    } catch (IOException | RuntimeException e) { // any file may have been named
      throw new CannotStartException(
          "%s is no model of remaining life. Give what 'gemba maintenance train' wrote."
              .formatted(file),
          e);
    }
  }
}
