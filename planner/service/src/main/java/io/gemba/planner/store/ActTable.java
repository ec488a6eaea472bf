package io.gemba.planner.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was proposed because of something, with its price. */
public final class ActTable {

  /**
   * A proposal with its price.
   *
   * @param id of the draft or plan change
   * @param page of the console it is shown on
   * @param title a few words
   * @param detail one sentence
   * @param cents what it costs more than doing nothing
   * @param causes ids it follows from
   * @param at when it was proposed
   */
  public record Act(
      String id,
      String page,
      String title,
      String detail,
      long cents,
      List<String> causes,
      Instant at) {}

  /** Writes an act; one with the same id is replaced. */
  public void put(Transaction transaction, Act act) {
    transaction.update(
        "insert into acts (id, page, title, detail, cents, causes, at)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
            + " page = excluded.page, title = excluded.title, detail = excluded.detail,"
            + " cents = excluded.cents, causes = excluded.causes, at = excluded.at",
        act.id(),
        act.page(),
        act.title(),
        act.detail(),
        act.cents(),
        act.causes(),
        act.at());
  }

  /** Looks one up. */
  public Optional<Act> find(Transaction transaction, String id) {
    return transaction.find(ActTable::read, "select * from acts where id = ?", id);
  }

  /** Those that follow from any of these. */
  public List<Act> listCausedBy(Transaction transaction, List<String> causes) {
    return transaction.list(
        ActTable::read, "select * from acts where causes && ? order by at, id", causes);
  }

  private static Act read(ResultSet row) throws SQLException {
    return new Act(
        row.getString("id"),
        row.getString("page"),
        row.getString("title"),
        row.getString("detail"),
        row.getLong("cents"),
        Transaction.texts(row, "causes"),
        Transaction.instant(row, "at"));
  }
}
