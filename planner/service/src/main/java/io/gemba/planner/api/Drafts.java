package io.gemba.planner.api;

import io.gemba.planner.plans.PlanViews;

/** What publishing a roster and publishing routes have in common. */
final class Drafts {
  private Drafts() {}

  /** The draft a request names. */
  static String id(Request request) {
    String id = request.read(PlanViews.PublishBody.class).draftId();
    if (id == null || id.isBlank()) {
      throw ProblemException.invalid("draftId", "draftId is missing. Name the draft to publish.");
    }
    return id;
  }

  /** The draft cannot be published any more. */
  static ProblemException overtaken(String draftId) {
    return ProblemException.conflict(
        "Draft '%s' was overtaken a while ago, or another version was published. Reload."
            .formatted(draftId));
  }
}
