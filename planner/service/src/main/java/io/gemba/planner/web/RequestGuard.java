package io.gemba.planner.web;

import io.gemba.planner.api.ProblemException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Refuses what a page of another origin could make a browser send. A foreign page can point its own
 * name at this address (DNS rebinding), so the Host must be an address or a name that is ours; it
 * can post a form, so writes need a header that forms cannot set.
 */
final class RequestGuard {
  /** Headers of every answer. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; font-src 'self'; worker-src 'self' blob:;"
              + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "X-Frame-Options",
          "DENY");

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_FETCHES = Set.of("same-origin", "none");
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern PORT = Pattern.compile(":\\d+$");

  private final String ownName;

  /**
   * @param ownName host of the settings
   */
  RequestGuard(String ownName) {
    this.ownName = ownName.toLowerCase(Locale.ROOT);
  }

  /**
   * @throws ProblemException 403, or 421 for a Host that is not ours
   */
  void check(String method, Function<String, Optional<String>> header) {
    String host = header.apply("Host").orElse("");
    if (!isOurs(host)) {
      throw ProblemException.of(
          421,
          "Misdirected request",
          "Host '%s' is not this server. Use its address, or set web.host to that name."
              .formatted(host));
    }
    if (READING.contains(method)) {
      return;
    }
    if (header.apply("X-Gemba").isEmpty()) {
      throw ProblemException.forbidden("A write needs the header 'X-Gemba: 1'.");
    }
    String site = header.apply("Sec-Fetch-Site").orElse("none");
    if (!OWN_FETCHES.contains(site)) {
      throw ProblemException.forbidden(
          "A write from another origin (Sec-Fetch-Site: " + site + ") is refused.");
    }
  }

  private boolean isOurs(String host) {
    String name = PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals(ownName)
        || (name.startsWith("[") && name.endsWith("]"))
        || IPV4.matcher(name).matches();
  }
}
