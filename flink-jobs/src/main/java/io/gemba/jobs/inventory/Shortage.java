package io.gemba.jobs.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where units that were not made will be missed: at the place whose stock covers the fewest days
 * first, each up to the demand it must meet before its next delivery but one.
 */
final class Shortage {
  private Shortage() {}

  /**
   * A place that lives on the item.
   *
   * @param stockUnits on hand and on order
   * @param dailyUnits expected demand of a day
   * @param needUnits expected demand until an order of today and the next have arrived
   */
  record Claim(String place, double stockUnits, double dailyUnits, double needUnits) {
    double coverDays() {
      return dailyUnits > 0 ? stockUnits / dailyUnits : Double.MAX_VALUE;
    }
  }

  /**
   * What a place will miss.
   *
   * @param units in all
   * @param losses the losses it comes from
   */
  record Share(double units, List<InventoryEvent.Lost> losses) {
    static final Share NONE = new Share(0, List.of());

    /** Copies the losses. */
    Share {
      losses = List.copyOf(losses);
    }
  }

  /**
   * Shares losses out.
   *
   * @param losses in the order in which they are shared out
   * @param claims one a place, in any order
   * @return by place, only those that miss something; whole units while they last
   */
  static Map<String, Share> of(Collection<InventoryEvent.Lost> losses, Collection<Claim> claims) {
    List<Claim> neediestFirst = new ArrayList<>(claims);
    neediestFirst.sort(Comparator.comparingDouble(Claim::coverDays).thenComparing(Claim::place));
    Map<String, Share> shares = new HashMap<>();
    for (InventoryEvent.Lost lost : losses) {
      double left = Math.floor(lost.units());
      for (Claim claim : neediestFirst) {
        Share share = shares.getOrDefault(claim.place(), Share.NONE);
        double units = Math.min(left, Math.ceil(claim.needUnits()) - share.units());
        if (units > 0) {
          left -= units;
          List<InventoryEvent.Lost> both = new ArrayList<>(share.losses());
          both.add(lost);
          shares.put(claim.place(), new Share(share.units() + units, both));
        }
      }
    }
    return shares;
  }
}
