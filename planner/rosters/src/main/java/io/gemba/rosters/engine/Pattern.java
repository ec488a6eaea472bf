package io.gemba.rosters.engine;

import java.util.List;

/**
 * A sequence of days that nobody should have; each occurrence costs, overlapping ones too. The
 * state is the set of beginnings of the pattern that end with the day before.
 *
 * @param elements the days of the pattern, at most 20
 * @param price packed price of an occurrence
 * @param initial beginnings that the days before the first one are, bit i for the elements 0 to i
 */
public record Pattern(List<Element> elements, long price, int initial) implements SequenceRule {
  /** A day of a pattern. */
  @FunctionalInterface
  public interface Element {
    /** Whether a value on a day of a class fits. */
    boolean fits(int dayClass, int value);
  }

  /** Copies the elements. */
  public Pattern {
    elements = List.copyOf(elements);
  }

  /** A sequence that begins with the first day or later. */
  public Pattern(List<Element> elements, long price) {
    this(elements, price, 0);
  }

  /** Beginnings after a day, the whole pattern among them. */
  private int grown(int state, int dayClass, int value) {
    int grown = 0;
    for (int i = 0; i < elements.size(); i++) {
      boolean begun = i == 0 || (state >> (i - 1) & 1) == 1;
      if (begun && elements.get(i).fits(dayClass, value)) {
        grown |= 1 << i;
      }
    }
    return grown;
  }

  @Override
  public int next(int state, int dayClass, int value) {
    return grown(state, dayClass, value) & ~(1 << (elements.size() - 1));
  }

  @Override
  public long price(int state, int dayClass, int value) {
    return (grown(state, dayClass, value) >> (elements.size() - 1) & 1) * price;
  }
}
