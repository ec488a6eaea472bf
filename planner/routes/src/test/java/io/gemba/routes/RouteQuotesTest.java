package io.gemba.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteRequest.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteQuotesTest {
  private final RoutePlanner planner = new RoutePlanner();

  private RouteResult plan(RouteRequest request) {
    return planner.solve(request, RouteProgress.Listener.SILENT, () -> false);
  }

  private static RouteRequest with(RouteRequest request, List<Order> orders) {
    return new RouteRequest(
        request.places(),
        request.vehicles(),
        orders,
        request.travel(),
        request.previous(),
        request.search());
  }

  /** The quote of an order taken out of a request is what the best tour with it costs more. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void quote_isWhatTheLongerTourCosts(long seed) {
    RouteRequest all = TestRequests.random(seed, 25, 5, new Search(20, 800, seed, 1));
    Order asked = all.orders().get(24);
    RouteRequest rest = with(all, all.orders().subList(0, 24));
    RouteResult result = plan(rest);

    RouteQuotes.Answer answer = new RouteQuotes(rest, result).ask(asked, 3, Instant.EPOCH);

    assertThat(answer.quotes()).hasSizeLessThanOrEqualTo(3);
    assertThat(answer.quotes())
        .isSortedAccordingTo((a, b) -> Long.compare(a.extraCents(), b.extraCents()));
    assertThat(answer.quotes().isEmpty()).isEqualTo(answer.unassigned() != null);
    for (RouteQuotes.Quote quote : answer.quotes()) {
      assertThat(asked.allows(quote.vehicle())).isTrue();
      assertThat(quote.start()).isAfterOrEqualTo(asked.window().start());
      assertThat(quote.start()).isAfterOrEqualTo(quote.arrival());
    }
  }

  /** Who wants few quotes gets the first of those who want all, so nothing was cut off wrongly. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void fewQuotes_areTheFirstOfAll(long seed) {
    RouteRequest all = TestRequests.random(seed, 25, 5, new Search(20, 800, seed, 1));
    RouteRequest rest = with(all, all.orders().subList(0, 24));
    RouteQuotes quotes = new RouteQuotes(rest, plan(rest));

    List<RouteQuotes.Quote> every = quotes.ask(all.orders().get(24), 5, Instant.EPOCH).quotes();

    for (int most = 1; most < 5; most++) {
      assertThat(quotes.ask(all.orders().get(24), most, Instant.EPOCH).quotes())
          .isEqualTo(every.subList(0, Math.min(most, every.size())));
    }
  }

  @Test
  void emptyPlan_quotesFixedWayAndTime() {
    RouteRequest request = TestRequests.request(List.of(TestRequests.vehicle("v")), List.of());

    RouteQuotes.Answer answer =
        new RouteQuotes(request, plan(request))
            .ask(TestRequests.order("o", "p1"), 5, Instant.EPOCH);

    RouteRequest asked = with(request, List.of(TestRequests.order("o", "p1")));
    assertThat(answer.quotes())
        .singleElement()
        .returns("v", RouteQuotes.Quote::vehicle)
        .returns(1, RouteQuotes.Quote::position)
        .satisfies(
            quote ->
                assertThat(quote.extraCents())
                    .isCloseTo(
                        plan(asked).costs().totalCents(),
                        org.assertj.core.api.Assertions.within(1L)));
  }

  @Test
  void pairAskedInAPlainPlan_isFetchedFirst() {
    RouteRequest request =
        TestRequests.request(
            List.of(TestRequests.vehicle("v")), List.of(TestRequests.order("o", "p5")));
    Needs.Pickup pickup =
        new Needs.Pickup("p2", Window.hard(TestRequests.SIX, TestRequests.hour(8)), 300);
    Order pair =
        TestRequests.order("pair", "p3")
            .withNeeds(new Needs(List.of(), List.of(), List.of(), pickup, false));

    RouteQuotes.Answer answer = new RouteQuotes(request, plan(request)).ask(pair, 1, Instant.EPOCH);

    long before = plan(request).costs().totalCents();
    long after = plan(with(request, List.of(request.orders().get(0), pair))).costs().totalCents();
    assertThat(answer.quotes())
        .singleElement()
        .returns(2, RouteQuotes.Quote::position)
        .satisfies(
            quote ->
                assertThat(quote.extraCents())
                    .isCloseTo(after - before, org.assertj.core.api.Assertions.within(2L)));
  }

  @Test
  void orderThatNobodyCanBring_isExplained() {
    RouteRequest request = TestRequests.request(List.of(TestRequests.vehicle("v")), List.of());
    Instant six = TestRequests.SIX;
    Order big = new Order("big", "p1", Window.soft(six, six), 0, 101, 0, 90_000, List.of(), null);

    RouteQuotes.Answer answer = new RouteQuotes(request, plan(request)).ask(big, 1, Instant.EPOCH);

    assertThat(answer.quotes()).isEmpty();
    assertThat(answer.unassigned())
        .isNotNull()
        .returns(RouteResult.Reason.CAPACITY, RouteResult.Unassigned::reason);
  }

  @Test
  void laterOrders_areNamed() {
    Instant six = TestRequests.SIX;
    Order tight =
        new Order(
            "tight",
            "p2",
            Window.soft(six, six.plusSeconds(1_400)),
            0,
            1,
            1,
            900_000,
            List.of(),
            null);
    RouteRequest request = TestRequests.request(List.of(TestRequests.vehicle("v")), List.of(tight));
    Order first =
        new Order(
            "first",
            "p1",
            new Window(six, six.plusSeconds(700), true, null),
            600,
            1,
            1,
            900_000,
            List.of(),
            null);

    RouteQuotes.Answer answer =
        new RouteQuotes(request, plan(request)).ask(first, 1, Instant.EPOCH);

    assertThat(answer.quotes())
        .singleElement()
        .returns(1, RouteQuotes.Quote::position)
        .returns(List.of("tight"), RouteQuotes.Quote::laterOrders);
  }

  @Test
  void stopsThatHaveBegun_stayBeforeTheOrder() {
    RouteRequest request =
        TestRequests.request(
            List.of(TestRequests.vehicle("v")), List.of(TestRequests.order("far", "p5")));
    RouteResult result = plan(request);
    Instant begun = result.routes().get(0).stops().get(0).start();
    Order near =
        new Order(
            "near",
            "p1",
            Window.soft(begun, begun.plusSeconds(1)),
            60,
            1,
            1,
            900_000,
            List.of(),
            "v");

    RouteQuotes.Answer answer = new RouteQuotes(request, result).ask(near, 1, begun);

    assertThat(answer.quotes()).singleElement().returns(2, RouteQuotes.Quote::position);
  }

  @Test
  void stopThatTheVanDrivesTo_staysBeforeTheOrder() {
    RouteRequest request =
        TestRequests.request(
            List.of(TestRequests.vehicle("v")), List.of(TestRequests.order("far", "p5")));
    RouteResult result = plan(request);
    Order onTheWay = TestRequests.order("near", "p1");
    Instant leaves = result.routes().get(0).start();

    RouteQuotes quotes = new RouteQuotes(request, result);
    RouteQuotes.Answer before = quotes.ask(onTheWay, 1, leaves.minusSeconds(1));
    RouteQuotes.Answer driving = quotes.ask(onTheWay, 1, leaves.plusSeconds(1));

    assertThat(before.quotes()).extracting(RouteQuotes.Quote::position).containsExactly(1);
    assertThat(driving.quotes()).extracting(RouteQuotes.Quote::position).containsExactly(2);
  }

  @Test
  void orderInThePlanOrToNowhere_isRefused() {
    List<Order> orders = new ArrayList<>(List.of(TestRequests.order("a", "p1")));
    RouteRequest request = TestRequests.request(List.of(TestRequests.vehicle("v")), orders);
    RouteQuotes quotes = new RouteQuotes(request, plan(request));

    assertThatThrownBy(() -> quotes.ask(TestRequests.order("a", "p2"), 1, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'a'");
    assertThatThrownBy(() -> quotes.ask(TestRequests.order("b", "moon"), 1, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'moon'");
  }
}
