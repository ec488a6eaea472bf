package io.gemba.jobs.metrics;

import io.gemba.message.DeadLetter;
import io.gemba.settings.Secret;
import io.gemba.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.jspecify.annotations.Nullable;

/**
 * Lines into the time-series store, at least once: all of them are written before a checkpoint
 * completes, and a line that is written again replaces itself.
 */
final class TimeSeriesSink implements Sink<String> {
  private static final long serialVersionUID = 1;

  private final String url;
  private final String organisation;
  private final String bucket;
  private final @Nullable String tokenFile;
  private final Sink<DeadLetter> deadLetters;

  /**
   * @param store where the store is; its token is read where the writer runs, not put in the graph
   * @param deadLetters takes the lines that the store refuses
   */
  TimeSeriesSink(Settings.TimeSeries store, Sink<DeadLetter> deadLetters) {
    this.url = store.url();
    this.organisation = store.organisation();
    this.bucket = store.bucket();
    this.tokenFile = store.tokenFile() == null ? null : store.tokenFile().toString();
    this.deadLetters = deadLetters;
  }

  @Override
  public SinkWriter<String> createWriter(WriterInitContext context) throws IOException {
    Path file = tokenFile == null ? null : Path.of(tokenFile);
    String token = Secret.find(System.getenv(), "GEMBA_TIME_SERIES_TOKEN", file).orElse("");
    return new TimeSeriesWriter(
        new InfluxStore(url, organisation, bucket, token),
        deadLetters.createWriter(context),
        new TimeSeriesWriter.Surroundings(
            context.getProcessingTimeService(),
            Clock.systemUTC(),
            Thread::sleep,
            context.metricGroup().getNumRecordsSendCounter(),
            context.metricGroup().getNumRecordsSendErrorsCounter()));
  }
}
