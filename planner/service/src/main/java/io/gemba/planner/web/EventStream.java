package io.gemba.planner.web;

import io.gemba.planner.api.ProblemException;
import io.gemba.planner.events.Event;
import io.gemba.planner.events.EventHub;
import io.gemba.planner.events.Subscription;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Server-sent events. Each reader has its own thread, so a slow one holds up nobody: it falls
 * behind, is ended, and comes back with {@code Last-Event-ID}. Therefore readers are few.
 */
final class EventStream implements Handler {
  private static final int MOST_READERS = 100;
  private static final long HEARTBEAT_MILLIS = 10_000;

  private final EventHub hub;

  EventStream(EventHub hub) {
    this.hub = hub;
  }

  @Override
  public void handle(Context context) throws IOException {
    if (hub.readers() >= MOST_READERS) {
      throw ProblemException.unavailable(
          MOST_READERS + " readers are connected. Close a page and try again.");
    }
    context.disableCompression();
    context.res().setContentType("text/event-stream;charset=utf-8");
    context.res().setHeader("Cache-Control", "no-store");
    context.res().setHeader("X-Accel-Buffering", "no");
    String lastSeen = context.header("Last-Event-ID");
    Subscription subscription =
        hub.subscribe(lastSeen == null ? context.queryParam("lastEventId") : lastSeen);
    try {
      write(context.res().getOutputStream(), subscription);
    } catch (IOException e) {
      // the reader has gone; that is how every stream ends
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hub.unsubscribe(subscription);
    }
  }

  private static void write(ServletOutputStream out, Subscription subscription)
      throws IOException, InterruptedException {
    send(out, "retry: 2000\n: connected\n\n");
    long lastSent = System.nanoTime();
    while (true) {
      Event event = subscription.poll(250);
      if (event != null) {
        send(out, text(event));
        lastSent = System.nanoTime();
      } else if (subscription.isEnded()) {
        return;
      } else if (System.nanoTime() - lastSent > HEARTBEAT_MILLIS * 1_000_000) {
        send(out, ": alive\n\n");
        lastSent = System.nanoTime();
      }
    }
  }

  private static String text(Event event) {
    String id = event.id().isEmpty() ? "" : "id: " + event.id() + "\n";
    return id + "event: " + event.name() + "\ndata: " + event.data() + "\n\n";
  }

  private static void send(ServletOutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
