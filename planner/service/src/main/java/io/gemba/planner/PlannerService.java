package io.gemba.planner;

import io.gemba.planner.events.EventHub;
import io.gemba.planner.health.Counters;
import io.gemba.settings.Settings;
import io.gemba.site.Site;

/** The running planner. */
public final class PlannerService implements AutoCloseable {
  private final Site site;

  private PlannerService(Site site) {
    this.site = site;
  }

  static PlannerService start(Settings settings, Site site, EventHub hub, Counters counters) {
    return new PlannerService(site);
  }

  Site site() {
    return site;
  }

  @Override
  public void close() {}
}
