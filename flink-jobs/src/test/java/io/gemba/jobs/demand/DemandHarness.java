package io.gemba.jobs.demand;

import io.gemba.forecast.OpenDays;
import io.gemba.forecast.panel.SitePanel;
import io.gemba.jobs.OperatorExtension;
import io.gemba.jobs.TestShop;
import io.gemba.message.DeadLetter;
import io.gemba.message.Demand;
import io.gemba.message.Forecast;
import io.gemba.message.Price;
import io.gemba.message.Stock;
import io.gemba.message.TrainedModel;
import io.gemba.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** The demand operator at noon of a day, fed with messages as the job feeds it. */
final class DemandHarness
    extends OperatorExtension<
        KeyedBroadcastOperatorTestHarness<String, PlaceNews, TrainedModel, Forecast>> {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  static final long NOON = TODAY.atTime(12, 0).atZone(TestShop.ZONE).toInstant().toEpochMilli();

  private final Site site;
  private final NewsIntake news;

  DemandHarness() {
    this(TestShop.site());
  }

  DemandHarness(Site site) {
    super(NOON);
    this.site = site;
    this.news = new NewsIntake(site);
  }

  @Override
  protected KeyedBroadcastOperatorTestHarness<String, PlaceNews, TrainedModel, Forecast> operator()
      throws Exception {
    DemandOperator operator =
        new DemandOperator(
            new DemandIntake(site),
            new WorkPlaces(site),
            OpenDays.except(Set.of()),
            new SitePanel(site));
    return new KeyedBroadcastOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(operator, List.of(DemandOperator.MODELS)),
        PlaceNews::place,
        Types.STRING,
        1,
        1,
        0);
  }

  void take(Object message) throws Exception {
    if (message instanceof Demand demand) {
      flink.processElement(new PlaceNews.Sold(demand), 0);
    } else if (message instanceof Stock stock) {
      for (PlaceNews each : news.of(stock, flink.getProcessingTime()).stream().toList()) {
        flink.processElement(each, 0);
      }
    } else if (message instanceof Price price) {
      flink.processElement(news.of(price), 0);
    } else {
      flink.processBroadcastElement((TrainedModel) message, 0);
    }
  }

  void takeAll(Iterable<?> messages) throws Exception {
    for (Object each : messages) {
      take(each);
    }
  }

  /** Lets seconds since noon pass. */
  void quiet(int seconds) throws Exception {
    atSecond(seconds);
  }

  List<Forecast> forecasts() {
    return flink.extractOutputValues();
  }

  /** The last of each series. */
  Map<String, Forecast> last() {
    return forecasts().stream()
        .collect(Collectors.toMap(Forecast::key, forecast -> forecast, (first, last) -> last));
  }

  List<DeadLetter> refused() {
    Queue<StreamRecord<DeadLetter>> refused = flink.getSideOutput(DemandOperator.REFUSED);
    return refused == null ? List.of() : refused.stream().map(StreamRecord::getValue).toList();
  }

  BroadcastState<String, TrainedModel> models() throws Exception {
    return flink.getBroadcastState(DemandOperator.MODELS);
  }

  int timers() {
    return flink.numProcessingTimeTimers();
  }

  int keyedEntries() {
    AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) flink.getOperator();
    return ((HeapKeyedStateBackend<?>) operator.<Object>getKeyedStateBackend())
        .numKeyValueStateEntries();
  }

  static Demand total(String item, String place, LocalDate day, double units, int revision) {
    return new Demand(
        "t-%s-%s-%s-%d".formatted(item, place, day, revision),
        Demand.Kind.DAY_TOTAL,
        item,
        place,
        time(day),
        units,
        300,
        false,
        revision);
  }

  static Demand sale(String id, String item, String place, LocalDate day, double units) {
    return new Demand(id, Demand.Kind.SALE, item, place, time(day), units, 300, false, 0);
  }

  static Stock count(String item, String place, LocalDate day, int hour, double units) {
    Instant at = day.atTime(hour, 0).atZone(TestShop.ZONE).toInstant();
    return new Stock(
        "c-" + item + place + at, Stock.Kind.COUNT, item, place, at, units, 0, "count");
  }

  static Stock movement(String item, String place, LocalDate day, int hour, double units) {
    Instant at = day.atTime(hour, 0).atZone(TestShop.ZONE).toInstant();
    return new Stock(
        "m-" + item + place + at, Stock.Kind.MOVEMENT, item, place, at, units, 0, "receipt");
  }

  private static Instant time(LocalDate day) {
    return day.atTime(11, 30).atZone(TestShop.ZONE).toInstant();
  }
}
