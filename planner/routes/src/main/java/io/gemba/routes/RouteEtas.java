package io.gemba.routes;

import io.gemba.routes.model.Drive;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import io.gemba.routes.model.TravelMemory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When a van that runs late, or early, comes to the stops it still has. Stops keep their van and
 * their turn; waiting and breaks that the plan had give time back. Immutable, thread safe.
 */
public final class RouteEtas {
  private final RouteModel model;
  private final PlanReader reader;
  private final Tours plan;

  /**
   * One stop of the van's route.
   *
   * @param order order id
   * @param visit what is done
   * @param arrival when the van arrives now
   * @param start when service starts now
   * @param lateMinutes from the end of the window that this start belongs to, 0 when in time
   * @param missed whether that window is one that may not be missed
   */
  public record Eta(
      String order,
      RouteResult.Visit visit,
      Instant arrival,
      Instant start,
      double lateMinutes,
      boolean missed) {}

  /**
   * What a van reports.
   *
   * @param vehicle its id
   * @param served how many stops of its route are done, from the first; 0 = it is at its depot
   * @param free when it can leave the last of them, or its depot
   */
  public record Report(String vehicle, int served, Instant free) {}

  /**
   * @param request without errors
   * @param result its plan
   * @param memory of ways, asked first
   * @throws IllegalArgumentException naming an order or a vehicle of the plan that the request does
   *     not know
   */
  public RouteEtas(RouteRequest request, RouteResult result, TravelMemory memory) {
    model = new RouteModel(request, memory);
    reader = new PlanReader(model);
    plan = reader.tours(result);
  }

  /**
   * Works out the arrivals after a report. Costs one look at each stop of the route.
   *
   * @return the stops that are not done, in order of visit
   * @throws IllegalArgumentException for an unknown vehicle, or more stops done than it has
   */
  public List<Eta> after(Report report) {
    Tour tour = plan.tours().get(reader.vehicle(report.vehicle()));
    List<Integer> stops = new ArrayList<>();
    for (int i = 0; i < tour.size(); i++) {
      if (!tour.isReload(i)) {
        stops.add(i);
      }
    }
    if (report.served() < 0 || report.served() > stops.size()) {
      throw new IllegalArgumentException(
          "%d stops of '%s' cannot be done; its route has %d."
              .formatted(report.served(), report.vehicle(), stops.size()));
    }
    int done = report.served() == 0 ? 0 : stops.get(report.served() - 1) + 1;
    Drive drive = new Drive(model);
    drive.begin(tour.vehicle(), tour.nodes(), tour.size());
    for (int i = 0; i < done; i++) {
      drive.visit(tour.node(i));
    }
    drive.goOnAt(report.free().toEpochMilli());
    List<Eta> etas = new ArrayList<>();
    for (int i = done; i < tour.size(); i++) {
      drive.visit(tour.node(i));
      if (!tour.isReload(i)) {
        etas.add(eta(tour, i, drive));
      }
    }
    return etas;
  }

  private Eta eta(Tour tour, int position, Drive drive) {
    int node = tour.node(position);
    long start = drive.time() - model.serviceMillis(node, tour.vehicle());
    long late = Math.max(0, start - model.closes(node, start));
    return new Eta(
        model.order(tour.order(position)).id(),
        model.visit(node),
        Instant.ofEpochMilli(drive.arrival()),
        Instant.ofEpochMilli(start),
        late / 60_000.0,
        late > 0 && model.isHard(node));
  }
}
