package io.gemba.routes.format;

import java.util.List;
import java.util.Locale;

/** A plan as a picture: routes as lines in turning hues, stops as dots, depots as squares. */
public final class PlanSvg {
  private static final double SIDE = 900;
  private static final double MARGIN = 20;
  private static final double GOLDEN_ANGLE = 137.508;

  private final Frame frame;

  private PlanSvg(Frame frame) {
    this.frame = frame;
  }

  /**
   * A point of the plane.
   *
   * @param x to the right
   * @param y upwards
   */
  public record Point(double x, double y) {}

  /** How points get onto the picture. */
  private record Frame(double left, double bottom, double scale) {
    static Frame of(List<List<Point>> routes) {
      double left = Double.POSITIVE_INFINITY;
      double right = Double.NEGATIVE_INFINITY;
      double bottom = Double.POSITIVE_INFINITY;
      double top = Double.NEGATIVE_INFINITY;
      for (List<Point> route : routes) {
        for (Point point : route) {
          left = Math.min(left, point.x());
          right = Math.max(right, point.x());
          bottom = Math.min(bottom, point.y());
          top = Math.max(top, point.y());
        }
      }
      double extent = Math.max(1e-9, Math.max(right - left, top - bottom));
      return new Frame(left, bottom, (SIDE - 2 * MARGIN) / extent);
    }

    double across(Point point) {
      return MARGIN + (point.x() - left) * scale;
    }

    double down(Point point) {
      return SIDE - MARGIN - (point.y() - bottom) * scale;
    }

    String at(Point point) {
      return String.format(Locale.ROOT, "%.1f,%.1f", across(point), down(point));
    }
  }

  /**
   * Draws.
   *
   * @param title shown by browsers when pointed at
   * @param routes each with the depot first and last
   */
  public static String of(String title, List<List<Point>> routes) {
    PlanSvg picture = new PlanSvg(Frame.of(routes));
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\">%n",
            SIDE,
            SIDE));
    text.append("<title>").append(title.replace("&", "&amp;").replace("<", "&lt;"));
    text.append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    for (int i = 0; i < routes.size(); i++) {
      picture.route(text, routes.get(i), i);
    }
    for (List<Point> route : routes) {
      if (!route.isEmpty()) {
        text.append(
            String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"12\" height=\"12\" fill=\"#111\"/>%n",
                picture.frame.across(route.get(0)) - 6,
                picture.frame.down(route.get(0)) - 6));
      }
    }
    return text.append("</svg>\n").toString();
  }

  private void route(StringBuilder text, List<Point> route, int number) {
    String colour =
        String.format(
            Locale.ROOT, "hsl(%.0f 65%% %d%%)", number * GOLDEN_ANGLE % 360, 40 + number % 3 * 8);
    text.append("<polyline fill=\"none\" stroke-width=\"1.6\" stroke-linejoin=\"round\" stroke=\"")
        .append(colour)
        .append("\" points=\"");
    for (Point point : route) {
      text.append(frame.at(point)).append(' ');
    }
    text.append("\"/>\n");
    for (int i = 1; i < route.size() - 1; i++) {
      Point stop = route.get(i);
      text.append(
          String.format(
              Locale.ROOT,
              "<circle r=\"2.4\" cx=\"%.1f\" cy=\"%.1f\" fill=\"%s\"/>%n",
              frame.across(stop),
              frame.down(stop),
              colour));
    }
  }
}
