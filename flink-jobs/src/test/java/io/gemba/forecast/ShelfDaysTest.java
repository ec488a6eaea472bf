package io.gemba.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShelfDaysTest {
  private static final int DAY = 20_000;
  private static final int MORNING = 8 * 60;
  private static final int EVENING = 20 * 60;

  private record Seen(int day, int minute, boolean isStocked) {}

  @Test
  void emptyShelf_zerosAreUnknownUntilStockIsSeen() {
    ShelfDays shelf = of(new Seen(2, MORNING, false), new Seen(5, MORNING, true));

    assertThat(zerosAfter(shelf, 8)).containsExactly("0 0 ? ? ? 0 0 0".split(" "));
  }

  @Test
  void soldOutInTheEvening_thatDayCounts_theNextDoesNot() {
    ShelfDays shelf = of(new Seen(1, MORNING, true), new Seen(1, EVENING, false));

    assertThat(zerosAfter(shelf, 4)).containsExactly("0 0 ? ?".split(" "));
  }

  @Test
  void deliveredOnAnEmptyDay_countsThatDay() {
    ShelfDays shelf = of(new Seen(0, MORNING, false), new Seen(2, EVENING, true));

    assertThat(zerosAfter(shelf, 4)).containsExactly("? ? 0 0".split(" "));
  }

  @Test
  void sale_tellsOfStockThatNobodyCounted() {
    ShelfDays shelf = of(new Seen(0, MORNING, false));
    float[] values = {0, 0, 3, 0, 0};

    shelf.leaveOut(values, DAY + 4);

    assertThat(values).containsExactly(Float.NaN, Float.NaN, 3, 0, 0);
  }

  @Test
  void nothingSeen_changesNothing() {
    assertThat(zerosAfter(new ShelfDays(), 3)).containsExactly("0 0 0".split(" "));
  }

  @Test
  void emptyForLong_isNotSoldAnyMore() {
    ShelfDays shelf = of(new Seen(0, MORNING, false));

    String[] days = zerosAfter(shelf, 200);

    assertThat(Arrays.stream(days).filter("?"::equals).count())
        .isEqualTo(ShelfDays.CARRIED_DAYS + 1);
    assertThat(days[199]).isEqualTo("0");
  }

  @Test
  void sameMinute_stockCountsInEitherOrder() {
    assertThat(zerosAfter(of(new Seen(0, 9, false), new Seen(0, 9, true)), 3))
        .isEqualTo(zerosAfter(of(new Seen(0, 9, true), new Seen(0, 9, false)), 3))
        .containsExactly("0 0 0".split(" "));
  }

  @Test
  void anyOrderAndRepeats_leaveTheSameBytes() throws IOException {
    for (long seed = 1; seed <= 30; seed++) {
      Random random = new Random(seed);
      List<Seen> seen = random(random, 1_500, 120);
      byte[] inOrder = bytes(of(seen.toArray(new Seen[0])));

      seen.addAll(seen.subList(0, 30));
      Collections.shuffle(seen, random);

      assertThat(bytes(of(seen.toArray(new Seen[0])))).as("seed %d", seed).isEqualTo(inOrder);
    }
  }

  @Test
  void add_whenItSaysNothingNew_noDayHasChanged() {
    for (long seed = 1; seed <= 30; seed++) {
      Random random = new Random(seed);
      ShelfDays shelf = new ShelfDays();
      for (Seen each : random(random, 60, 80)) {
        String[] before = zerosAfter(shelf, 60);
        int firstBefore = shelf.firstStockedDay();

        boolean isNews = shelf.add(DAY + each.day, each.minute, each.isStocked);

        boolean hasChanged =
            !Arrays.equals(zerosAfter(shelf, 60), before) || shelf.firstStockedDay() != firstBefore;
        assertThat(isNews || !hasChanged).as("seed %d %s", seed, each).isTrue();
      }
    }
  }

  @Test
  void writtenAndRead_areTheSame_andCopiesAreApart() throws IOException {
    ShelfDays shelf = of(new Seen(0, MORNING, false), new Seen(3, EVENING, true));
    ShelfDays copy = shelf.copy();

    ShelfDays read = ShelfDays.read(new DataInputStream(new ByteArrayInputStream(bytes(shelf))));
    shelf.add(DAY + 1, MORNING, true);

    assertThat(zerosAfter(read, 5)).containsExactly("? ? ? 0 0".split(" "));
    assertThat(zerosAfter(copy, 5)).isEqualTo(zerosAfter(read, 5));
    assertThat(bytes(read)).hasSize(1_540);
    assertThat(read.firstStockedDay()).isEqualTo(DAY + 3);
  }

  private static List<Seen> random(Random random, int days, int count) {
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      seen.add(new Seen(random.nextInt(days), random.nextInt(4), random.nextInt(3) > 0));
    }
    return seen;
  }

  private static ShelfDays of(Seen... seen) {
    ShelfDays shelf = new ShelfDays();
    for (Seen each : seen) {
      shelf.add(DAY + each.day, each.minute, each.isStocked);
    }
    return shelf;
  }

  /** What becomes of a series of zeros from the first day on. */
  private static String[] zerosAfter(ShelfDays shelf, int days) {
    float[] values = new float[days];
    shelf.leaveOut(values, DAY + days - 1);
    String[] words = new String[days];
    for (int i = 0; i < days; i++) {
      words[i] = Float.isNaN(values[i]) ? "?" : "0";
    }
    return words;
  }

  private static byte[] bytes(ShelfDays shelf) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    shelf.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
