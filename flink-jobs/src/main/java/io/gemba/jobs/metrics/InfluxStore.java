package io.gemba.jobs.metrics;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import okhttp3.OkHttpClient;

/**
 * InfluxDB 2 or what speaks its write API, by the client's blocking calls. Its asynchronous ones
 * lose points when the server is slow or away.
 */
final class InfluxStore implements LineStore {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /** Bad line, too many bytes, not understood: no retry can help. */
  private static final Set<Integer> REFUSED = Set.of(400, 413, 422);

  private final InfluxDBClient client;
  private final WriteApiBlocking writes;

  /**
   * @param token empty when none is needed
   */
  InfluxStore(String url, String organisation, String bucket, String token) {
    OkHttpClient.Builder http =
        new OkHttpClient.Builder().connectTimeout(CONNECT).readTimeout(ANSWER).writeTimeout(ANSWER);
    InfluxDBClientOptions.Builder options =
        InfluxDBClientOptions.builder()
            .url(url)
            .org(organisation)
            .bucket(bucket)
            .precision(WritePrecision.NS)
            .okHttpClient(http);
    if (!token.isEmpty()) {
      options.authenticateToken(token.toCharArray());
    }
    this.client = InfluxDBClientFactory.create(options.build());
    this.writes = client.getWriteApiBlocking();
  }

  @Override
  public void write(List<String> lines) throws RefusedException, UnavailableException {
    try {
      writes.writeRecord(WritePrecision.NS, String.join("\n", lines));
    } catch (InfluxException e) {
      String reason = "The time-series store answers %d: %s".formatted(e.status(), e.getMessage());
      if (REFUSED.contains(e.status())) {
        throw new RefusedException(reason, e);
      }
      throw new UnavailableException(reason, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
