package io.gemba.forecast.policy;

import io.gemba.site.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is too much of an item at a place.
 *
 * <p>Units beyond the most that an order of the policy can leave are held every night on which
 * demand has not reached them. The oldest units are sold first: with U(k) the units of the k
 * batches that expire first and D(k) demand until the last of these does, the units that expire are
 * the largest U(k) - D(k); the largest of their expectations, used here, is never above what is
 * expected. What would expire of the units wanted, were they fresh, is the policy's own risk and
 * not an excess. Beyond the forecast its mean goes on. Thread safe.
 */
public final class ExcessStock {
  private static final int MOST_NIGHTS = 365;
  private static final int MOST_DAYS = 3650;
  private static final double NOTHING = 1e-3;

  private final Item item;
  private final StockPolicy policy;

  /**
   * @param policy by which the place orders
   */
  public ExcessStock(Item item, StockPolicy policy) {
    this.item = item;
    this.policy = policy;
  }

  /**
   * What is too much.
   *
   * @param protection of the demand there and at all places it feeds, by the place's policy
   * @param batches units there and on their way
   * @param unitsBelow units at and on their way to the places it feeds
   */
  public Excess of(Protection protection, List<Batch> batches, double unitsBelow) {
    Selling selling = new Selling(protection.outlook());
    double own = batches.stream().mapToDouble(Batch::units).sum();
    double all = own + unitsBelow;
    double wanted = policy.mostWanted(protection);
    List<Batch> together = new ArrayList<>(batches);
    together.add(new Batch(unitsBelow, item.shelfLifeDays()));
    double accepted = selling.left(Math.min(all, wanted), item.shelfLifeDays());
    double expiring = Math.max(0, Math.min(own, selling.expired(together) - accepted));
    double beyond = Math.max(expiring, all - wanted);
    double units = Math.max(0, Math.min(own, beyond));
    int longest = Math.min(MOST_NIGHTS, batches.stream().mapToInt(Batch::daysLeft).max().orElse(0));
    return new Excess(
        wanted,
        units,
        expiring,
        selling.daysOf(Math.max(0, beyond), longest),
        selling.daysOf(all, MOST_DAYS),
        Math.round(policy.holdingCents(unitNights(selling, units, beyond, longest), 1)),
        Math.round(expiring * item.costCents()));
  }

  private static double unitNights(Selling selling, double units, double beyond, int longest) {
    double sum = 0;
    for (int night = 1; night <= longest; night++) {
      double held = Math.min(units, selling.left(beyond, night));
      if (held < NOTHING) {
        break;
      }
      sum += held;
    }
    return sum;
  }

  /** Demand without an end: after the outlook, its mean every day. */
  private static final class Selling {
    private final DemandOutlook outlook;
    private final double daily;

    Selling(DemandOutlook outlook) {
      this.outlook = outlook;
      this.daily = outlook.meanOfFirst(outlook.days()) / outlook.days();
    }

    /** Expected units left of some after so many days. */
    double left(double units, int days) {
      double later = Math.max(0, days - outlook.days()) * daily;
      return outlook.ofFirst(days).expectedLeft(Math.max(0, units - later));
    }

    /** Expected units that expire, the oldest sold first. */
    double expired(List<Batch> batches) {
      double units = 0;
      double most = 0;
      for (Batch batch :
          batches.stream().sorted(Comparator.comparingInt(Batch::daysLeft)).toList()) {
        units += batch.units();
        most = Math.max(most, left(units, batch.daysLeft()));
      }
      return most;
    }

    /** Days in which mean demand takes some units; null if more than {@code most}. */
    @Nullable Integer daysOf(double units, int most) {
      double sold = 0;
      for (int day = 1; day <= Math.min(most, outlook.days()); day++) {
        sold += outlook.mean()[day - 1];
        if (sold >= units) {
          return day;
        }
      }
      double days = outlook.days() + Math.ceil((units - sold) / daily);
      return days <= most ? (int) days : null;
    }
  }
}
