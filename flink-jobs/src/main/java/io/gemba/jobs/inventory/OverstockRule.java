package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.Excess;
import io.gemba.forecast.policy.ExcessStock;
import io.gemba.forecast.policy.StockPolicy;
import io.gemba.message.Overstock;
import io.gemba.message.Replenishment;
import io.gemba.site.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From the state of a place to what is too much there, and whether that is worth a word. Too much
 * is told once it costs a least, or an order if that is more, and is over at half of that.
 */
final class OverstockRule {
  private static final long LEAST_CENTS = 500;
  private static final double OVER_AT = 0.5;
  private static final double CHANGE = 0.2;

  private final ZoneId zone;
  private final SupplyNetwork network;
  private final OverstockReason reasons;

  /**
   * @param zone whose days count
   */
  OverstockRule(ZoneId zone, SupplyNetwork network, OverstockReason reasons) {
    this.zone = zone;
    this.network = network;
    this.reasons = reasons;
  }

  /**
   * A look at one place.
   *
   * @param today first day of demand to come
   * @param others places that could take some of it
   */
  record View(PlaceRow row, int today, List<PlaceRow> others, Instant madeAt) {}

  /** Goods that another place wants. */
  record Bring(String to, double units) {}

  /** What to say of a place now; null if nothing is new. */
  @Nullable Overstock news(String itemId, View view) {
    PlaceRow row = view.row;
    Overstock told = row.stock().overstock();
    if (!row.stock().ledger().isCounted()) {
      return null;
    }
    SupplyNetwork.Goods goods = network.goods(itemId);
    Excess excess = excess(goods, view);
    boolean holds = told != null && told.holds();
    double least = Math.max(LEAST_CENTS, goods.orderCents()) * (holds ? OVER_AT : 1);
    if (excess.units() <= 0 || excess.totalCents() < least) {
      return told != null && holds ? over(told, view).following(told) : null;
    }
    Bring bring = bring(goods.item(), excess, view);
    Overstock next = overstock(itemId, view, excess, bring);
    if (told == null || !(holds || told.id().equals(next.id()))) {
      return next;
    }
    return isNews(told, next) ? next.following(told) : null;
  }

  private Excess excess(SupplyNetwork.Goods goods, View view) {
    PlaceRow row = view.row;
    StockPolicy policy = row.warehouse() == null ? goods.fromSource() : goods.fromWarehouse();
    int shelfLife = goods.item().shelfLifeDays();
    return new ExcessStock(goods.item(), policy)
        .of(
            row.protection(policy, view.today),
            row.stock().batches(shelfLife, view.today, zone),
            row.unitsBelow());
  }

  private Overstock overstock(String item, View view, Excess excess, @Nullable Bring bring) {
    PlaceStock stock = view.row.stock();
    Integer days = excess.soldInDays();
    LocalDate today = LocalDate.ofEpochDay(view.today);
    LocalDate soldOutBy = days == null ? null : today.plusDays(days - 1L);
    return new Overstock(
        "%s@%s/%s/over".formatted(item, view.row.place(), today),
        0,
        item,
        view.row.place(),
        view.madeAt,
        stock.free(),
        stock.onOrder(),
        excess.units(),
        excess.expiringUnits(),
        excess.lastsDays(),
        soldOutBy,
        excess.holdingCents(),
        excess.wasteCents(),
        bring == null ? null : bring.to(),
        reasons.of(view.row.position(0), excess, soldOutBy, bring));
  }

  private static Overstock over(Overstock told, View view) {
    PlaceStock stock = view.row.stock();
    return new Overstock(
        told.id(),
        told.revision(),
        told.item(),
        told.place(),
        view.madeAt,
        stock.free(),
        stock.onOrder(),
        0,
        0,
        null,
        null,
        0,
        0,
        null,
        "No longer so much that it costs anything to speak of.");
  }

  /**
   * The place to which bringing some saves most; the one told stays while none is clearly better.
   */
  private @Nullable Bring bring(Item item, Excess excess, View view) {
    PlaceRow row = view.row;
    Overstock told = row.stock().overstock();
    double spare = Math.min(excess.units(), row.stock().free());
    Bring best = null;
    double bestRank = 0;
    for (PlaceRow other : network.hasVans() ? view.others : List.<PlaceRow>of()) {
      double wanted = other.place().equals(row.place()) ? 0 : wanted(other.stock(), row.place());
      double units = Math.floor(Math.min(spare, wanted) / item.packSize()) * item.packSize();
      if (units > 0) {
        double saved = excess.savedWithout(units) - network.tripCents(row.place(), other.place());
        boolean isTold = told != null && other.place().equals(told.bringTo());
        double rank = saved + (isTold ? LEAST_CENTS : 0);
        if (saved >= LEAST_CENTS && (best == null || rank > bestRank)) {
          best = new Bring(other.place(), units);
          bestRank = rank;
        }
      }
    }
    return best;
  }

  private static double wanted(PlaceStock stock, String giver) {
    Replenishment order = stock.sent();
    Replenishment transfer = stock.sentTransfer();
    return Math.max(
        order == null ? 0 : order.quantity(),
        transfer == null || !transfer.source().equals(giver) ? 0 : transfer.quantity());
  }

  private static boolean isNews(Overstock told, Overstock next) {
    return differs((double) told.totalCents(), (double) next.totalCents(), LEAST_CENTS)
        || differs(told.excessUnits(), next.excessUnits(), 1)
        || (told.soldOutBy() == null) != (next.soldOutBy() == null)
        || !Objects.equals(told.bringTo(), next.bringTo());
  }

  private static boolean differs(double value, double other, double least) {
    return Math.abs(value - other) > Math.max(least, CHANGE * Math.max(value, other));
  }
}
