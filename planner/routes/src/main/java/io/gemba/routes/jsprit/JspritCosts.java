package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.cost.AbstractForwardVehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.cost.VehicleRoutingActivityCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import io.gemba.routes.model.RouteModel;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What jsprit's insertion pays for a way and for a stop: distance and time on the road; waiting,
 * service and lateness at a stop. jsprit prices whole plans by {@link JspritObjective} instead.
 *
 * <p>It is called without end, also inside a long construction, and so it is where the search hears
 * that it must stop.
 */
final class JspritCosts extends AbstractForwardVehicleRoutingTransportCosts
    implements VehicleRoutingActivityCosts {
  private final RouteModel model;
  private final long originMillis;
  private final StopSignal signal;
  private int[] vehicleOfIndex = {};
  private int[] orderOfIndex = {};

  JspritCosts(RouteModel model, long originMillis, StopSignal signal) {
    this.model = model;
    this.originMillis = originMillis;
    this.signal = signal;
  }

  /** Learns jsprit's own numbering, known only once the problem is built. */
  void bind(
      VehicleRoutingProblem problem, Map<String, Integer> vehicles, Map<String, Integer> orders) {
    vehicleOfIndex = new int[problem.getVehicles().size() + 1];
    for (Vehicle vehicle : problem.getVehicles()) {
      vehicleOfIndex[vehicle.getIndex()] = Objects.requireNonNull(vehicles.get(vehicle.getId()));
    }
    orderOfIndex = new int[problem.getJobs().size() + 1];
    for (Job job : problem.getJobs().values()) {
      orderOfIndex[job.getIndex()] = Objects.requireNonNull(orders.get(job.getId()));
    }
  }

  int order(TourActivity activity) {
    return orderOfIndex[((TourActivity.JobActivity) activity).getJob().getIndex()];
  }

  private int vehicle(@Nullable Vehicle vehicle) {
    return vehicle == null || vehicle.getIndex() >= vehicleOfIndex.length
        ? 0
        : vehicleOfIndex[vehicle.getIndex()];
  }

  @Override
  public double getDistance(
      Location from, Location to, double departureTime, @Nullable Vehicle vehicle) {
    return model.metres(vehicle(vehicle), from.getIndex(), to.getIndex());
  }

  @Override
  public double getTransportTime(
      Location from,
      Location to,
      double departureTime,
      @Nullable Driver driver,
      @Nullable Vehicle vehicle) {
    signal.check();
    long departs = originMillis + Math.round(departureTime);
    return model.arrival(vehicle(vehicle), from.getIndex(), to.getIndex(), departs) - departs;
  }

  @Override
  public double getTransportCost(
      Location from,
      Location to,
      double departureTime,
      @Nullable Driver driver,
      @Nullable Vehicle vehicle) {
    var prices = model.vehicle(vehicle(vehicle)).prices();
    return getDistance(from, to, departureTime, vehicle) / 1000 * prices.centsPerKilometre()
        + getTransportTime(from, to, departureTime, driver, vehicle)
            / 3_600_000.0
            * prices.centsPerHour();
  }

  @Override
  public double getActivityCost(
      TourActivity activity, double arrivalTime, @Nullable Driver driver, Vehicle vehicle) {
    if (!(activity instanceof TourActivity.JobActivity)) {
      return 0;
    }
    int order = order(activity);
    int index = vehicle(vehicle);
    double start = Math.max(arrivalTime, activity.getTheoreticalEarliestOperationStartTime());
    double stay = start - arrivalTime + activity.getOperationTime();
    double due = model.order(order).window().end().toEpochMilli() - originMillis;
    double late = Math.max(0, start - due) / 60_000.0;
    return stay / 3_600_000.0 * model.vehicle(index).prices().centsPerHour()
        + late * model.centsPerLateMinute(order, index);
  }

  @Override
  public double getActivityDuration(
      TourActivity activity, double arrivalTime, @Nullable Driver driver, Vehicle vehicle) {
    return activity.getOperationTime();
  }
}
