package io.gemba.jobs.stream;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Collects what a job in this JVM writes; sinks are copied by Flink, so the lists are found by
 * number.
 */
public final class TestSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1;
  private static final Map<Integer, List<Object>> WRITTEN = new ConcurrentHashMap<>();
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final int number = NEXT.incrementAndGet();

  public TestSink() {
    WRITTEN.put(number, new CopyOnWriteArrayList<>());
  }

  /** What was written so far, in the order of arrival. */
  @SuppressWarnings("unchecked") // only this sink's writers fill the list
  public List<T> written() {
    return (List<T>) List.copyOf(WRITTEN.get(number));
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    List<Object> list = WRITTEN.get(number);
    return new SinkWriter<>() {
      @Override
      public void write(T element, Context ignored) {
        list.add(element);
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
