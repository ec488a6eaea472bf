package io.gemba.routes.format;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.RouteRequest.Prices;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.routes.Travel;
import io.gemba.routes.Travel.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Instances in the form of Solomon (1987) and Gehring and Homberger (1999): one depot, equal
 * vehicles, hard windows, shortest way wins. Lengths follow the DIMACS convention, one decimal,
 * truncated. A unit of the file is a kilometre and a minute here, and a kilometre costs 10 cents,
 * so that the plan's cents are tenths of the benchmark's distance.
 */
public final class SolomonFile {
  private static final long CENTS_PER_UNIT = 10;
  private static final long LOST_CENTS = 1_000_000;
  private static final double UNIT_SECONDS = 60;
  private static final double UNIT_METRES = 1000;
  private static final int COLUMNS = 7;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private SolomonFile() {}

  /**
   * Reads one instance.
   *
   * @throws IOException naming the file and what is missing in it
   */
  public static RouteRequest read(Path file, Search search) throws IOException {
    List<double[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      List<String> words = BLANKS.splitAsStream(line.strip()).toList();
      if (words.get(0).matches("[0-9.]+")) {
        double[] row = new double[words.size()];
        for (int i = 0; i < words.size(); i++) {
          row[i] = Double.parseDouble(words.get(i));
        }
        rows.add(row);
      }
    }
    if (rows.size() < 2 || rows.get(0).length != 2) {
      throw new IOException(file + " names no vehicles and customers. Is it a Solomon file?");
    }
    List<double[]> customers = rows.subList(1, rows.size());
    for (double[] customer : customers) {
      if (customer.length != COLUMNS) {
        throw new IOException(
            "%s has a customer of %d columns, not 7.".formatted(file, customer.length));
      }
    }
    return request(rows.get(0), customers, search);
  }

  private static RouteRequest request(double[] fleet, List<double[]> customers, Search search) {
    List<Place> places = new ArrayList<>();
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < customers.size(); i++) {
      double[] row = customers.get(i);
      String id = String.valueOf((int) row[0]);
      places.add(new Place(id, 0, 0));
      if (i > 0) {
        orders.add(
            new Order(
                id,
                id,
                Window.hard(at(row[4]), at(row[5])),
                row[6] * UNIT_SECONDS,
                row[3],
                0,
                LOST_CENTS,
                List.of(),
                null));
      }
    }
    double[] depot = customers.get(0);
    List<Vehicle> vehicles = new ArrayList<>();
    for (int i = 1; i <= (int) fleet[0]; i++) {
      vehicles.add(
          new Vehicle(
              "v" + i,
              places.get(0).id(),
              at(depot[4]),
              at(depot[5]),
              fleet[1],
              0,
              new Prices(0, CENTS_PER_UNIT, 0, 0),
              true));
    }
    return new RouteRequest(
        places, vehicles, orders, Travel.given(matrix(customers)), List.of(), search);
  }

  private static Matrix matrix(List<double[]> customers) {
    List<List<Double>> metres = new ArrayList<>();
    List<List<Double>> seconds = new ArrayList<>();
    for (double[] from : customers) {
      List<Double> metresRow = new ArrayList<>();
      List<Double> secondsRow = new ArrayList<>();
      for (double[] to : customers) {
        double tenths = Math.floor(10 * Math.hypot(from[1] - to[1], from[2] - to[2]));
        metresRow.add(tenths * UNIT_METRES / 10);
        secondsRow.add(tenths * UNIT_SECONDS / 10);
      }
      metres.add(metresRow);
      seconds.add(secondsRow);
    }
    return new Matrix(metres, seconds);
  }

  private static Instant at(double units) {
    return Instant.ofEpochSecond(Math.round(units * UNIT_SECONDS));
  }
}
