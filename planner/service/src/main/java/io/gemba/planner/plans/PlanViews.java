package io.gemba.planner.plans;

import io.gemba.planner.jobs.Job;
import io.gemba.planner.store.PlanTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts that the roster's and the routes' answers have in common. */
public final class PlanViews {
  private PlanViews() {}

  /** The plan in force. */
  public record PublishedView(
      String planId, int version, long costCents, long baselineCents, Instant publishedAt) {}

  /** The plan that waits for a person. */
  public record DraftView(
      String draftId,
      int changes,
      long costCents,
      long baselineCents,
      Instant madeAt,
      String reason,
      List<String> causes) {}

  /** How far the running job is; null cost before the first plan. */
  public record ProgressView(String job, double seconds, @Nullable Long costCents) {}

  /** A kind of cost. */
  public record KindCost(String kind, long cents, long baselineCents) {}

  /** A job that was begun. */
  public record JobView(String job) {}

  /** A draft to publish. */
  public record PublishBody(@Nullable String draftId) {}

  /** View of a plan in force. */
  public static @Nullable PublishedView published(Optional<PlanTable.Published> plan) {
    return plan.map(
            one ->
                new PublishedView(
                    one.planId(),
                    one.version(),
                    one.costCents(),
                    one.baselineCents(),
                    one.publishedAt()))
        .orElse(null);
  }

  /** View of a draft. */
  public static @Nullable DraftView draft(Optional<PlanTable.Draft> draft) {
    return draft
        .map(
            one ->
                new DraftView(
                    one.draftId(),
                    one.changes(),
                    one.costCents(),
                    one.baselineCents(),
                    one.madeAt(),
                    one.reason(),
                    one.causes()))
        .orElse(null);
  }

  /** View of a running job. */
  public static @Nullable ProgressView progress(Optional<Job> running) {
    return running
        .map(Job::progress)
        .map(now -> new ProgressView(now.job(), now.seconds(), now.costCents()))
        .orElse(null);
  }
}
