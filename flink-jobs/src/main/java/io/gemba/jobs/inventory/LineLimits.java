package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.Allocation;
import io.gemba.message.Replenishment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a line can make of what the places of an item want: all of it, or its share of the line's
 * hours until the goods must be there, less what is on order and not due by today, given pack by
 * pack to where the next one saves most. A least order is made even if it takes longer, once
 * nothing else is to be made: it would never fit otherwise.
 */
final class LineLimits {
  private final LineCapacity capacity;
  private final ProposalRule rule;

  LineLimits(LineCapacity capacity, ProposalRule rule) {
    this.capacity = capacity;
    this.rule = rule;
  }

  /**
   * The wishes again, each with what the line can make of it.
   *
   * @param ofLine the item's share of the line's hours
   * @param wishes places that are proposed for now
   * @param unchanged places whose last proposal stands
   * @param proposals what each of the wishes asks for, by place
   * @return empty while all fits, or if no line makes the item
   */
  List<ProposalRule.View> limited(
      String item,
      double ofLine,
      List<ProposalRule.View> wishes,
      List<ProposalRule.View> unchanged,
      Map<String, Replenishment> proposals) {
    LineCapacity.Made made = capacity.of(item).orElse(null);
    if (made == null) {
      return List.of();
    }
    List<ProposalRule.View> asking = new ArrayList<>();
    double wanted = 0;
    double toMake = 0;
    int today = Integer.MIN_VALUE;
    for (ProposalRule.View view : all(wishes, unchanged)) {
      PlaceRow row = view.row();
      if (row.warehouse() == null) {
        Replenishment proposal = proposals.get(row.place());
        Replenishment last = proposal == null ? row.stock().sent() : proposal;
        asking.add(view);
        wanted += last == null ? 0 : last.quantity();
        toMake += row.stock().onOrderAfter(rule.today(row));
        today = Math.max(today, rule.today(row));
      }
    }
    if (asking.isEmpty()) {
      return List.of();
    }
    int arrives = rule.arrivalOfOrderOn(item, today);
    double can = capacity.units(made, ofLine, today, arrives);
    double most = Math.max(can - toMake, toMake > 0 ? 0 : rule.leastOrder(item));
    if (wanted <= most) {
      return List.of();
    }
    List<Allocation.Claim> claims =
        asking.stream().map(view -> rule.allocationClaim(item, view.row(), view.share())).toList();
    Map<String, Double> given = Allocation.share(most, claims);
    ProposalRule.LineLimit limit =
        new ProposalRule.LineLimit(made.line().name(), made.line().unitsPerHour(), can, toMake);
    return asking.stream()
        .map(view -> view.limited(given.getOrDefault(view.row().place(), 0.0), limit))
        .toList();
  }

  private static List<ProposalRule.View> all(
      List<ProposalRule.View> wishes, List<ProposalRule.View> unchanged) {
    List<ProposalRule.View> all = new ArrayList<>(wishes);
    all.addAll(unchanged);
    return all;
  }
}
