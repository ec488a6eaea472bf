package io.gemba.routes.format;

import io.gemba.routes.RouteResult;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.RouteResult.Unassigned;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan as a table: one row a stop, then one a left-out order (RFC 4180). */
public final class PlanCsv {
  private static final String HEADER =
      "vehicle,number,order,place,arrival,wait_seconds,start,departure,late_minutes,boxes,kilograms,"
          + "reason\r\n";

  private PlanCsv() {}

  /** The table with its header. */
  public static String of(RouteResult result) {
    StringBuilder text = new StringBuilder(HEADER);
    for (Route route : result.routes()) {
      int number = 1;
      for (Stop stop : route.stops()) {
        row(
            text,
            List.of(
                route.vehicle(),
                number++,
                stop.order(),
                stop.place(),
                stop.arrival(),
                decimal(stop.waitSeconds()),
                stop.start(),
                stop.departure(),
                decimal(stop.lateMinutes()),
                decimal(stop.boxesOnBoard()),
                decimal(stop.kilogramsOnBoard()),
                ""));
      }
    }
    for (Unassigned open : result.unassigned()) {
      row(text, List.of("", "", open.order(), "", "", "", "", "", "", "", "", open.detail()));
    }
    return text.toString();
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static void row(StringBuilder text, List<Object> cells) {
    text.append(
            cells.stream().map(String::valueOf).map(PlanCsv::cell).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  private static String cell(String value) {
    return value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
