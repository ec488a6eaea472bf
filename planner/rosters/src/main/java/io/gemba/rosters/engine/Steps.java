package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An automaton's transitions for the hottest loop: four bytes each, and one table for all classes
 * of days that never differ (Monday to Friday, mostly), so that they stay in the nearest cache.
 *
 * <p>Layout: transition {@code (dayClass, state, value)} is at {@code layer[dayClass] + state *
 * values + value} of {@code move}: the next state in the upper 16 bits, the number of the price in
 * the lower.
 */
final class Steps {
  private static final int UNSET = -1;
  private static final int MOST_PRICES = 1 << 16;

  final int[] layer;
  final int[] move;
  final long[] price;

  Steps(Automaton automaton) {
    int classes = automaton.emitting.length;
    int size = automaton.states * automaton.values;
    layer = new int[classes];
    List<int[]> tables = new ArrayList<>();
    List<byte[]> emits = new ArrayList<>();
    Map<Long, Integer> prices = new HashMap<>();
    for (int dayClass = 0; dayClass < classes; dayClass++) {
      int from = dayClass * size;
      int[] table = new int[size];
      for (int i = 0; i < size; i++) {
        int number = prices.computeIfAbsent(automaton.price[from + i], key -> prices.size());
        table[i] = automaton.next[from + i] < 0 ? UNSET : automaton.next[from + i] << 16 | number;
      }
      byte[] emitted = Arrays.copyOfRange(automaton.emits, from, from + size);
      int same = 0;
      while (same < tables.size()
          && !(Arrays.equals(emits.get(same), emitted) && fits(tables.get(same), table))) {
        same++;
      }
      if (same == tables.size()) {
        tables.add(table);
        emits.add(emitted);
      } else {
        fill(tables.get(same), table);
      }
      layer[dayClass] = same * size;
    }
    if (prices.size() > MOST_PRICES) {
      throw new IllegalArgumentException(
          "The sequence rules of a row have %d different prices, at most %d are followed."
              .formatted(prices.size(), MOST_PRICES));
    }
    move = new int[tables.size() * size];
    for (int i = 0; i < tables.size(); i++) {
      System.arraycopy(tables.get(i), 0, move, i * size, size);
    }
    price = new long[prices.size()];
    prices.forEach((value, number) -> price[number] = value);
  }

  /** Whether two tables agree wherever both are set. */
  private static boolean fits(int[] table, int[] other) {
    for (int i = 0; i < table.length; i++) {
      if (table[i] != other[i] && table[i] != UNSET && other[i] != UNSET) {
        return false;
      }
    }
    return true;
  }

  private static void fill(int[] table, int[] other) {
    for (int i = 0; i < table.length; i++) {
      table[i] = table[i] == UNSET ? other[i] : table[i];
    }
  }
}
