package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All sequence rules of a row as one deterministic weighted automaton: the reachable product of the
 * rules' machines, then minimised by partition refinement (Moore 1956). A change of some days is
 * priced by walking from the first of them until the new states meet the old ones, whatever the
 * length of the row.
 *
 * <p>Layout: transition {@code (dayClass, state, value)} is at {@code (dayClass * states + state) *
 * values + value} of {@code next}, {@code price} and {@code emits}; {@code next} is -1 where a
 * state cannot occur before such a day.
 */
public final class Automaton {
  static final int MOST_STATES = 60_000;

  final int states;
  final int values;
  final int[] next;
  final long[] price;
  final byte[] emits;
  final long[] finalPrice;
  final int initial;

  /** Whether any day of a class can emit. */
  final boolean[] emitting;

  /** The same for the hottest loop, four bytes a transition. */
  @Nullable Steps steps;

  private Automaton(int states, int values, int classes, int initial) {
    this.states = states;
    this.values = values;
    this.initial = initial;
    int size = classes * states * values;
    next = new int[size];
    Arrays.fill(next, -1);
    price = new long[size];
    emits = new byte[size];
    finalPrice = new long[states];
    emitting = new boolean[classes];
  }

  /** The same tables with another beginning and end. */
  private Automaton(Automaton same, int initial, long[] finalPrice) {
    states = same.states;
    values = same.values;
    next = same.next;
    price = same.price;
    emits = same.emits;
    emitting = same.emitting;
    steps = same.steps;
    this.initial = initial;
    this.finalPrice = finalPrice;
  }

  /** The same rules from another state on, with another price of ending in each. */
  Automaton from(int otherInitial, long[] otherFinalPrice) {
    return new Automaton(this, otherInitial, otherFinalPrice);
  }

  /**
   * Compiles rules.
   *
   * @param values how many values a day can hold; 0 is the free day
   * @param dayClass class of each day, numbered from 0
   * @throws TooManyStatesException if the rules together have more than 60,000 states
   */
  public static Automaton of(List<SequenceRule> rules, int values, int[] dayClass) {
    return new Product(rules, values, dayClass).explore().minimised();
  }

  int at(int dayClass, int state, int value) {
    return (dayClass * states + state) * values + value;
  }

  /** Merges states that no continuation can tell apart. */
  private Automaton minimised() {
    int classes = emitting.length;
    int[] block = new int[states];
    int count = 0;
    while (true) {
      Map<List<Long>, Integer> blocks = new HashMap<>();
      int[] refined = new int[states];
      for (int state = 0; state < states; state++) {
        refined[state] =
            blocks.computeIfAbsent(signature(state, block, classes), key -> blocks.size());
      }
      block = refined;
      if (blocks.size() == count) {
        Automaton merged = merged(block, count);
        merged.steps = new Steps(merged);
        return merged;
      }
      count = blocks.size();
    }
  }

  private List<Long> signature(int state, int[] block, int classes) {
    List<Long> signature = new ArrayList<>(2 + classes * values * 2);
    signature.add((long) block[state]);
    signature.add(finalPrice[state]);
    for (int dayClass = 0; dayClass < classes; dayClass++) {
      for (int value = 0; value < values; value++) {
        int at = at(dayClass, state, value);
        signature.add(next[at] < 0 ? -1L : block[next[at]] * 2L + emits[at]);
        signature.add(price[at]);
      }
    }
    return signature;
  }

  private Automaton merged(int[] block, int count) {
    Automaton merged = new Automaton(count, values, emitting.length, block[initial]);
    for (int state = 0; state < states; state++) {
      merged.finalPrice[block[state]] = finalPrice[state];
      for (int dayClass = 0; dayClass < emitting.length; dayClass++) {
        for (int value = 0; value < values; value++) {
          int from = at(dayClass, state, value);
          int to = merged.at(dayClass, block[state], value);
          merged.next[to] = next[from] < 0 ? -1 : block[next[from]];
          merged.price[to] = price[from];
          merged.emits[to] = emits[from];
        }
      }
    }
    System.arraycopy(emitting, 0, merged.emitting, 0, emitting.length);
    return merged;
  }

  /** The reachable product of the rules' machines, layer by layer over the days. */
  private static final class Product {
    private final List<SequenceRule> rules;
    private final int values;
    private final int[] dayClass;
    private final int classes;
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> tuples = new ArrayList<>();
    private final Map<Long, Integer> next = new HashMap<>();

    Product(List<SequenceRule> rules, int values, int[] dayClass) {
      this.rules = rules;
      this.values = values;
      this.dayClass = dayClass;
      classes = 1 + Arrays.stream(dayClass).max().orElse(0);
    }

    Automaton explore() {
      int initial = number(rules.stream().map(SequenceRule::initial).toList());
      List<Integer> layer = List.of(initial);
      boolean[] seen = new boolean[0];
      Map<Integer, boolean[]> done = new HashMap<>();
      for (int day : dayClass) {
        List<Integer> reached = new ArrayList<>();
        seen = Arrays.copyOf(new boolean[0], Math.max(seen.length, MOST_STATES + 1));
        for (int state : layer) {
          boolean[] known = done.computeIfAbsent(state, key -> new boolean[classes]);
          for (int value = 0; value < values; value++) {
            int to =
                known[day]
                    ? next.getOrDefault(key(day, state, value), -1)
                    : step(day, state, value);
            if (!seen[to]) {
              seen[to] = true;
              reached.add(to);
            }
          }
          known[day] = true;
        }
        layer = reached;
      }
      return tables(initial);
    }

    private int step(int day, int state, int value) {
      List<Integer> tuple = tuples.get(state);
      List<Integer> after = new ArrayList<>(rules.size());
      for (int rule = 0; rule < rules.size(); rule++) {
        after.add(rules.get(rule).next(tuple.get(rule), day, value));
      }
      int to = number(List.copyOf(after));
      next.put(key(day, state, value), to);
      return to;
    }

    private long key(int day, int state, int value) {
      return ((long) day * MOST_STATES * 2 + state) * values + value;
    }

    private int number(List<Integer> tuple) {
      Integer known = numbers.get(tuple);
      if (known != null) {
        return known;
      }
      if (tuples.size() == MOST_STATES) {
        throw new TooManyStatesException(MOST_STATES);
      }
      numbers.put(tuple, tuples.size());
      tuples.add(tuple);
      return tuples.size() - 1;
    }

    private Automaton tables(int initial) {
      Automaton all = new Automaton(tuples.size(), values, classes, initial);
      for (int state = 0; state < tuples.size(); state++) {
        List<Integer> tuple = tuples.get(state);
        for (int rule = 0; rule < rules.size(); rule++) {
          all.finalPrice[state] += rules.get(rule).finalPrice(tuple.get(rule));
        }
        for (int day = 0; day < classes; day++) {
          for (int value = 0; value < values; value++) {
            fill(all, day, state, value);
          }
        }
      }
      return all;
    }

    private void fill(Automaton all, int day, int state, int value) {
      Integer to = next.get(key(day, state, value));
      if (to == null) {
        return;
      }
      int at = all.at(day, state, value);
      all.next[at] = to;
      for (int rule = 0; rule < rules.size(); rule++) {
        int part = tuples.get(state).get(rule);
        all.price[at] += rules.get(rule).price(part, day, value);
        all.emits[at] += (byte) rules.get(rule).emits(part, day, value);
      }
      all.emitting[day] |= all.emits[at] != 0;
    }
  }
}
