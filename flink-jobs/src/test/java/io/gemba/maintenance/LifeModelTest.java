package io.gemba.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.maintenance.LifeTrainer.Told;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LifeModelTest {
  private static LifeTrainer trainer;
  private static LifeModel model;

  @BeforeAll
  static void train() {
    trainer = TestUnits.trainer(20, 2);
    model = trainer.train();
  }

  @Test
  void unseenMachines_areToldTheirEnd_betterThanByTheirAge() {
    List<Told> told = trainer.crossValidate();
    double byMean = told.stream().mapToDouble(Told::truth).average().orElseThrow();
    double deviation =
        Math.sqrt(
            told.stream()
                .mapToDouble(one -> (one.truth() - byMean) * (one.truth() - byMean))
                .average()
                .orElseThrow());

    assertThat(LifeScore.of(told).everyCycle()).isLessThan(deviation / 3);
    assertThat(trainer.coverage(told)).isBetween(0.65, 0.95);
  }

  @Test
  void wornMachine_hasAShortLife_itsIntervalAndTheSensorThatMoved() {
    RunToFailure unit = TestUnits.units(1, 99).get(0);
    RemainingLife worn = lifeAfter(unit, unit.rows().size() - 20);
    RemainingLife fresh = lifeAfter(unit, 40);

    assertThat(worn.expected()).isBetween(5.0, 40.0);
    assertThat(worn.low()).isLessThanOrEqualTo(worn.expected());
    assertThat(worn.high()).isGreaterThanOrEqualTo(worn.expected());
    assertThat(worn.moved().get(0).sensor()).isEqualTo("vibration");
    assertThat(worn.moved().get(0).deviations()).isGreaterThan(5);
    assertThat(fresh.expected()).isGreaterThan(100);
    assertThat(fresh.moved()).extracting(RemainingLife.Moved::sensor).doesNotContain("vibration");
  }

  @Test
  void sensorThatNeverMoves_isLeftOut() {
    assertThat(model.used()).containsExactly(1, 2);
  }

  @Test
  void model_writtenAndRead_tellsTheSame() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    LifeModel read =
        LifeModel.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    ConditionTrend trend = model.begin();

    for (double[] row : TestUnits.units(1, 5).get(0).rows()) {
      trend.add(model.used(row));
      assertThat(read.tell(trend)).isEqualTo(model.tell(trend));
    }
    assertThatThrownBy(
            () -> LifeModel.read(new DataInputStream(new ByteArrayInputStream(new byte[20]))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no model of remaining life");
  }

  @Test
  void tooFewUnits_areNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestUnits.trainer(1, 5))
        .withMessageContaining("1 units cannot be parted in 5 folds");
  }

  private static RemainingLife lifeAfter(RunToFailure unit, int cycles) {
    ConditionTrend trend = model.begin();
    unit.rows().subList(0, cycles).forEach(row -> trend.add(model.used(row)));
    return model.tell(trend);
  }
}
