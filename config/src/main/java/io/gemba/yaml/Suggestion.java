package io.gemba.yaml;

import java.util.Comparator;
import java.util.List;

/** Finds what somebody may have meant. */
final class Suggestion {
  private static final int FARTHEST = 3;

  private Suggestion() {}

  /** A sentence that names the nearest of the known words, or lists them all. */
  static String among(String word, List<String> known) {
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= FARTHEST)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .map(candidate -> " Maybe '" + candidate + "' was meant.")
        .orElse(" Known: " + String.join(", ", known) + ".");
  }

  /** Edits from one word to the other (Levenshtein, 1966). */
  static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[other.length() + 1];
      now[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int swap = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + swap);
      }
      before = now;
    }
    return before[other.length()];
  }
}
