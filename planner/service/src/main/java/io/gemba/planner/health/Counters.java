package io.gemba.planner.health;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntSupplier;

/** What the service counts for Prometheus. Thread safe. */
public final class Counters {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter records =
      Counter.builder()
          .name("gemba_planner_records")
          .help("Kafka records taken in, by topic")
          .labelNames("topic")
          .register(registry);
  private final Counter deadLetters =
      Counter.builder()
          .name("gemba_planner_dead_letters")
          .help("Kafka records that could not be used, by topic")
          .labelNames("topic")
          .register(registry);
  private final Counter sent =
      Counter.builder()
          .name("gemba_planner_outbox_sent")
          .help("Outbox rows delivered, by destination")
          .labelNames("destination")
          .register(registry);
  private final Counter requests =
      Counter.builder()
          .name("gemba_planner_requests")
          .help("HTTP answers, by endpoint and status")
          .labelNames("method", "path", "status")
          .register(registry);
  private final Counter published =
      Counter.builder()
          .name("gemba_planner_plans_published")
          .help("Plans published, by kind")
          .labelNames("kind")
          .register(registry);
  private final Histogram planning =
      Histogram.builder()
          .name("gemba_planner_planning_seconds")
          .help("Time from the start of a planning job to its draft, by kind")
          .labelNames("kind")
          .classicUpperBounds(1, 2, 5, 10, 20, 60, 120)
          .register(registry);

  /** Counts records of a topic that took effect. */
  public void taken(String topic, int count) {
    records.labelValues(topic).inc(count);
  }

  /** Counts a record that went to the dead letters. */
  public void refused(String topic) {
    deadLetters.labelValues(topic).inc();
  }

  /** Counts outbox rows that arrived at {@code kafka} or {@code mqtt}. */
  public void sent(String destination, int count) {
    sent.labelValues(destination).inc(count);
  }

  /** Counts an HTTP answer; the path is the endpoint's template, so that series stay few. */
  public void answered(String method, String path, int status) {
    requests.labelValues(method, path, Integer.toString(status)).inc();
  }

  /** Counts a published plan. */
  public void published(String kind) {
    published.labelValues(kind).inc();
  }

  /** Records how long a plan took. */
  public void planned(String kind, double seconds) {
    planning.labelValues(kind).observe(seconds);
  }

  /** Shows a number that is read when Prometheus asks. Once per name. */
  public void gauge(String name, String help, IntSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsInt()))
        .register(registry);
  }

  /** All of it in the Prometheus text format, version 0.0.4. */
  public byte[] text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to memory", e);
    }
    return out.toByteArray();
  }

  /** The media type of {@link #text}. */
  public static String mediaType() {
    return PrometheusTextFormatWriter.CONTENT_TYPE;
  }
}
