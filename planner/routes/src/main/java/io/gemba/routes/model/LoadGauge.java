package io.gemba.routes.model;

/**
 * What is aboard during a tour: the peak since the last (re)load. Goods for a delivery were aboard
 * from there on, and so they raise the peak; collected goods and pairs raise it where they come
 * aboard.
 */
final class LoadGauge {
  private final VisitTable visits;
  private double peakBoxes;
  private double peakKilograms;
  private double highestBoxes;
  private double highestKilograms;
  private double pairBoxes;
  private double pairKilograms;
  private double collectedBoxes;
  private double collectedKilograms;

  LoadGauge(VisitTable visits) {
    this.visits = visits;
  }

  void begin() {
    peakBoxes = 0;
    peakKilograms = 0;
    highestBoxes = 0;
    highestKilograms = 0;
    pairBoxes = 0;
    pairKilograms = 0;
    collectedBoxes = 0;
    collectedKilograms = 0;
  }

  void copy(LoadGauge other) {
    peakBoxes = other.peakBoxes;
    peakKilograms = other.peakKilograms;
    highestBoxes = other.highestBoxes;
    highestKilograms = other.highestKilograms;
    pairBoxes = other.pairBoxes;
    pairKilograms = other.pairKilograms;
    collectedBoxes = other.collectedBoxes;
    collectedKilograms = other.collectedKilograms;
  }

  void visit(int node) {
    double boxes = visits.boxes[node];
    double kilograms = visits.kilograms[node];
    switch (visits.visit[node]) {
      case PICKUP -> {
        pairBoxes += boxes;
        pairKilograms += kilograms;
      }
      case COLLECTION -> {
        collectedBoxes += boxes;
        collectedKilograms += kilograms;
      }
      case DELIVERY -> {
        if (visits.pickup[visits.order[node]] != VisitTable.NONE) {
          pairBoxes -= boxes;
          pairKilograms -= kilograms;
        } else {
          peakBoxes += boxes;
          peakKilograms += kilograms;
        }
      }
    }
    peak();
  }

  /** Collected goods leave and new ones come aboard; pairs stay. */
  void reload() {
    collectedBoxes = 0;
    collectedKilograms = 0;
    peakBoxes = 0;
    peakKilograms = 0;
    peak();
  }

  private void peak() {
    peakBoxes = Math.max(peakBoxes, pairBoxes + collectedBoxes);
    peakKilograms = Math.max(peakKilograms, pairKilograms + collectedKilograms);
    highestBoxes = Math.max(highestBoxes, peakBoxes);
    highestKilograms = Math.max(highestKilograms, peakKilograms);
  }

  double highestBoxes() {
    return highestBoxes;
  }

  double highestKilograms() {
    return highestKilograms;
  }
}
