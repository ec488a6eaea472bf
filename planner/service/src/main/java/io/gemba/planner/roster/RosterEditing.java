package io.gemba.planner.roster;

import io.gemba.planner.plans.PlanViews;
import io.gemba.planner.store.PlanTable;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.live.Edit;
import io.gemba.rosters.live.LiveRoster;
import io.gemba.rosters.live.OpenShift;
import io.gemba.rosters.live.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Questions about single cells of the shown roster, answered at once by exact prices, and changes
 * of cells by hand. What has begun, and what is pinned, cannot change. Thread safe.
 *
 * <p>All methods but {@link #edit} are empty when there is no roster.
 */
public final class RosterEditing {
  private final RosterDesk.Tools tools;
  private final RosterInputs inputs;
  private final Names names;

  RosterEditing(RosterDesk.Tools tools, RosterInputs inputs) {
    this.tools = tools;
    this.inputs = inputs;
    this.names = new Names(tools.site());
  }

  /** An edit that may not become a draft. */
  public static final class EditRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EditRefusedException(String message) {
      super(message);
    }
  }

  /**
   * Why nobody does some work, and the cheapest way to have it done.
   *
   * @throws IllegalArgumentException if the day is not in the roster
   */
  public Optional<EditViews.OpenView> whyOpen(Span span) {
    return live().map(live -> view(live.whyOpen(span)));
  }

  /**
   * Who could take open work, best first.
   *
   * @throws IllegalArgumentException if the day is not in the roster
   */
  public Optional<List<EditViews.EditView>> offers(Span span, int most) {
    return live().map(live -> live.offers(span, most).stream().map(this::view).toList());
  }

  /**
   * Ways to give a shift away, best first.
   *
   * @throws IllegalArgumentException if there is no such shift or it cannot be given away
   */
  public Optional<List<EditViews.EditView>> swaps(String person, LocalDate day, int most) {
    return live().map(live -> live.swaps(person, day, most).stream().map(this::view).toList());
  }

  /**
   * What changing cells would cost.
   *
   * @throws IllegalArgumentException naming a cell that is unknown, twice there or cannot change
   */
  public Optional<EditViews.EditView> price(List<Cell> cells) {
    return shown().map(shown -> view(shown.price(cells)));
  }

  /**
   * Makes a draft of the shown roster with some cells changed.
   *
   * @return the draft; empty when there is no roster
   * @throws IllegalArgumentException naming a cell that is unknown, twice there or cannot change
   * @throws EditRefusedException naming the rules that would be broken, or when another roster was
   *     published meanwhile
   */
  public Optional<PlanViews.DraftView> edit(List<Cell> cells, String who) {
    Optional<PlanTable.Draft> draft =
        tools
            .store()
            .call(
                transaction -> {
                  RosterInputs.Plans plans = inputs.plans(transaction);
                  Optional<PlanTable.Draft> made =
                      shown(plans).map(shown -> draft(plans, shown, cells, who));
                  if (made.isPresent() && !tools.store().plans().open(transaction, made.get())) {
                    throw new EditRefusedException(
                        "Another roster was published meanwhile. Reload and change that one.");
                  }
                  return made;
                });
    draft.ifPresent(any -> tools.hub().changed(RosterDesk.PAGE));
    return Optional.ofNullable(PlanViews.draft(draft));
  }

  private PlanTable.Draft draft(
      RosterInputs.Plans plans, ShownRoster shown, List<Cell> cells, String who) {
    Edit edit = shown.price(cells);
    if (!edit.isAllowed()) {
      throw new EditRefusedException(
          String.join(
              " ",
              edit.broken().stream().map(rule -> names.in(rule.detail(), rule.person())).toList()));
    }
    RosterDocument edited = shown.with(cells);
    RosterCheck.check(edited);
    int count = edit.moves().size();
    return new RosterDraft(inputs, tools.clock().instant())
        .of(
            UUID.randomUUID().toString(),
            "%s changed %s by hand.".formatted(who, count == 1 ? "a cell" : count + " cells"),
            List.of(),
            plans,
            edited);
  }

  private Optional<LiveRoster> live() {
    return shown().map(ShownRoster::live);
  }

  private Optional<ShownRoster> shown() {
    return shown(tools.store().call(inputs::plans));
  }

  private Optional<ShownRoster> shown(RosterInputs.Plans plans) {
    return plans
        .draftDocument()
        .map(draft -> ShownRoster.draft(draft, inputs.now()))
        .or(
            () ->
                plans
                    .publishedDocument()
                    .map(
                        published ->
                            ShownRoster.published(
                                published, tools.site().rostering(), inputs.now())));
  }

  private EditViews.OpenView view(OpenShift open) {
    return new EditViews.OpenView(
        open.people().stream()
            .map(
                one ->
                    new EditViews.CandidateRow(
                        one.person(),
                        names.of(one.person()),
                        one.shift(),
                        one.deltaCents(),
                        one.blockedBy() == null
                            ? null
                            : names.in(one.blockedBy().detail(), one.person()),
                        one.works()))
            .toList(),
        view(open.chain()));
  }

  private EditViews.EditView view(Edit edit) {
    return new EditViews.EditView(
        edit.moves().stream()
            .map(
                move ->
                    new EditViews.MoveRow(
                        move.person(),
                        names.of(move.person()),
                        move.day(),
                        move.wasShift(),
                        move.wasSkill(),
                        move.shift(),
                        move.skill()))
            .toList(),
        edit.deltaCents(),
        edit.broken().stream()
            .map(
                rule ->
                    new EditViews.BrokenRow(
                        rule.rule(),
                        rule.person(),
                        rule.day(),
                        names.in(rule.detail(), rule.person())))
            .toList());
  }
}
