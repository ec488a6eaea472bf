/**
 * PostgreSQL: the one package that knows JDBC. In: records and the transaction they belong to. Out:
 * the same records. Everything that must hold together is written in one {@link
 * io.gemba.planner.store.Transaction}.
 */
@NullMarked
package io.gemba.planner.store;

import org.jspecify.annotations.NullMarked;
