package io.gemba.jobs;

import io.gemba.jobs.stream.MessageTypes;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * A topic that a test writes to while a job of this JVM reads it. Sources are copied by Flink, so
 * the queue is found by number.
 */
public final class TestFeed<T> {
  private static final Map<Integer, BlockingQueue<Object>> QUEUES = new ConcurrentHashMap<>();
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final int number = NEXT.incrementAndGet();
  private final Class<T> type;

  public TestFeed(Class<T> type) {
    this.type = type;
    QUEUES.put(number, new LinkedBlockingQueue<>());
  }

  /** Sends messages, in this order. */
  public void send(Iterable<T> messages) {
    messages.forEach(QUEUES.get(number)::add);
  }

  /** What was and will be sent; never ends. */
  public DataStream<T> stream(StreamExecutionEnvironment env) {
    String name = type.getSimpleName() + "-feed";
    return env.fromSequence(0, 0)
        .uid(name + "-sequence")
        .setParallelism(1)
        .flatMap(new Taken<T>(number))
        .returns(MessageTypes.of(type))
        .setParallelism(1)
        .uid(name);
  }

  private static final class Taken<T> implements FlatMapFunction<Long, T> {
    private static final long serialVersionUID = 1;

    private final int number;

    Taken(int number) {
      this.number = number;
    }

    @Override
    @SuppressWarnings("unchecked") // only send() fills the queue
    public void flatMap(Long value, Collector<T> out) throws InterruptedException {
      while (true) {
        out.collect((T) QUEUES.get(number).take());
      }
    }
  }
}
