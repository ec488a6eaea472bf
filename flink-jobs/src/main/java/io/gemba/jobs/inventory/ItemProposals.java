package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.Allocation;
import io.gemba.forecast.policy.DemandOutlook;
import io.gemba.message.Overstock;
import io.gemba.message.Replenishment;
import io.gemba.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to propose for an item, all its places together: orders of the places that sell it, from its
 * source or from the warehouse that holds it, the warehouse's own, and transfers between places;
 * and where there is too much of it. Only what tells a person anything new is sent. Pure but for
 * what was sent, which it notes.
 */
final class ItemProposals {
  private static final int ORDER_KEPT_DAYS = 7;
  private static final double CORRELATION = 0.2;

  private final SupplyNetwork network;
  private final ProposalRule rule;
  private final TransferRule transfers;
  private final OverstockRule overstocks;
  private final LineLimits lines;

  ItemProposals(Site site) {
    ReasonWords words = new ReasonWords(site.currency());
    ProposalReason reasons = new ProposalReason(words);
    this.network = new SupplyNetwork(site);
    this.rule = new ProposalRule(site.zone(), network, reasons);
    this.transfers = new TransferRule(network, reasons);
    this.lines = new LineLimits(new LineCapacity(site), rule);
    this.overstocks = new OverstockRule(site.zone(), network, new OverstockReason(network, words));
  }

  /** How long to wait for what may still come. */
  record Patience(long countMillis, long loadingMillis) {}

  /** Where what is new goes. */
  record Out(Consumer<Replenishment> proposals, Consumer<Overstock> overstocks) {}

  /**
   * Proposes for all places that changed.
   *
   * @param places all places of the item; what is sent is noted in them
   */
  Outcome propose(
      String item, ItemState state, Map<String, PlaceStock> places, Round round, Out out) {
    List<PlaceRow> rows = rows(places);
    Map<String, Shortage.Share> shares =
        state.losses().isEmpty()
            ? Map.of()
            : Shortage.of(state.losses(), rows.stream().map(row -> rule.claim(item, row)).toList());
    Map<String, Double> limits = limits(item, rows, places, shares);
    boolean all = state.isSupplyChanged() || !state.losses().isEmpty() || state.isLimited();
    boolean waits = false;
    List<PlaceRow> ready = new ArrayList<>();
    List<ProposalRule.View> wishes = new ArrayList<>();
    List<ProposalRule.View> unchanged = new ArrayList<>();
    for (PlaceRow row : rows) {
      if (waits(row, round)) {
        waits = true;
        continue;
      }
      ready.add(row);
      Shortage.Share share = shares.getOrDefault(row.place(), Shortage.Share.NONE);
      double most = limits.getOrDefault(row.place(), Double.MAX_VALUE);
      boolean isAsked = all || row.stock().isChanged() || row.warehouse() != null;
      (isAsked ? wishes : unchanged).add(new ProposalRule.View(row, share, most, round.at()));
    }
    if (!waits) {
      for (PlaceRow row : warehouses(rows, places)) {
        wishes.add(new ProposalRule.View(row, Shortage.Share.NONE, Double.MAX_VALUE, round.at()));
      }
    }
    Set<String> touched = order(item, state, wishes, unchanged, out.proposals);
    if (!waits) {
      for (PlaceRow row : warehouses(rows, places)) {
        tell(item, new OverstockRule.View(row, rule.today(row), List.of(), round.at()), out);
      }
      touched.addAll(transfer(item, ready, round, out.proposals));
    }
    for (PlaceRow row : ready) {
      Overstock told = row.stock().overstock();
      if (touched.contains(row.place()) || (told != null && told.holds())) {
        tell(item, new OverstockRule.View(row, rule.today(row), ready, round.at()), out);
        touched.add(row.place());
      }
    }
    return new Outcome(waits, touched);
  }

  /**
   * What came of it.
   *
   * @param waits whether some places must wait: for a count, or for history still being loaded
   * @param touched places whose state changed
   */
  record Outcome(boolean waits, Set<String> touched) {}

  /** When proposals are made, and how patiently. */
  record Round(long nowMillis, Patience patience) {
    Instant at() {
      return Instant.ofEpochMilli(nowMillis);
    }
  }

  private List<PlaceRow> rows(Map<String, PlaceStock> places) {
    List<PlaceRow> rows = new ArrayList<>();
    new TreeMap<>(places)
        .forEach(
            (place, stock) -> {
              DemandOutlook demand = stock.demand();
              if (demand != null) {
                rows.add(new PlaceRow(place, stock, demand, 0, warehouse(place, places)));
              }
            });
    return rows;
  }

  /** The warehouse that feeds a place, if its stock of the item is counted. */
  private @Nullable String warehouse(String place, Map<String, PlaceStock> places) {
    return network
        .warehouseOf(place)
        .filter(
            warehouse -> {
              PlaceStock stock = places.get(warehouse);
              return stock != null && stock.demand() == null && stock.ledger().isCounted();
            })
        .orElse(null);
  }

  private static PlaceStock stock(Map<String, PlaceStock> places, String place) {
    return Objects.requireNonNull(places.get(place));
  }

