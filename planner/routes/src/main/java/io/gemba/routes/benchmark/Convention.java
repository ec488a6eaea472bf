package io.gemba.routes.benchmark;

import io.gemba.routes.benchmark.Instance.Node;

/** How a benchmark measures the way between two points, and what its plans are compared by. */
public enum Convention {
  /** Euclid cut to one decimal, distance counts (12th DIMACS challenge): whole tenths. */
  DIMACS("dimacs-1dec-trunc", 10),
  /** Euclid in double precision, fewest vehicles first, then distance (SINTEF). */
  VEHICLES_FIRST("sintef-vehicles-first", 10_000),
  /** Euclid in double precision, distance counts. */
  EUCLID("euclid", 10_000),
  /** Euclid rounded to the nearest whole number, distance counts (TSPLIB, CVRPLIB). */
  TSPLIB("tsplib-round", 1);

  private final String label;
  private final int scale;

  Convention(String label, int scale) {
    this.label = label;
    this.scale = scale;
  }

  /** Its name in {@code bks.csv}. */
  public String label() {
    return label;
  }

  /** Whole numbers a unit of the file: lengths and times are counted in such parts. */
  public int scale() {
    return scale;
  }

  /** Length of a way in parts of a unit. */
  public int parts(Node from, Node to) {
    double euclid = Math.hypot(from.x() - to.x(), from.y() - to.y());
    return switch (this) {
      case DIMACS -> (int) Math.floor(euclid * scale);
      case TSPLIB -> (int) Math.floor(euclid + 0.5);
      case VEHICLES_FIRST, EUCLID -> (int) Math.ceil(euclid * scale);
    };
  }

  /** Length of a way in the file's unit, as it is counted. */
  public double length(Node from, Node to) {
    double euclid = Math.hypot(from.x() - to.x(), from.y() - to.y());
    return switch (this) {
      case DIMACS -> Math.floor(euclid * scale) / scale;
      case TSPLIB -> Math.floor(euclid + 0.5);
      case VEHICLES_FIRST, EUCLID -> euclid;
    };
  }

  /** What plans of this kind of instance are compared by unless one asks for vehicles first. */
  public static Convention usualFor(Instance instance) {
    return switch (instance.kind()) {
      case WINDOWS -> DIMACS;
      case PAIRS -> VEHICLES_FIRST;
      case CAPACITY -> TSPLIB;
    };
  }

  /** The convention with this name in {@code bks.csv}. */
  public static Convention of(String label) {
    for (Convention convention : values()) {
      if (convention.label.equals(label)) {
        return convention;
      }
    }
    throw new IllegalArgumentException(
        "Convention '%s' is unknown. Known are dimacs-1dec-trunc, sintef-vehicles-first, euclid and tsplib-round."
            .formatted(label));
  }
}
