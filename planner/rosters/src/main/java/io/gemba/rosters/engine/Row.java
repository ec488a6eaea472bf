package io.gemba.rosters.engine;

/**
 * One person's rules and wishes.
 *
 * @param automaton what follows what
 * @param cellPrice packed price of value v on day d at {@code d * values + v}
 * @param open values that may be chosen on each day, ascending, at least one
 * @param counters what is counted along the row
 * @param cover what the row brings to cover
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops, never changed
public record Row(
    Automaton automaton, long[] cellPrice, int[][] open, Counters counters, Cover cover) {}
