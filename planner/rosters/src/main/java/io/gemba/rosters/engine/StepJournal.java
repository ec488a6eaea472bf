package io.gemba.rosters.engine;

/**
 * What a step on a {@link State} has changed, so that it can be undone: cells with their old values
 * and, by spans of a row's changed days, the row's old prices; then the fairness groups. One
 * thread.
 */
final class StepJournal {
  private static final int MOST_SPANS = 64;

  private final int[] changedCell;
  private final short[] changedFrom;
  private int changes;
  private final int[] spanRow = new int[MOST_SPANS];
  private final int[] spanEmitted = new int[MOST_SPANS];
  private final long[] spanSequence = new long[MOST_SPANS];
  private final long[] spanCounters = new long[MOST_SPANS];
  private final int[] spanStart = new int[MOST_SPANS];
  private int spans;
  private final int[] group = new int[MOST_SPANS];
  private final long[] groupWas = new long[MOST_SPANS];
  private int groups;

  StepJournal(int days) {
    changedCell = new int[MOST_SPANS * days];
    changedFrom = new short[MOST_SPANS * days];
  }

  void clear() {
    changes = 0;
    spans = 0;
    groups = 0;
  }

  /** How many cells have changed. */
  int changes() {
    return changes;
  }

  /** Cell {@code row * days + day} of a change. */
  int cell(int change) {
    return changedCell[change];
  }

  /** What the cell was before it. */
  int before(int change) {
    return changedFrom[change];
  }

  void change(int cell, short was) {
    changedCell[changes] = cell;
    changedFrom[changes++] = was;
  }

  /**
   * Closes a span: the changes since the last one are a row's.
   *
   * @param first its first change
   * @param emitted how many more the automaton emits
   * @param sequence packed price of the row's sequence before it
   * @param counters packed price of its counters before it
   */
  void close(int row, int first, int emitted, long sequence, long counters) {
    spanRow[spans] = row;
    spanStart[spans] = first;
    spanEmitted[spans] = emitted;
    spanSequence[spans] = sequence;
    spanCounters[spans++] = counters;
  }

  void group(int changed, long was) {
    group[groups] = changed;
    groupWas[groups++] = was;
  }

  int spans() {
    return spans;
  }

  int row(int span) {
    return spanRow[span];
  }

  /** First change of a span. */
  int start(int span) {
    return spanStart[span];
  }

  /** The change after the last of a span. */
  int end(int span) {
    return span + 1 < spans ? spanStart[span + 1] : changes;
  }

  int emitted(int span) {
    return spanEmitted[span];
  }

  long sequence(int span) {
    return spanSequence[span];
  }

  long counters(int span) {
    return spanCounters[span];
  }

  /** Gives the fairness groups their old prices back, the last change first. */
  void restore(long[] groupPrices) {
    for (int i = groups - 1; i >= 0; i--) {
      groupPrices[group[i]] = groupWas[i];
    }
  }
}
