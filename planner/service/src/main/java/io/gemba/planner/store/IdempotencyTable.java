package io.gemba.planner.store;

import java.time.Instant;
import java.util.Optional;

/** Keys that clients gave to writes, so that a repeat is recognised. */
public final class IdempotencyTable {

  /**
   * What a key stands for.
   *
   * @param fingerprint of the body that came with it
   * @param orderId what was made
   */
  public record Seen(String fingerprint, String orderId) {}

  /**
   * Claims a key. Two callers with the same key wait for each other.
   *
   * @return what was made under it before; empty when the key is new
   */
  public Optional<Seen> claim(Transaction transaction, String key, Seen seen, Instant at) {
    int added =
        transaction.update(
            "insert into idempotency (key, fingerprint, order_id, at) values (?, ?, ?, ?)"
                + " on conflict (key) do nothing",
            key,
            seen.fingerprint(),
            seen.orderId(),
            at);
    if (added == 1) {
      return Optional.empty();
    }
    return transaction.find(
        row -> new Seen(row.getString("fingerprint"), row.getString("order_id")),
        "select fingerprint, order_id from idempotency where key = ?",
        key);
  }
}