  /** What each fed place can have at most: all it wants, or its share of too little. */
  private Map<String, Double> limits(
      String item,
      List<PlaceRow> rows,
      Map<String, PlaceStock> places,
      Map<String, Shortage.Share> shares) {
    Map<String, List<Allocation.Claim>> claims = new HashMap<>();
    for (PlaceRow row : rows) {
      if (row.warehouse() != null) {
        Shortage.Share share = shares.getOrDefault(row.place(), Shortage.Share.NONE);
        claims
            .computeIfAbsent(row.warehouse(), warehouse -> new ArrayList<>())
            .add(rule.allocationClaim(item, row, share));
      }
    }
    Map<String, Double> limits = new HashMap<>();
    claims.forEach(
        (warehouse, those) ->
            limits.putAll(Allocation.share(stock(places, warehouse).free(), those)));
    return limits;
  }

  /**
   * Warehouses that sell nothing themselves but hold counted stock. They must cover what all the
   * places they feed sell, with all that these have or wait for (an echelon: Clark and Scarf 1960).
   */
  private static List<PlaceRow> warehouses(List<PlaceRow> rows, Map<String, PlaceStock> places) {
    Map<String, List<PlaceRow>> fed =
        rows.stream()
            .filter(row -> row.warehouse() != null)
            .collect(
                Collectors.groupingBy(
                    row -> String.valueOf(row.warehouse()), TreeMap::new, Collectors.toList()));
    List<PlaceRow> warehouses = new ArrayList<>();
    fed.forEach(
        (warehouse, those) -> {
          double there =
              those.stream().mapToDouble(row -> row.stock().free() + row.stock().onOrder()).sum();
          DemandOutlook together =
              DemandOutlook.together(those.stream().map(PlaceRow::demand).toList(), CORRELATION);
          warehouses.add(new PlaceRow(warehouse, stock(places, warehouse), together, there, null));
        });
    return warehouses;
  }

  private boolean waits(PlaceRow row, Round round) {
    int lagDays = rule.lagDays(row, round.nowMillis);
    return row.stock().waitsForCount(round.nowMillis, round.patience.countMillis)
        || row.stock().isLoading(lagDays, round.nowMillis, round.patience.loadingMillis);
  }

  /** Orders what is wished for, or what the line can make of it; places that were ordered for. */
  private Set<String> order(
      String item,
      ItemState state,
      List<ProposalRule.View> wishes,
      List<ProposalRule.View> unchanged,
      Consumer<Replenishment> out) {
    Map<String, Replenishment> proposals = new TreeMap<>();
    for (ProposalRule.View view : wishes) {
      PlaceRow row = view.row();
      row.stock().forgetOrdersBefore(rule.today(row) - ORDER_KEPT_DAYS);
      proposals.put(row.place(), rule.proposal(item, view));
    }
    List<ProposalRule.View> limited =
        lines.limited(item, state.ofLine(), wishes, unchanged, proposals);
    for (ProposalRule.View view : limited) {
      proposals.put(view.row().place(), rule.proposal(item, view));
    }
    state.limit(!limited.isEmpty());
    List<ProposalRule.View> all = new ArrayList<>(wishes);
    all.addAll(limited);
    Set<String> touched = new TreeSet<>();
    for (ProposalRule.View view : all) {
      String place = view.row().place();
      Replenishment proposal = proposals.get(place);
      if (proposal != null && touched.add(place)) {
        view.row().stock().settle(send(view.row().stock().sent(), proposal, out));
      }
    }
    return touched;
  }

  private void tell(String item, OverstockRule.View view, Out out) {
    Overstock news = overstocks.news(item, view);
    if (news != null) {
      view.row().stock().tell(news);
      out.overstocks.accept(news);
    }
  }

  private Set<String> transfer(
      String item, Collection<PlaceRow> rows, Round round, Consumer<Replenishment> out) {
    OptionalInt today = rows.stream().mapToInt(rule::today).max();
    Set<String> touched = new TreeSet<>();
    if (today.isEmpty()) {
      return touched;
    }
    List<PlaceRow> present =
        rows.stream()
            .filter(row -> row.warehouse() == null && rule.today(row) == today.getAsInt())
            .toList();
    Map<String, Replenishment> proposals =
        transfers.proposals(item, present, today.getAsInt(), round.at());
    for (PlaceRow row : rows) {
      Replenishment sent = row.stock().sentTransfer();
      Replenishment proposal = proposals.get(row.place());
      Replenishment next = null;
      if (proposal != null) {
        next = send(sent, proposal, out);
      } else if (sent != null && sent.quantity() > 0) {
        next = sent.withdrawn(round.at(), "Not worth the way any more.");
        out.accept(next);
      }
      if (next != null) {
        row.stock().settleTransfer(next);
        touched.add(row.place());
      }
    }
    return touched;
  }

  /** Sends what is new; null if nothing is. */
  private static @Nullable Replenishment send(
      @Nullable Replenishment sent, Replenishment proposal, Consumer<Replenishment> out) {
    Replenishment next = null;
    if (sent == null || !sent.id().equals(proposal.id())) {
      next = proposal;
    } else if (ProposalRule.isNews(sent, proposal)) {
      next = proposal.revised(sent.revision() + 1);
    }
    if (next != null) {
      if (sent != null && !sent.id().equals(next.id()) && sent.quantity() > 0) {
        out.accept(sent.withdrawn(next.madeAt(), "Replaced by the proposal " + next.id() + "."));
      }
      out.accept(next);
    }
    return next;
  }
}
