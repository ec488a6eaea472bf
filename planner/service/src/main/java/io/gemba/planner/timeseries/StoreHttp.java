package io.gemba.planner.timeseries;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One request to the time-series store. */
final class StoreHttp {
  /** A store on a busy machine has taken six seconds for a chart. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /** The body of a good answer. */
  String text(HttpRequest.Builder request) {
    HttpRequest built = request.timeout(PATIENCE).build();
    try {
      HttpResponse<String> answer = client.send(built, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new TimeSeriesReader.TimeSeriesException(
            "The time-series store at %s answered %d."
                .formatted(built.uri().getAuthority(), answer.statusCode()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new TimeSeriesReader.TimeSeriesException(
          "The time-series store at %s does not answer.".formatted(built.uri().getAuthority()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeSeriesReader.TimeSeriesException("Interrupted while reading history", e);
    }
  }
}
