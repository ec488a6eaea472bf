package io.gemba.jobs.stream;

import static java.util.Objects.requireNonNull;

import io.gemba.message.Demand;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads a demand record. */
final class DemandDecoder extends PlainDecoder<Demand> {
  private static final long serialVersionUID = 1;

  DemandDecoder() {
    super(Demand.class, 9);
  }

  @Override
  Fields<Demand> fields() {
    return new DemandFields();
  }

  private static final class DemandFields implements Fields<Demand> {
    private String id = "";
    private Demand.@Nullable Kind kind;
    private String item = "";
    private String place = "";
    private Instant at = Instant.EPOCH;
    private double quantity;
    private long priceCents;
    private boolean promotion;
    private int revision;

    @Override
    public void take(String name, Tokens tokens) throws IOException {
      switch (name) {
        case "id" -> id = tokens.text(0);
        case "kind" -> kind = Demand.Kind.valueOf(tokens.text(1));
        case "item" -> item = tokens.text(2);
        case "place" -> place = tokens.text(3);
        case "at" -> at = tokens.time(4);
        case "quantity" -> quantity = tokens.number(5);
        case "priceCents" -> priceCents = tokens.whole(6);
        case "promotion" -> promotion = tokens.flag(7);
        case "revision" -> revision = tokens.smallWhole(8);
        default -> tokens.skip();
      }
    }

    @Override
    public Demand message() {
      return new Demand(
          id, requireNonNull(kind), item, place, at, quantity, priceCents, promotion, revision);
    }
  }
}
