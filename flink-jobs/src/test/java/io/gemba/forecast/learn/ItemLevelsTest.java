package io.gemba.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.forecast.LevelPrior;
import io.gemba.forecast.panel.DayKinds;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.PriceRuns;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ItemLevelsTest {
  private static final ItemLevels.Size AVERAGE = new ItemLevels.Size(1, 0);

  private final Map<String, float[]> sold = new TreeMap<>();

  @Test
  void prior_placesOfDifferentSizes_isTheItemsShareOfThePlace() {
    // a, b and c sell the same things in the ratio 1 : 2 : 3
    for (int size = 1; size <= 3; size++) {
      sells("soup", "abc".substring(size - 1, size), 2 * size);
      sells("feta", "abc".substring(size - 1, size), 10 * size);
    }
    // sold at the smallest place alone
    sells("hummus", "a", 6);

    ItemLevels levels = ItemLevels.of(panel());

    double average = levels.mean("soup");
    assertThat(levels.mean("feta") / average).isCloseTo(5, within(1e-6));
    assertThat(levels.mean("hummus") / average)
        .as("6 where soup sells 2")
        .isCloseTo(3, within(0.1));
    ItemLevels.Size twice = new ItemLevels.Size(2, 0);
    assertThat(levels.prior("soup", twice).mean()).isCloseTo(2 * average, within(1e-6));
  }

  @Test
  void prior_placesThatDiffer_isWiderThanWhereTheyAreAlike() {
    for (int place = 0; place < 4; place++) {
      sells("soup", "p" + place, 10);
      sells("feta", "p" + place, place == 0 ? 40 : 1);
      sells("bread", "p" + place, 50);
    }
    sells("hummus", "p0", 10);

    ItemLevels levels = ItemLevels.of(panel());

    assertThat(variation(levels, "soup")).isLessThan(0.6);
    assertThat(variation(levels, "feta")).isGreaterThan(1);
    assertThat(variation(levels, "hummus")).as("one place says little").isGreaterThan(0.9);
  }

  @Test
  void prior_sizeThatIsUncertain_isWider() {
    sells("soup", "a", 10);
    sells("soup", "b", 10);
    ItemLevels levels = ItemLevels.of(panel());

    LevelPrior sure = levels.prior("soup", AVERAGE);
    LevelPrior unsure = levels.prior("soup", new ItemLevels.Size(1, 0.25));

    assertThat(unsure.variance() - sure.variance()).isCloseTo(0.25 * 100, within(1e-3));
  }

  @Test
  void prior_neverOrHardlySeen_isNone() {
    sells("soup", "a", 10);
    sells("feta", "a", 0);
    float[] young = new float[100];
    Arrays.fill(young, Float.NaN);
    Arrays.fill(young, 80, 100, 3);
    sold.put("hummus@a", young);

    ItemLevels levels = ItemLevels.of(panel());

    assertThat(levels.prior("bread", AVERAGE)).isNull();
    assertThat(levels.prior("feta", AVERAGE)).as("sells nothing").isNull();
    assertThat(levels.prior("hummus", AVERAGE)).as("not known for four weeks").isNull();
  }

  @Test
  void size_fewDays_isDrawnToTheAverage() {
    ItemLevels.Size nothing = ItemLevels.Size.of(0, 0);
    ItemLevels.Size day = ItemLevels.Size.of(20, 10);
    ItemLevels.Size month = ItemLevels.Size.of(600, 300);

    assertThat(nothing.factor()).isEqualTo(1);
    assertThat(day.factor()).isBetween(1.1, 1.9);
    assertThat(month.factor()).isBetween(1.9, 2.0);
    assertThat(month.variance()).isLessThan(day.variance()).isLessThan(nothing.variance());
  }

  @Test
  void written_isReadAgain() throws IOException {
    sells("soup", "a", 10);
    sells("soup", "b", 30);
    ItemLevels levels = ItemLevels.of(panel());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    levels.write(new DataOutputStream(bytes));
    ItemLevels read =
        ItemLevels.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(read.prior("soup", AVERAGE).mean())
        .isCloseTo(levels.prior("soup", AVERAGE).mean(), within(1e-4));
    assertThat(read.prior("soup", AVERAGE).variance())
        .isCloseTo(levels.prior("soup", AVERAGE).variance(), within(1e-3));
  }

  private static double variation(ItemLevels levels, String item) {
    LevelPrior prior = levels.prior(item, AVERAGE);
    return Math.sqrt(prior.variance()) / prior.mean();
  }

  private void sells(String item, String place, float daily) {
    float[] units = new float[100];
    Arrays.fill(units, daily);
    sold.put(item + "@" + place, units);
  }

  private Panel panel() {
    List<Panel.Member> members = new ArrayList<>();
    List<PriceRuns> prices = new ArrayList<>();
    for (String key : sold.keySet()) {
      String[] parts = key.split("@", 2);
      members.add(new Panel.Member(parts[0], parts[1], "food", "", ""));
      prices.add(new PriceRuns(new int[] {0}, new float[] {100}));
    }
    return new Panel(0, members, sold.values().toArray(new float[0][]), prices, DayKinds.PLAIN);
  }
}
