package io.gemba.rosters.workload;

import java.util.List;

/** How much work a volume is. */
public sealed interface LabourStandard {
  /** For turning an hour into seconds. */
  double SECONDS_AN_HOUR = 3600;

  /** People, not rounded, that a volume keeps busy; whole ones for a queue. */
  double people(double unitsPerHour);

  /** Whether work that is not done in its interval can be done in the next. */
  default boolean canWait() {
    return true;
  }

  /**
   * The same time for each unit.
   *
   * @param secondsPerUnit above 0
   * @param utilisation share of paid time that is spent on units, above 0, at most 1
   */
  record Linear(double secondsPerUnit, double utilisation) implements LabourStandard {
    /** Checks the numbers. */
    public Linear {
      positive(secondsPerUnit, "secondsPerUnit");
      if (!(utilisation > 0 && utilisation <= 1)) {
        throw new IllegalArgumentException(
            "utilisation (%s) must be above 0 and at most 1.".formatted(utilisation));
      }
    }

    @Override
    public double people(double unitsPerHour) {
      return unitsPerHour * secondsPerUnit / SECONDS_AN_HOUR / utilisation;
    }
  }

  /**
   * Less or more time for each unit the more units there are; the step that holds for the volume of
   * an hour holds for all its units.
   *
   * @param steps by ascending units an hour, the first from 0
   */
  record Stepped(List<Step> steps) implements LabourStandard {
    /** Checks and copies the list. */
    public Stepped {
      steps = List.copyOf(steps);
      if (steps.isEmpty() || steps.get(0).fromUnitsPerHour() != 0) {
        throw new IllegalArgumentException("steps %s must begin at 0 units.".formatted(steps));
      }
      for (int i = 1; i < steps.size(); i++) {
        if (steps.get(i).fromUnitsPerHour() <= steps.get(i - 1).fromUnitsPerHour()) {
          throw new IllegalArgumentException("steps %s must rise.".formatted(steps));
        }
      }
    }

    @Override
    public double people(double unitsPerHour) {
      double seconds = 0;
      for (Step step : steps) {
        seconds = unitsPerHour >= step.fromUnitsPerHour() ? step.secondsPerUnit() : seconds;
      }
      return unitsPerHour * seconds / SECONDS_AN_HOUR;
    }
  }

  /** Seconds of a unit from a volume on. */
  record Step(double fromUnitsPerHour, double secondsPerUnit) {
    /** Checks the seconds. */
    public Step {
      positive(secondsPerUnit, "secondsPerUnit");
    }
  }

  /** People who are there whatever the volume is. */
  record Fixed(int heads) implements LabourStandard {
    /** Checks the number. */
    public Fixed {
      if (heads < 0) {
        throw new IllegalArgumentException("heads (%d) must not be negative.".formatted(heads));
      }
    }

    @Override
    public double people(double unitsPerHour) {
      return heads;
    }
  }

  /**
   * Customers who must not wait long: tills, telephones. Nothing is carried to a later interval.
   *
   * @param meanSeconds mean time of a service, above 0
   * @param servedShare share of customers to serve within the time, above 0, below 1
   * @param withinSeconds time that a customer may wait, not negative
   */
  record Queue(double meanSeconds, double servedShare, double withinSeconds)
      implements LabourStandard {
    /** Checks the numbers. */
    public Queue {
      positive(meanSeconds, "meanSeconds");
      if (!(servedShare > 0 && servedShare < 1) || !(withinSeconds >= 0)) {
        throw new IllegalArgumentException(
            "servedShare (%s) must lie between 0 and 1, withinSeconds (%s) not be negative."
                .formatted(servedShare, withinSeconds));
      }
    }

    @Override
    public double people(double unitsPerHour) {
      return ErlangC.leastHeads(
          unitsPerHour * meanSeconds / SECONDS_AN_HOUR, servedShare, withinSeconds, meanSeconds);
    }

    @Override
    public boolean canWait() {
      return false;
    }
  }

  private static void positive(double value, String name) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("%s (%s) must be above 0.".formatted(name, value));
    }
  }
}
