package io.gemba.planner.roster;

import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.site.LabourStandard;
import io.gemba.site.LabourStandard.Lead;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * People of experience among those needed: in each hour with work for a skill, as many of a level
 * as the standards of that skill ask, and no more than are needed. Of two standards that ask for
 * the same level, the one that asks for more counts, at the dearer price.
 */
final class LeadRule {
  private final List<LabourStandard> labour;

  LeadRule(List<LabourStandard> labour) {
    this.labour = labour;
  }

  /**
   * One row a need and level.
   *
   * @param gone full hours of a day that are over: nobody is asked for in them any more
   */
  List<Demand> demand(List<Need> needs, ToIntFunction<LocalDate> gone) {
    List<Demand> demand = new ArrayList<>();
    for (Need need : needs) {
      TreeMap<Integer, Lead> leads = new TreeMap<>();
      for (LabourStandard standard : labour) {
        Lead lead = standard.lead();
        if (lead != null
            && standard.place().equals(need.place())
            && standard.skill().equals(need.skill())) {
          leads.merge(lead.level(), lead, LeadRule::more);
        }
      }
      leads.values().forEach(lead -> demand.add(row(need, lead, gone.applyAsInt(need.day()))));
    }
    return demand;
  }

  private static Lead more(Lead one, Lead other) {
    return new Lead(
        one.level(),
        Math.max(one.heads(), other.heads()),
        Math.max(one.centsPerHour(), other.centsPerHour()));
  }

  private static Demand row(Need need, Lead lead, int gone) {
    List<Integer> heads = new ArrayList<>();
    for (int hour = 0; hour < need.need().size(); hour++) {
      heads.add(hour < gone ? 0 : Math.min(lead.heads(), need.need().get(hour)));
    }
    return new Demand(
        need.place(),
        need.skill(),
        need.day(),
        heads,
        lead.centsPerHour(),
        0,
        lead.level(),
        List.of(),
        List.of());
  }
}
