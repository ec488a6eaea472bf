package io.gemba.jobs.demand;

import static io.gemba.jobs.demand.DemandHarness.NOON;
import static io.gemba.jobs.demand.DemandHarness.TODAY;
import static io.gemba.jobs.demand.DemandHarness.count;
import static io.gemba.jobs.demand.DemandHarness.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.forecast.Forecaster;
import io.gemba.forecast.learn.DemandModel;
import io.gemba.jobs.TestShop;
import io.gemba.message.Demand;
import io.gemba.message.Forecast;
import io.gemba.message.TrainedModel;
import io.gemba.site.Site;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Trained models in the running operator: taken over, judged, refused, restored. */
final class DemandModelServingTest {
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final Instant MADE_AT = Instant.ofEpochMilli(NOON);

  private static TrainedModel good;
  private static TrainedModel wrong;

  @RegisterExtension final DemandHarness harness = new DemandHarness(shopWithOneMore());
  private long now = NOON;

  private static Site shopWithOneMore() {
    return TestShop.with(TestShop.site().items(), List.of("a", "b", "c", "d"));
  }

  @BeforeAll
  static void train() {
    good = TestModels.trained(YESTERDAY, TestModels::payday, MADE_AT);
    wrong = TestModels.trained(YESTERDAY, TestModels::monthEnd, MADE_AT.plusSeconds(1));
  }

  @Test
  void modelThatBeatsTheFallback_isServedAndKnowsTheMonth() throws Exception {
    harness.take(good);
    take(TestModels.totals(YESTERDAY, TestModels::payday));
    quiet();

    Map<String, Forecast> last = last();
    assertThat(last).hasSize(9);
    assertThat(last.values()).extracting(Forecast::model).containsOnly(good.name());
    List<Double> mean = last.get("soup@a").mean();
    double endOfNovember = mean.get(3);
    double startOfDecember = mean.get(12);
    assertThat(startOfDecember / endOfNovember).isBetween(1.5, 2.5);
  }

  @Test
  void modelThatIsWorse_isNotServed() throws Exception {
    harness.take(wrong);
    take(TestModels.totals(YESTERDAY, TestModels::payday));
    quiet();

    assertThat(last().values()).extracting(Forecast::model).containsOnly(Forecaster.MODEL);
  }

  @Test
  void modelThatComesLater_isTakenOverWithTheNextDay() throws Exception {
    take(TestModels.totals(YESTERDAY.minusDays(1), TestModels::payday));
    quiet();
    List<String> before = last().values().stream().map(Forecast::model).distinct().toList();

    harness.take(good);
    Demand next =
        TestModels.totals(YESTERDAY, TestModels::payday).stream()
            .filter(demand -> demand.id().equals("soupa" + YESTERDAY))
            .findFirst()
            .orElseThrow();
    take(List.of(next));
    quiet();

    assertThat(before).containsExactly(Forecaster.MODEL);
    assertThat(last().get("soup@a").model()).isEqualTo(good.name());
  }

  @Test
  void newestModelCounts_whicheverComesFirst() throws Exception {
    TrainedModel older =
        new TrainedModel("older", YESTERDAY, MADE_AT.minusSeconds(1), good.bytes());

    harness.take(good);
    harness.take(older);

    assertThat(harness.models().get(TrainedModel.KEY).name()).isEqualTo(good.name());
  }

  @Test
  void modelOfAnotherKind_isPassedOver() throws Exception {
    harness.take(TrainedModel.ofLife("bearing", MADE_AT, new byte[3]));

    assertThat(harness.refused()).isEmpty();
    assertThat(harness.models().contains(TrainedModel.KEY)).isFalse();
  }

  @Test
  void newPlace_sellsWhatOtherPlacesDoInItsSize() throws Exception {
    harness.take(good);
    harness.take(sale("s1", "soup", "d", YESTERDAY, 75));
    harness.take(sale("s2", "soup", "d", TODAY, 1));
    harness.take(count("feta", "d", TODAY, 7, 40));
    quiet();
    double withModel = last().get("feta@d").mean().get(0);

    // 26 a day of anything at a, b and c, and three times as much on the first day of d
    assertThat(withModel).isBetween(20.0, 75.0);
    assertThat(last().get("feta@d").cumulative().get(3).get(27))
        .as("its own level is not known yet")
        .isGreaterThan(1.4 * 28 * withModel);
  }

  @Test
  void modelOfTheLayoutBefore_isServedWithoutKnowingItems() throws Exception {
    DemandModel model = read(good.bytes());
    int items = Integer.BYTES + 3 * (2 * Float.BYTES + Short.BYTES) + "souphummusfeta".length();
    ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(good.bytes(), good.bytes().length - items));
    bytes.putInt(Integer.BYTES, 1);

    DemandModel before = read(bytes.array());

    assertThat(model.items().mean("soup")).isPositive();
    assertThat(before.items().mean("soup")).isZero();
    assertThat(before.name()).isEqualTo(model.name());
  }

  private static DemandModel read(byte[] bytes) throws IOException {
    return DemandModel.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void bytesThatAreNoModel_becomeADeadLetterAndTheModelStays() throws Exception {
    harness.take(good);
    TrainedModel broken =
        new TrainedModel("broken", YESTERDAY, MADE_AT.plusSeconds(9), new byte[] {1, 2, 3, 4, 5});

    harness.take(broken);

    assertThat(harness.refused())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.reason()).contains("broken").contains("gemba forecast train");
              assertThat(letter.source()).isEqualTo("gemba.models");
            });
    assertThat(harness.models().get(TrainedModel.KEY).name()).isEqualTo(good.name());
  }

  @Test
  void restored_theModelIsStillThere() throws Exception {
    harness.take(good);
    take(TestModels.totals(YESTERDAY, TestModels::payday));
    OperatorSubtaskState snapshot = harness.snapshot();

    harness.restart(snapshot);
    quiet();

    assertThat(last().values()).hasSize(9).extracting(Forecast::model).containsOnly(good.name());
  }

  @Test
  void anyOrder_givesTheSameForecastsByTheModel() throws Exception {
    List<Demand> demand = TestModels.totals(YESTERDAY, TestModels::payday);
    harness.take(good);
    take(demand);
    quiet();
    Map<String, Forecast> expected = last();
    harness.close();

    Collections.shuffle(demand, new Random(5));
    harness.open();
    take(demand);
    harness.take(good);
    quiet();

    Map<String, Forecast> shuffled = last();
    assertThat(shuffled).hasSameSizeAs(expected);
    expected.forEach(
        (key, forecast) -> {
          assertThat(shuffled.get(key).mean()).as(key).isEqualTo(forecast.mean());
          assertThat(shuffled.get(key).daily()).as(key).isEqualTo(forecast.daily());
          assertThat(shuffled.get(key).cumulative()).as(key).isEqualTo(forecast.cumulative());
        });
  }

  private void take(List<Demand> demand) throws Exception {
    harness.takeAll(demand);
  }

  private void quiet() throws Exception {
    now += 1_000_000;
    harness.at(now);
  }

  private Map<String, Forecast> last() {
    return harness.last();
  }
}
