package io.gemba.planner.orders;

import io.gemba.message.Order;
import io.gemba.planner.checks.Checked;
import io.gemba.site.Item;
import io.gemba.site.Place;
import io.gemba.site.Site;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a sent order into one that fits the site, or says everything that is wrong with it. */
public final class OrderCheck {
  private static final int LONGEST_ID = 100;
  private static final int MOST_LINES = 1000;

  private final Site site;
  private final Instant now;
  private final List<Checked.Wrong> wrong = new ArrayList<>();

  private OrderCheck(Site site, Instant now) {
    this.site = site;
    this.now = now;
  }

  /** Checks an order. */
  public static Checked<Order> check(OrderBody body, Site site, Instant now) {
    return new OrderCheck(site, now).check(body);
  }

  private Checked<Order> check(OrderBody body) {
    String id = id(body.id());
    Order.Kind kind = constant(Order.Kind.class, body.kind(), Order.Kind.DELIVERY, "kind");
    Order.Status status = constant(Order.Status.class, body.status(), Order.Status.OPEN, "status");
    String from = from(body.from());
    String to = to(body.to());
    Instant placedAt = body.placedAt() == null ? now : time(body.placedAt(), "placedAt");
    Instant start = time(body.windowStart(), "windowStart");
    Instant end = time(body.windowEnd(), "windowEnd");
    if (start != null && end != null && !end.isAfter(start)) {
      say("windowEnd", "windowEnd (%s) must be after windowStart (%s).".formatted(end, start));
    }
    List<Order.Line> lines = lines(body.lines());
    double boxes = positive(body.boxes(), "boxes", lines, item -> 1 / item.unitsPerBox());
    double kilograms = positive(body.kilograms(), "kilograms", lines, Item::kilogramsPerUnit);
    double value =
        positive(
            body.valueCents() == null ? null : body.valueCents().doubleValue(),
            "valueCents",
            lines,
            item -> (double) item.priceCents());
    if (!wrong.isEmpty() || placedAt == null || start == null || end == null) {
      return Checked.bad(wrong);
    }
    List<String> causes = body.causes() == null ? List.of() : body.causes();
    return Checked.good(
        new Order(
            id,
            kind,
            status,
            from,
            to,
            placedAt,
            start,
            end,
            lines,
            body.boxes() == null ? Math.ceil(boxes) : boxes,
            kilograms,
            Math.round(value),
            causes));
  }

  private String id(@Nullable String id) {
    if (id == null) {
      return "order-" + UUID.randomUUID();
    }
    if (id.isBlank() || id.length() > LONGEST_ID) {
      say("id", "id must be 1 to " + LONGEST_ID + " characters. Leave it out to get one.");
    }
    return id;
  }

  private String from(@Nullable String from) {
    if (from == null) {
      return site.places().stream()
          .filter(place -> place.kind() == Place.Kind.WAREHOUSE)
          .findFirst()
          .orElse(site.places().get(0))
          .id();
    }
    boolean known =
        site.findPlace(from).isPresent()
            || site.findLine(from).isPresent()
            || site.suppliers().stream().anyMatch(supplier -> supplier.id().equals(from));
    if (!known) {
      say("from", "from ('%s') is no place, supplier or line of the site.".formatted(from));
    }
    return from;
  }

  private String to(@Nullable String to) {
    if (to == null) {
      say("to", "to is missing. Name the place that receives.");
      return "";
    }
    if (site.findPlace(to).isEmpty()) {
      say("to", "to ('%s') is no place of the site.".formatted(to));
    }
    return to;
  }

  private @Nullable Instant time(@Nullable String text, String field) {
    if (text == null) {
      say(field, field + " is missing. Give a time like 2026-11-22T10:42:00Z.");
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      say(field, "%s ('%s') must be a time like 2026-11-22T10:42:00Z.".formatted(field, text));
      return null;
    }
  }

  private List<Order.Line> lines(@Nullable List<OrderBody.Line> lines) {
    if (lines == null || lines.isEmpty() || lines.size() > MOST_LINES) {
      say("lines", "lines must name 1 to " + MOST_LINES + " items.");
      return List.of();
    }
    List<Order.Line> good = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String item = lines.get(i).item();
      Double quantity = lines.get(i).quantity();
      String at = "lines[" + i + "]";
      boolean known = item != null && site.findItem(item).isPresent();
      if (!known) {
        say(at + ".item", "item ('%s') is no item of the site.".formatted(item));
      }
      if (quantity == null || !Double.isFinite(quantity) || quantity <= 0) {
        say(at + ".quantity", "quantity (%s) must be above 0.".formatted(quantity));
      } else if (item != null && known) {
        good.add(new Order.Line(item, quantity));
      }
    }
    return good;
  }

  private double positive(
      @Nullable Double given,
      String field,
      List<Order.Line> lines,
      java.util.function.ToDoubleFunction<Item> perUnit) {
    if (given == null) {
      return lines.stream()
          .mapToDouble(
              line -> {
                Optional<Item> item = site.findItem(line.item());
                return item.map(perUnit::applyAsDouble).orElse(0.0) * line.quantity();
              })
          .sum();
    }
    if (!Double.isFinite(given) || given < 0) {
      say(field, "%s (%s) must not be negative.".formatted(field, given));
    }
    return given;
  }

  private <E extends Enum<E>> E constant(
      Class<E> type, @Nullable String text, E fallback, String field) {
    if (text == null) {
      return fallback;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseGet(
            () -> {
              String all = Arrays.toString(type.getEnumConstants());
              say(field, "%s ('%s') must be one of %s.".formatted(field, text, all));
              return fallback;
            });
  }

  private void say(String field, String message) {
    wrong.add(new Checked.Wrong(field, message));
  }
}
