package io.gemba.planner.orders;

import io.gemba.message.Json;
import io.gemba.message.Order;
import io.gemba.message.Topic;
import io.gemba.planner.intake.OrderRows;
import io.gemba.planner.store.AuditTable;
import io.gemba.planner.store.IdempotencyTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes orders in: kept and on their way to the topic in one transaction. */
public final class OrderDesk {
  private final Store store;
  private final Clock clock;
  private final Runnable changed;

  /** The same key came with another body before. */
  public static final class KeyReusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeyReusedException(String key) {
      super("Idempotency-Key '%s' was used for another order. Take a new key.".formatted(key));
    }
  }

  /**
   * @param changed told when an order was taken
   */
  public OrderDesk(Store store, Clock clock, Runnable changed) {
    this.store = store;
    this.clock = clock;
    this.changed = changed;
  }

  /**
   * Takes an order.
   *
   * @param key names this attempt; a repeat with the same key and body changes nothing and gives
   *     the first order. Empty = every call is a new order.
   * @throws KeyReusedException when the key came with another body
   */
  public Order take(Order order, Optional<String> key, byte[] body, String who) {
    Order kept = store.call(transaction -> take(transaction, order, key, body, who));
    changed.run();
    return kept;
  }

  private Order take(
      Transaction transaction, Order order, Optional<String> key, byte[] body, String who) {
    Instant now = clock.instant();
    if (key.isPresent()) {
      String fingerprint = UUID.nameUUIDFromBytes(body).toString();
      Optional<IdempotencyTable.Seen> seen =
          store
              .idempotency()
              .claim(
                  transaction, key.get(), new IdempotencyTable.Seen(fingerprint, order.id()), now);
      if (seen.isPresent()) {
        if (!seen.get().fingerprint().equals(fingerprint)) {
          throw new KeyReusedException(key.get());
        }
        return store.orders().find(transaction, seen.get().orderId()).orElse(order);
      }
    }
    store.orders().put(transaction, OrderRows.of(java.util.List.of(order)));
    store.outbox().toKafka(transaction, Topic.ORDERS, order.id(), order);
    store
        .audit()
        .add(
            transaction,
            new AuditTable.Entry(now, who, "order", order.id()),
            Map.of("order", new String(Json.write(order), StandardCharsets.UTF_8)));
    return order;
  }
}
