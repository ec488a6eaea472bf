package io.gemba.planner.planning;

import io.gemba.message.Order;
import io.gemba.message.Replenishment;
import io.gemba.planner.jobs.Jobs;
import io.gemba.planner.roster.ExtraHeads;
import io.gemba.planner.roster.RosterDesk;
import io.gemba.planner.routes.RouteDesk;
import io.gemba.planner.store.Store;
import io.gemba.planner.threads.Repeating;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Looks twice a second whether something has come in that asks for a plan, waits until it is quiet,
 * and plans. The first plan of a slot is published by itself; any later one waits for a person.
 */
public final class Replanner implements AutoCloseable {
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration WORK_QUIET = Duration.ofSeconds(1);
  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final Duration WAIT = Duration.ofSeconds(15);
  private static final long LOOK_MILLIS = 500;
  private static final int SHORTAGES_READ = 500;

  private final Tools tools;
  private final News news;
  private final Repeating looker;
  private LocalDate announced = LocalDate.MIN;

  /** What it works with. */
  public record Tools(
      Site site, Store store, Jobs jobs, RosterDesk roster, RouteDesk routes, Clock clock) {}

  /** Does nothing until it is started. */
  public Replanner(Tools tools) {
    this.tools = tools;
    this.news = new News(tools.clock());
    this.looker = new Repeating("planner-replanner", LOOK_MILLIS, this::look);
  }

  /** Starts to look; what is stored already counts as news. */
  public void start() {
    for (News.Kind kind : News.Kind.values()) {
      news.came(kind);
    }
    looker.start();
  }

  /** Workload has come in. */
  public void workloadCame() {
    news.came(News.Kind.WORKLOAD);
  }

  /** Orders have come in. */
  public void ordersCame() {
    news.came(News.Kind.ORDERS);
  }

  /** Somebody or something cannot work, or can again. */
  public void resourcesCame() {
    news.came(News.Kind.RESOURCES);
  }

  /** Proposals that make up for lost capacity have come in. */
  public void shortagesCame() {
    news.came(News.Kind.SHORTAGES);
  }

  @Override
  public void close() {
    looker.close();
  }

  private void look() {
    LocalDate today = tools.routes().today();
    if (!today.equals(announced)) {
      announced = today;
      tools.routes().tellDrivers(today);
      tools.store().forget(tools.clock().instant().minus(REMEMBERED));
      news.came(News.Kind.ORDERS);
    }
    if (!tools.jobs().isBusy(RouteDesk.PAGE)) {
      routes(today);
    }
    if (!tools.jobs().isBusy(RosterDesk.PAGE)) {
      roster();
    }
    if (!tools.jobs().isBusy(RosterDesk.PAGE) && news.take(News.Kind.SHORTAGES, QUIET, WAIT)) {
      shortages();
    }
  }

  private void routes(LocalDate today) {
    if (!tools.routes().hasVans() || !news.take(News.Kind.ORDERS, QUIET, WAIT)) {
      return;
    }
    for (LocalDate day : List.of(today, today.plusDays(1))) {
      tools
          .routes()
          .newsOf(day)
          .ifPresent(text -> tools.routes().plan(day, RouteDesk.Reason.of(text)));
    }
  }

  private void roster() {
    if (!tools.roster().isStaffed()) {
      return;
    }
    boolean work = news.take(News.Kind.WORKLOAD, WORK_QUIET, WAIT);
    boolean people = news.take(News.Kind.RESOURCES, QUIET, WAIT);
    if (people) {
      news.came(News.Kind.ORDERS);
    }
    if (work || people) {
      rosterReason().ifPresent(text -> tools.roster().plan(RosterDesk.Reason.of(text)));
    }
  }

  private Optional<String> rosterReason() {
    return tools.roster().newsOf((before, now, from) -> Surge.of(before, now, from));
  }

  /** Proposes what makes up for lost capacity, once for each shortage. */
  private void shortages() {
    List<Replenishment> open =
        tools
            .store()
            .call(
                transaction ->
                    tools.store().shortages().listActive(transaction, SHORTAGES_READ).stream()
                        .filter(
                            one ->
                                tools
                                    .store()
                                    .acts()
                                    .listCausedBy(transaction, List.of(one.id()))
                                    .isEmpty())
                        .toList());
    if (open.isEmpty()) {
      return;
    }
    List<String> causes = open.stream().map(Replenishment::id).toList();
    Remedy remedy =
        new Remedy(
            tools.site(), LocalDateTime.ofInstant(tools.clock().instant(), tools.site().zone()));
    double units = open.stream().mapToDouble(Replenishment::lostUnits).sum();
    String text = "%.0f units were lost at the line.".formatted(units);
    List<ExtraHeads> extras = remedy.shifts(open);
    if (!extras.isEmpty() && tools.roster().findPublished().isPresent()) {
      tools.roster().plan(new RosterDesk.Reason(text, causes, extras));
    }
    LocalDate day = tools.routes().today().plusDays(1);
    List<Order> reloads = remedy.reloads(open, day);
    if (!reloads.isEmpty()) {
      tools.routes().plan(day, new RouteDesk.Reason(text, causes, reloads));
    }
  }
}
