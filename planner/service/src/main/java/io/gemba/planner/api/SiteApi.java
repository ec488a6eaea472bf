package io.gemba.planner.api;

import io.gemba.planner.site.SiteView;
import java.util.List;
import java.util.function.Supplier;

/** The site's names. */
public final class SiteApi {
  private SiteApi() {}

  /** Its endpoints. */
  public static List<Endpoint> endpoints(Supplier<SiteView> site) {
    return List.of(
        Endpoint.get(
            "/api/v1/site",
            "Places, machines, people, vans and items by name",
            SiteView.class,
            request -> Answer.ok(site.get())));
  }
}
