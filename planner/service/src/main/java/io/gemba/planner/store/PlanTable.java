package io.gemba.planner.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Drafts and published plans. A slot is what one plan is in force for: {@code ROSTER}, or {@code
 * ROUTES-2026-11-22}. Publishing moves the slot's current plan by one compare-and-set, so of two
 * who publish at once one wins, and a reader sees the old plan or the new one, never half.
 */
public final class PlanTable {
  /** So long a person may still publish what was on the screen when a newer draft came. */
  static final Duration SEEN = Duration.ofMinutes(1);

  private static final String IN_FORCE =
      "coalesce((select version from current_plans where slot = drafts.slot), 0)";

  /**
   * A plan that nobody has published.
   *
   * @param draftId unique
   * @param slot what it is for
   * @param baseVersion version in force when it was made; 0 = none
   * @param madeAt when
   * @param reason one sentence: why it was made
   * @param causes ids it follows from
   * @param changes how many cells or stops differ from the plan in force
   * @param costCents its price
   * @param baselineCents the price by the rules before
   * @param body JSON of the plan's document
   */
  public record Draft(
      String draftId,
      String slot,
      int baseVersion,
      Instant madeAt,
      String reason,
      List<String> causes,
      int changes,
      long costCents,
      long baselineCents,
      String body) {}

  /** A plan in force, or one that was. */
  public record Published(
      String planId,
      String slot,
      int version,
      Instant publishedAt,
      String publishedBy,
      List<String> causes,
      long costCents,
      long baselineCents,
      String body) {}

  /**
   * Makes a draft the open one of its slot; the one before is overtaken.
   *
   * @return false when another version is in force than it was made from; nothing is written then
   */
  public boolean open(Transaction transaction, Draft draft) {
    lock(transaction, draft.slot());
    int inForce = findCurrent(transaction, draft.slot()).map(Published::version).orElse(0);
    if (inForce != draft.baseVersion()) {
      return false;
    }
    overtake(transaction, draft.slot(), draft.madeAt());
    transaction.update(
        "insert into drafts (draft_id, slot, base_version, state, made_at, reason, causes,"
            + " changes, cost_cents, baseline_cents, body)"
            + " values (?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?::jsonb)",
        draft.draftId(),
        draft.slot(),
        draft.baseVersion(),
        draft.madeAt(),
        draft.reason(),
        draft.causes(),
        draft.changes(),
        draft.costCents(),
        draft.baselineCents(),
        draft.body());
    return true;
  }

  private static void overtake(Transaction transaction, String slot, Instant at) {
    transaction.update(
        "update drafts set state = 'OVERTAKEN', overtaken_at = ?"
            + " where slot = ? and state = 'OPEN'",
        at,
        slot);
  }

  /** Of those who open and publish in one slot, one at a time. */
  private static void lock(Transaction transaction, String slot) {
    var unused = transaction.find(row -> true, "select pg_advisory_xact_lock(hashtext(?))", slot);
  }

  /** The open draft of a slot. */
  public Optional<Draft> findOpen(Transaction transaction, String slot) {
    return transaction.find(
        PlanTable::draft, "select * from drafts where slot = ? and state = 'OPEN'", slot);
  }

  /** A draft that can still be published: open, or overtaken a moment ago. */
  public Optional<Draft> findDraft(Transaction transaction, String draftId, Instant now) {
    return transaction.find(
        PlanTable::draft,
        "select * from drafts where draft_id = ?"
            + " and (state = 'OPEN' or (state = 'OVERTAKEN' and overtaken_at > ?))"
            + " and base_version = "
            + IN_FORCE,
        draftId,
        now.minus(SEEN));
  }

  /** The plan in force. */
  public Optional<Published> findCurrent(Transaction transaction, String slot) {
    return transaction.find(
        PlanTable::published,
        "select p.* from plans p join current_plans c on c.plan_id = p.plan_id where c.slot = ?",
        slot);
  }

  /**
   * Puts a plan in force if the version in force is still the one it was made from; other drafts of
   * its slot are overtaken.
   *
   * @param draft as {@link #findDraft} found it
   * @param plan whose version is one above the draft's base
   * @return false when somebody was faster; nothing is written then
   */
  public boolean publish(Transaction transaction, Draft draft, Published plan) {
    lock(transaction, draft.slot());
    int claimed =
        transaction.update(
            "update drafts set state = 'PUBLISHED' where draft_id = ? and state <> 'PUBLISHED'"
                + " and base_version = "
                + IN_FORCE,
            draft.draftId());
    if (claimed == 0) {
      return false;
    }
    overtake(transaction, draft.slot(), plan.publishedAt());
    int added =
        transaction.update(
            "insert into plans (plan_id, slot, version, published_at, published_by, causes,"
                + " cost_cents, baseline_cents, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)"
                + " on conflict (slot, version) do nothing",
            plan.planId(),
            plan.slot(),
            plan.version(),
            plan.publishedAt(),
            plan.publishedBy(),
            plan.causes(),
            plan.costCents(),
            plan.baselineCents(),
            plan.body());
    return added == 1 && compareAndSet(transaction, draft, plan);
  }

  private static boolean compareAndSet(Transaction transaction, Draft draft, Published plan) {
    return transaction.update(
            "insert into current_plans (slot, version, plan_id) values (?, ?, ?)"
                + " on conflict (slot) do update set version = excluded.version,"
                + " plan_id = excluded.plan_id where current_plans.version = ?",
            plan.slot(),
            plan.version(),
            plan.planId(),
            draft.baseVersion())
        == 1;
  }

  private static Draft draft(ResultSet row) throws SQLException {
    return new Draft(
        row.getString("draft_id"),
        row.getString("slot"),
        row.getInt("base_version"),
        Transaction.instant(row, "made_at"),
        row.getString("reason"),
        Transaction.texts(row, "causes"),
        row.getInt("changes"),
        row.getLong("cost_cents"),
        row.getLong("baseline_cents"),
        row.getString("body"));
  }

  private static Published published(ResultSet row) throws SQLException {
    return new Published(
        row.getString("plan_id"),
        row.getString("slot"),
        row.getInt("version"),
        Transaction.instant(row, "published_at"),
        row.getString("published_by"),
        Transaction.texts(row, "causes"),
        row.getLong("cost_cents"),
        row.getLong("baseline_cents"),
        row.getString("body"));
  }
}
