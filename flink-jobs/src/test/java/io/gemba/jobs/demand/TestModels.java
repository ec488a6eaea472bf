package io.gemba.jobs.demand;

import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.learn.ModelTrainer;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.SitePanel;
import io.gemba.forecast.train.TribuoTrainer;
import io.gemba.jobs.TestShop;
import io.gemba.message.Demand;
import io.gemba.message.TrainedModel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Demand with a pattern that the fallback cannot see, and small models of it. */
final class TestModels {
  static final int DAYS = 600;
  private static final List<String> ITEMS = List.of("soup", "hummus", "feta");
  private static final List<String> PLACES = List.of("a", "b", "c");
  private static final ModelTrainer.Options SMALL =
      new ModelTrainer.Options(3_000, 5, 3, 0.1, 1, 1.5, 1.1, 7);

  private TestModels() {}

  /** Units of a day that sell twice as well in the first ten days of a month. */
  static int payday(LocalDate day) {
    return (day.getDayOfMonth() <= 10 ? 40 : 20) + Math.floorMod(day.toEpochDay() * 37, 5);
  }

  /** The opposite of {@link #payday}: well after the twentieth. */
  static int monthEnd(LocalDate day) {
    return (day.getDayOfMonth() > 20 ? 60 : 10) + Math.floorMod(day.toEpochDay() * 37, 5);
  }

  /** Totals of every item and place up to a day. */
  static List<Demand> totals(LocalDate last, ToIntFunction<LocalDate> units) {
    List<Demand> demand = new ArrayList<>();
    for (LocalDate day = last.minusDays(DAYS - 1); !day.isAfter(last); day = day.plusDays(1)) {
      for (String item : ITEMS) {
        for (String place : PLACES) {
          demand.add(
              new Demand(
                  item + place + day,
                  Demand.Kind.DAY_TOTAL,
                  item,
                  place,
                  day.atTime(12, 0).atZone(TestShop.ZONE).toInstant(),
                  units.applyAsInt(day),
                  300,
                  false,
                  0));
        }
      }
    }
    return demand;
  }

  /** A model that has learnt what was sold up to a day. */
  static TrainedModel trained(LocalDate last, ToIntFunction<LocalDate> units, Instant madeAt) {
    List<SitePanel.Row> rows = new ArrayList<>();
    for (String item : ITEMS) {
      for (String place : PLACES) {
        float[] values = new float[DAYS];
        for (int i = 0; i < DAYS; i++) {
          values[i] = units.applyAsInt(last.minusDays(DAYS - 1 - i));
        }
        rows.add(new SitePanel.Row(item, place, (int) last.toEpochDay(), values));
      }
    }
    Panel panel = new SitePanel(TestShop.site()).of(rows, (int) last.toEpochDay(), DAYS);
    return trained(SMALL, panel, last, madeAt);
  }

  /** A model with trees enough to learn what prices do. */
  static TrainedModel priced(Panel panel, LocalDate last, Instant madeAt) {
    return trained(
        new ModelTrainer.Options(8_000, 60, 4, 0.1, 1, 1.5, 1.1, 7), panel, last, madeAt);
  }

  private static TrainedModel trained(
      ModelTrainer.Options options, Panel panel, LocalDate last, Instant madeAt) {
    DemandModel model = new ModelTrainer(options, TribuoTrainer::new).train(panel);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      model.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
    return new TrainedModel(model.name(), last, madeAt, bytes.toByteArray());
  }
}
