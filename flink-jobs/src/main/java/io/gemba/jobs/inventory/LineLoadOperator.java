package io.gemba.jobs.inventory;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Shares a line's hours out among the items it makes, as their expected demand is: the line is the
 * key, forecasts of its items come in, shares go out when they have moved by more than a fiftieth.
 *
 * <p>State a line: 12 bytes and the names a series, 8 an item. What is forecast last counts, so a
 * replay ends with the same shares. Series are those of the site file.
 */
final class LineLoadOperator
    extends KeyedProcessFunction<String, LineLoadOperator.Load, InventoryEvent> {
  /** Forecasts come in waves: one answer a wave. */
  static final long WAIT_MILLIS = 2_000;

  private static final long serialVersionUID = 1;
  private static final double MOVED = 0.02;

  private transient MapState<String, Double> daily;
  private transient MapState<String, Double> sent;
  private transient ValueState<Long> due;

  /**
   * Expected demand of an item at a place.
   *
   * @param daily units of an average day
   */
  record Load(String line, String item, String place, double daily) {}

  @Override
  public void open(OpenContext context) {
    daily =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("daily", Types.STRING, Types.DOUBLE));
    sent =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("sent", Types.STRING, Types.DOUBLE));
    due = getRuntimeContext().getState(new ValueStateDescriptor<>("due", Types.LONG));
  }

  @Override
  public void processElement(Load load, Context context, Collector<InventoryEvent> out)
      throws Exception {
    daily.put(load.item + "@" + load.place, load.daily);
    if (due.value() == null) {
      long at = context.timerService().currentProcessingTime() + WAIT_MILLIS;
      due.update(at);
      context.timerService().registerProcessingTimeTimer(at);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<InventoryEvent> out)
      throws Exception {
    due.clear();
    double all = 0;
    Map<String, Double> byItem = new TreeMap<>();
    for (Map.Entry<String, Double> series : daily.entries()) {
      String item = series.getKey().substring(0, series.getKey().lastIndexOf('@'));
      byItem.merge(item, series.getValue(), Double::sum);
      all += series.getValue();
    }
    for (Map.Entry<String, Double> item : byItem.entrySet()) {
      double share = all > 0 ? item.getValue() / all : 1;
      @Nullable Double before = sent.get(item.getKey());
      if (before == null || Math.abs(share - before) > MOVED * before) {
        sent.put(item.getKey(), share);
        out.collect(new InventoryEvent.Shared(item.getKey(), share));
      }
    }
  }
}
