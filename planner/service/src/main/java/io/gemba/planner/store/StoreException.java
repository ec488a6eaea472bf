package io.gemba.planner.store;

import java.sql.SQLException;

/** The database did not do what it was asked. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final String DATA_ERRORS = "22";

  private final String sqlState;

  StoreException(String what, SQLException cause) {
    super(what + ": " + cause.getMessage(), cause);
    this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  /** Whether a value was at fault, so that the same again fails again. */
  public boolean isBadData() {
    return sqlState.startsWith(DATA_ERRORS);
  }
}
