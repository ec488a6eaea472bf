package io.gemba.planner.alarms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which alarms have one likely cause, up the asset tree: sensors of one machine that begin within
 * {@value #TOGETHER_MINUTES} minutes of the first of them are one, and so are machines of one line
 * whose first alarms begin within that time of the line's first. The earliest heads the group: what
 * follows from a fault begins after it. Time alone is no proof, so all members stay to be seen, in
 * the order of their onsets. Pure.
 */
final class AlarmGroups {
  static final int TOGETHER_MINUTES = 10;

  private static final Duration TOGETHER = Duration.ofMinutes(TOGETHER_MINUTES);

  private AlarmGroups() {}

  /**
   * An alarm in the tree.
   *
   * @param machine its machine; empty when the sensor stands alone
   * @param line its machine's line; empty when it has none
   */
  record Member(String id, String machine, String line, Instant onset) {}

  /**
   * An alarm's place in its group.
   *
   * @param head id of the earliest alarm, its own when it is that
   * @param rank 0 for the head, then by onset
   */
  record Place(String head, int rank) {}

  /** The place of every alarm, by id; ids differ. O(n log n). */
  static Map<String, Place> of(List<Member> alarms) {
    List<List<Member>> ofMachines =
        together(
            alarms.stream().map(List::of).toList(),
            one -> one.machine().isEmpty() ? one.id() : one.machine());
    List<List<Member>> ofLines =
        together(ofMachines, one -> one.line().isEmpty() ? one.id() : one.line());
    Map<String, Place> places = new HashMap<>();
    for (List<Member> group : ofLines) {
      for (int rank = 0; rank < group.size(); rank++) {
        places.put(group.get(rank).id(), new Place(group.get(0).id(), rank));
      }
    }
    return places;
  }

  /** Joins groups whose heads share a key and begin soon after the first of them. */
  private static List<List<Member>> together(
      List<List<Member>> groups, Function<Member, String> key) {
    List<List<Member>> joined = new ArrayList<>();
    Map<String, List<Member>> newest = new HashMap<>();
    Comparator<Member> byOnset = Comparator.comparing(Member::onset).thenComparing(Member::id);
    groups.stream()
        .sorted(Comparator.comparing(group -> group.get(0), byOnset))
        .forEach(
            group -> {
              Member head = group.get(0);
              List<Member> before = newest.get(key.apply(head));
              if (before == null || head.onset().isAfter(before.get(0).onset().plus(TOGETHER))) {
                before = new ArrayList<>();
                newest.put(key.apply(head), before);
                joined.add(before);
              }
              before.addAll(group);
            });
    joined.forEach(group -> group.sort(byOnset));
    return joined;
  }
}
