package io.gemba.sensors.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Demand;
import io.gemba.message.Json;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DemandJsonTest {
  private final DemandJson json = new DemandJson();

  @Test
  void write_randomRecords_sameBytesAsJson() {
    SplittableRandom random = new SplittableRandom(7);

    for (int i = 0; i < 2_000; i++) {
      Demand demand = demand(random, "id-" + i, "item-" + i % 9, "place");

      assertThat(json.write(demand)).asString().isEqualTo(text(demand));
    }
  }

  @Test
  void write_textThatNeedsEscaping_sameBytesAsJson() {
    SplittableRandom random = new SplittableRandom(8);

    for (String odd : List.of("a\"b", "back\\slash", "tab\t", "Köln", "a\u2028b", "\uD83D\uDE00")) {
      Demand demand = demand(random, odd, odd, odd);

      assertThat(new String(json.write(demand), UTF_8)).isEqualTo(text(demand));
    }
  }

  private static String text(Demand demand) {
    return new String(Json.write(demand), UTF_8);
  }

  private static Demand demand(SplittableRandom random, String id, String item, String place) {
    Demand.Kind kind = random.nextBoolean() ? Demand.Kind.SALE : Demand.Kind.DAY_TOTAL;
    Instant at =
        Instant.ofEpochSecond(random.nextLong(2_000_000_000L), random.nextInt(3) * 1_000_001L);
    double quantity = random.nextBoolean() ? random.nextInt(1_000) : random.nextDouble(1e9);
    return new Demand(
        id,
        kind,
        item,
        place,
        at,
        quantity,
        random.nextLong(1_000_000),
        random.nextBoolean(),
        random.nextInt(5));
  }
}
