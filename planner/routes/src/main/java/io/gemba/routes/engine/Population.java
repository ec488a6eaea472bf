package io.gemba.routes.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Plans that are short and unlike each other. Parents and survivors are chosen by the rank of their
 * length plus the rank of how unlike they are to their likest others (Vidal et al. 2012, section
 * 4.2, with their numbers). Unlike there all plans are feasible.
 */
final class Population {
  /** So many survive when the population has grown by a generation. */
  private static final int SURVIVORS = 25;

  private static final int GENERATION = 40;

  /** So many of the shortest survive whatever they are like. */
  private static final int ELITE = 4;

  private static final int LIKEST = 5;

  /** Share of the ways that parents should not have in common, sought in so many draws. */
  private static final double UNLIKE_SHARE = 0.1;

  private static final int DRAWS = 5;

  private final int customers;
  private final FastRandom random;
  private final List<Individual> members = new ArrayList<>();
  private boolean isRated;

  Population(int customers, FastRandom random) {
    this.customers = customers;
    this.random = random;
  }

  /** Takes a complete plan in, unless it is there already. */
  void add(PlainPlan plan) {
    Individual added = new Individual(plan, customers);
    for (Individual member : members) {
      if (member.plan.length() == plan.length() && member.unlike(added) == 0) {
        return;
      }
    }
    members.add(added);
    isRated = false;
    if (members.size() > SURVIVORS + GENERATION) {
      while (members.size() > SURVIVORS) {
        rate();
        members.remove(worst());
        isRated = false;
      }
    }
  }

  int size() {
    return members.size();
  }

  /** Forgets all. */
  void clear() {
    members.clear();
  }

  /** Draws a parent. */
  Individual parent() {
    if (!isRated) {
      rate();
    }
    Individual one = members.get(random.below(members.size()));
    Individual other = members.get(random.below(members.size()));
    return one.fitness < other.fitness ? one : other;
  }

  /** Draws a parent that is not much like the first, where there is one. */
  Individual mate(Individual first) {
    Individual second = parent();
    for (int i = 0; i < DRAWS && first.unlike(second) < UNLIKE_SHARE * customers; i++) {
      second = parent();
    }
    return second;
  }

  private int worst() {
    int worst = 0;
    for (int i = 1; i < members.size(); i++) {
      worst = members.get(i).fitness > members.get(worst).fitness ? i : worst;
    }
    return worst;
  }

  private void rate() {
    members.sort(Comparator.comparingLong(member -> member.plan.length()));
    int size = members.size();
    double[] unlike = unlikeness();
    Integer[] byUnlikeness = new Integer[size];
    Arrays.setAll(byUnlikeness, i -> i);
    Arrays.sort(byUnlikeness, Comparator.comparingDouble(i -> -unlike[i]));
    double weight = 1 - Math.min(1, (double) ELITE / size);
    for (int rank = 0; rank < size; rank++) {
      int i = byUnlikeness[rank];
      members.get(i).fitness = (i + weight * rank) / size;
    }
    isRated = true;
  }

  /** For each member how unlike it is to the few that are likest to it. */
  private double[] unlikeness() {
    int size = members.size();
    double[] unlike = new double[size];
    int[] others = new int[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        others[j] = members.get(i).unlike(members.get(j));
      }
      Arrays.sort(others);
      for (int j = 1; j <= Math.min(LIKEST, size - 1); j++) {
        unlike[i] += others[j];
      }
    }
    return unlike;
  }
}
