/**
 * Kafka in. Offsets are written in the transaction of the effect, so a record takes effect exactly
 * once; what cannot be used goes to the dead letters in the same transaction.
 */
@NullMarked
package io.gemba.planner.intake;

import org.jspecify.annotations.NullMarked;
