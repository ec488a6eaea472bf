package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.StockPosition;
import io.gemba.forecast.policy.TransferSides;
import io.gemba.forecast.policy.Transfers;
import io.gemba.message.Replenishment;
import io.gemba.site.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds goods that should move from one place to another because no order can arrive in time. Only
 * places whose stock was counted give or get.
 */
final class TransferRule {
  private static final long LEAST_CENTS = 500;
  // units that are hardly ever needed are not worth carrying about
  private static final double LEAST_CHANCE = 0.05;

  private final SupplyNetwork network;
  private final ProposalReason reasons;

  TransferRule(SupplyNetwork network, ProposalReason reasons) {
    this.network = network;
    this.reasons = reasons;
  }

  /**
   * The transfers that are worth it.
   *
   * @param rows places that sell the item
   * @param today first day of demand to come
   * @return by place that gets, with revision 0
   */
  Map<String, Replenishment> proposals(
      String item, List<PlaceRow> rows, int today, Instant madeAt) {
    SupplyNetwork.Goods goods = network.goods(item);
    Map<String, PlaceRow> byPlace = new HashMap<>();
    Map<String, String> known = new HashMap<>();
    List<Transfers.Side> sides = new ArrayList<>();
    for (PlaceRow row : rows) {
      if (network.hasVans() && row.stock().ledger().isCounted()) {
        byPlace.put(row.place(), row);
        Replenishment sent = row.stock().sentTransfer();
        if (sent != null && sent.quantity() > 0) {
          known.put(row.place(), sent.source());
        }
        sides.add(goods.sides().of(row.place(), row.demand(), row.position(0), today));
      }
    }
    Map<String, Replenishment> proposals = new HashMap<>();
    for (Transfers.Transfer best :
        Transfers.best(sides, network::tripCents, known, terms(goods.item()))) {
      PlaceRow to = Objects.requireNonNull(byPlace.get(best.to()));
      PlaceRow from = Objects.requireNonNull(byPlace.get(best.from()));
      proposals.put(best.to(), proposal(goods, from, to, new Move(best, today, madeAt)));
    }
    return proposals;
  }

  private static Transfers.Terms terms(Item item) {
    double packCents = LEAST_CHANCE * item.packSize() * Math.max(0, item.marginCents());
    return new Transfers.Terms(item.packSize(), packCents, LEAST_CENTS);
  }

  private record Move(Transfers.Transfer transfer, int today, Instant madeAt) {}

  private Replenishment proposal(SupplyNetwork.Goods goods, PlaceRow from, PlaceRow to, Move move) {
    Transfers.Transfer transfer = move.transfer;
    TransferSides sides = goods.sides();
    StockPosition position = to.position(0);
    int today = move.today;
    double without = sides.chanceOfRunOut(to.demand(), position, today, 0);
    double with = sides.chanceOfRunOut(to.demand(), position, today, transfer.units());
    double lossCents = sides.lossCents(to.demand(), position, today, 0);
    return new Replenishment(
        "%s@%s/%s/from-%s"
            .formatted(goods.item().id(), to.place(), LocalDate.ofEpochDay(today), from.place()),
        0,
        goods.item().id(),
        to.place(),
        from.place(),
        move.madeAt,
        LocalDate.ofEpochDay(today),
        LocalDate.ofEpochDay(today + 1L),
        transfer.units(),
        (int) Math.round(transfer.units() / goods.item().packSize()),
        0,
        position.onHand(),
        position.onOrder(),
        null,
        without,
        with,
        Math.round(lossCents),
        Math.round(Math.max(0, lossCents - transfer.takenCents() + transfer.givenCents())),
        0,
        0,
        reasons.ofTransfer(
            position,
            transfer,
            new ProposalReason.Giver(network.nameOf(from.place()), from.position(0).onHand()),
            new ProposalReason.Chances(without, with, sides.arrivalOfOrder(today))),
        List.of(),
        new Replenishment.Transfer(
            from.stock().ledger().onHand(), Math.round(transfer.tripCents())));
  }
}
