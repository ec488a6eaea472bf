package io.gemba.sensors.payload;

import io.gemba.settings.Settings.Mapping;
import java.util.List;

/** The topics and payloads that are understood when the settings name none. */
public final class DefaultMappings {
  private static final List<Mapping> MAPPINGS =
      List.of(
          new Mapping(
              "gemba/{site}/{machine}/state", Mapping.Kind.MACHINE_STATE, "/state", "/at", "/seq"),
          new Mapping(
              "gemba/{site}/{machine}/{sensor}", Mapping.Kind.READING, "/value", "/at", "/seq"));

  private DefaultMappings() {}

  /**
   * Machine states on {@code gemba/{site}/{machine}/state}, then readings on {@code
   * gemba/{site}/{machine}/{sensor}}.
   */
  public static List<Mapping> list() {
    return MAPPINGS;
  }
}
