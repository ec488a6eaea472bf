package io.gemba.jobs.stream;

import io.gemba.settings.Settings;
import io.gemba.settings.SettingsFile;
import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job's {@code main} is told: {@code --site FILE} and, unless the defaults do, {@code
 * --settings FILE}.
 *
 * @param siteFile the business
 * @param settingsFile null for the defaults
 */
public record JobArguments(Path siteFile, @Nullable Path settingsFile) {

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException naming the argument that is unknown or lacks its file
   */
  public static JobArguments parse(String... arguments) {
    Path site = null;
    Path settings = null;
    List<String> words = List.of(arguments);
    for (int i = 0; i < words.size(); i += 2) {
      String option = words.get(i);
      if (!option.equals("--site") && !option.equals("--settings")) {
        throw new IllegalArgumentException(
            option + " is no option. Use --site FILE and --settings FILE.");
      }
      if (i + 1 == words.size()) {
        throw new IllegalArgumentException(option + " lacks its file. Use " + option + " FILE.");
      }
      Path file = Path.of(words.get(i + 1));
      if (option.equals("--site")) {
        site = file;
      } else {
        settings = file;
      }
    }
    if (site == null) {
      throw new IllegalArgumentException("--site is missing. Use --site FILE.");
    }
    return new JobArguments(site, settings);
  }

  /** Reads and checks the site file. */
  public Site site() {
    return SiteFile.read(siteFile);
  }

  /** Reads and checks the settings, with the environment over them. */
  public Settings settings(Map<String, String> environment) {
    return SettingsFile.read(settingsFile, environment);
  }
}
