package io.gemba.planner.web;

import io.gemba.message.Json;
import io.gemba.planner.api.Answer;
import io.gemba.planner.api.Endpoint;
import io.gemba.planner.api.ProblemException;
import io.gemba.planner.events.EventHub;
import io.gemba.planner.health.Counters;
import io.gemba.settings.Settings;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the console, the endpoints and the event stream. Loopback unless the settings say else.
 */
public final class WebServer implements AutoCloseable {
  /** Where server-sent events are. */
  public static final String EVENTS = "/api/v1/events";

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final String CONSOLE = "/META-INF/resources/console";
  private static final long LONGEST_BODY_BYTES = 1 << 20;
  private static final int MOST_THREADS = 160;

  private final Javalin javalin;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Binds the port and serves.
   *
   * @throws io.javalin.util.JavalinBindException when the port is taken
   */
  public static WebServer start(
      Settings.Web settings, List<Endpoint> endpoints, EventHub hub, Counters counters) {
    RequestGuard guard = new RequestGuard(settings.host());
    Javalin javalin =
        Javalin.create(
            config -> {
              limits(config);
              config.jetty.host = settings.host();
              config.jetty.port = settings.port();
              config.routes.before(context -> admit(guard, context));
              endpoints.forEach(endpoint -> serve(config, endpoint));
              config.routes.get(EVENTS, new EventStream(hub));
              config.routes.after(context -> count(counters, context));
              problems(config);
              console(config);
            });
    return new WebServer(javalin.start());
  }

  /** The port that was bound. */
  public int port() {
    return javalin.port();
  }

  /** Every registered route as {@code METHOD path}, read off the router itself. */
  public List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
        .toList();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void limits(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = LONGEST_BODY_BYTES;
    config.http.prefer405over404 = true;
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4);
    threads.setName("planner-web");
    threads.setDaemon(true);
    config.jetty.threadPool = threads;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          // ids of sensors have a slash in them, which a path carries as %2F
          http.setUriCompliance(
              UriCompliance.DEFAULT.with("ids", UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR));
        });
    config.jetty.modifyServletContextHandler(
        context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
    config.jetty.modifyServer(server -> server.setStopTimeout(0));
  }

  private static void admit(RequestGuard guard, Context context) {
    RequestGuard.HEADERS.forEach(context::header);
    guard.check(context.method().name(), name -> Optional.ofNullable(context.header(name)));
  }

  private static void serve(JavalinConfig config, Endpoint endpoint) {
    config.routes.addHttpHandler(
        HandlerType.findOrCreate(endpoint.method()),
        endpoint.path(),
        context -> {
          context.header("Cache-Control", "no-store");
          write(context, endpoint.action().call(new JavalinRequest(context)));
        });
  }

  private static void write(Context context, Answer answer) {
    context.status(answer.status());
    @Nullable Object body = answer.body();
    if (body == null) {
      return;
    }
    context.contentType(answer.mediaType());
    context.result(body instanceof byte[] bytes ? bytes : Json.write(body));
  }

  private static void problems(JavalinConfig config) {
    config.routes.exception(
        ProblemException.class, (problem, context) -> write(context, problem.problem()));
    config.routes.exception(
        HttpResponseException.class,
        (problem, context) -> {
          if (problem.getStatus() == 404 && isPage(context)) {
            page(context);
          } else {
            write(context, of(problem, context));
          }
        });
    config.routes.exception(
        Exception.class,
        (problem, context) -> {
          String id = UUID.randomUUID().toString().substring(0, 8);
          LOG.error("Request {} {} failed ({})", context.method(), context.path(), id, problem);
          write(
              context,
              ProblemException.of(
                      500,
                      "Internal error",
                      "It failed and nothing was kept. Try again; the log has it under " + id + ".")
                  .problem());
        });
  }

  private static ProblemException.Problem of(HttpResponseException problem, Context context) {
    Map<Integer, String> details =
        Map.of(
            404, "There is no " + context.path() + ". See /api/openapi.json for what is there.",
            405, context.method() + " is not possible on " + context.path() + ".",
            413, "The body is longer than " + LONGEST_BODY_BYTES + " bytes. Send less.");
    String title = problem.getMessage() == null ? "Problem" : problem.getMessage();
    String detail = details.getOrDefault(problem.getStatus(), title);
    return ProblemException.of(problem.getStatus(), title, detail).problem();
  }

  private static void write(Context context, ProblemException.Problem problem) {
    RequestGuard.HEADERS.forEach(context::header);
    context.status(problem.status());
    context.contentType("application/problem+json");
    context.result(Json.write(problem));
  }

  private static void count(Counters counters, Context context) {
    var endpoint = context.endpoints().lastHttpEndpoint();
    String path = endpoint == null ? "console" : endpoint.path;
    counters.answered(context.method().name(), path, context.statusCode());
  }

  private static void console(JavalinConfig config) {
    if (WebServer.class.getResource(CONSOLE + "/index.html") == null) {
      LOG.warn("The console is not on the class path; only the API is served.");
      return;
    }
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/";
          files.directory = CONSOLE;
          files.location = Location.CLASSPATH;
          files.headers = Map.of("Cache-Control", "no-cache");
        });
  }

  /** Whether a person opened an address that the console's own router knows. */
  private static boolean isPage(Context context) {
    String path = context.path();
    String accept = context.header("Accept");
    return context.method().equals(HandlerType.GET)
        && accept != null
        && accept.contains("text/html")
        && !path.startsWith("/api")
        && path.indexOf('.') < 0;
  }

  private static void page(Context context) {
    try (InputStream page = WebServer.class.getResourceAsStream(CONSOLE + "/index.html")) {
      if (page == null) {
        write(
            context, ProblemException.notFound("The console is not part of this build.").problem());
        return;
      }
      context.status(200).contentType("text/html; charset=utf-8").result(page.readAllBytes());
    } catch (IOException e) {
      write(context, ProblemException.notFound("The console cannot be read.").problem());
    }
  }
}
