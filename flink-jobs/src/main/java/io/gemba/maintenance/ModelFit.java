package io.gemba.maintenance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which wearing parts a model of remaining life is of use to.
 *
 * @param machines that can use it
 * @param refusals why the others cannot that name it
 */
public record ModelFit(List<String> machines, List<String> refusals) {
  /** Copies the lists. */
  public ModelFit {
    machines = List.copyOf(machines);
    refusals = List.copyOf(refusals);
  }

  /**
   * Looks at all parts that name the model.
   *
   * @param name of the model
   * @param parts of the site; those that name another are left out
   */
  public static ModelFit of(LifeModel model, String name, Collection<WatchedPart> parts) {
    List<String> machines = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    for (WatchedPart part : parts) {
      if (part.model().equals(name)) {
        String refusal = part.refusal(model);
        if (refusal == null) {
          machines.add(part.machine());
        } else {
          refusals.add(refusal);
        }
      }
    }
    return new ModelFit(machines, refusals);
  }
}
