package io.gemba.site;

import static io.gemba.site.Mistakes.FILE;
import static io.gemba.site.Mistakes.failure;
import static io.gemba.site.Mistakes.paths;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.yaml.InvalidFileException;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Traffic, duties of vans and what places and items need in a site file. */
class RouteTermsTest {
  private static final String ROUTING =
      """
      routing:
        traffic:
          - {from: 07:00, to: 09:00, speedFactor: 0.7}
          - {from: 16:00, to: 18:00, speedFactor: 0.8}
        profiles:
          - {name: lorry, kilometresPerHour: 50}
        ways:
          - {from: plant, to: store-1, kilometres: 25, minutes: 30}
          - {from: plant, to: store-1, kilometres: 31, minutes: 50, profile: lorry}
        centsPerMovedOrder: 200
        balance: {measure: hours, centsPerUnit: 300}
      """;

  private static String yaml() {
    return TestSite.yaml()
            .replace(
                "    serviceMinutes: 8\n",
                """
                    serviceMinutes: 8
                    access:
                      alsoOpen:
                        - {opens: 14:00, closes: 17:00}
                      needs: [tail-lift]
                      refusesLate: true
                """)
            .replace(
                "    kilogramsPerUnit: 0.2\n",
                """
                    kilogramsPerUnit: 0.2
                    handling:
                      needs: [cooled]
                      loads:
                        - {load: litres, perUnit: 0.5}
                """)
            .replace(
                "    centsPerLateMinute: 90\n",
                """
                    centsPerLateMinute: 90
                    duty:
                      profile: lorry
                      skills: [tail-lift, cooled]
                      breaks:
                        - {earliest: 09:00, latest: 10:00, minutes: 15}
                        - {earliest: 11:30, latest: 13:00, minutes: 30}
                      reloads: {most: 1, minutes: 20}
                      limits: {kilometres: 300, hours: 9, stops: 20}
                      capacities:
                        - {load: litres, most: 4000}
                """)
        + ROUTING;
  }

  @Test
  void everything_isRead() {
    Site site = SiteFile.parse(FILE, yaml());

    Vehicle.Duty duty = site.vehicles().get(0).duty();
    assertThat(site.places().get(1).access())
        .isEqualTo(
            new Place.Access(
                List.of(new Place.Open(LocalTime.of(14, 0), LocalTime.of(17, 0))),
                List.of("tail-lift"),
                true,
                null));
    assertThat(site.items().get(0).withoutMinimumOrder().handling())
        .isEqualTo(new Item.Handling(List.of("cooled"), List.of(new Item.Load("litres", 0.5))));
    assertThat(duty.profile()).isEqualTo("lorry");
    assertThat(duty.breaks()).hasSize(2);
    assertThat(duty.reloads()).isEqualTo(new Vehicle.Reloads(1, 20));
    assertThat(duty.limits()).isEqualTo(new Vehicle.Limits(300.0, 9.0, 20));
    assertThat(duty.capacities()).containsExactly(new Vehicle.Capacity("litres", 4000));
    assertThat(site.routing().traffic()).hasSize(2);
    assertThat(site.routing().ways())
        .containsExactly(
            new Routing.Way("plant", "store-1", 25, 30, null),
            new Routing.Way("plant", "store-1", 31, 50, "lorry"));
    assertThat(site.routing().balance()).isEqualTo(new Routing.Balance(Routing.Measure.HOURS, 300));
  }

  @Test
  void fileWithoutAny_hasNone() {
    Site site = SiteFile.parse(FILE, TestSite.yaml());

    assertThat(site.routing()).isEqualTo(Routing.NONE);
    assertThat(site.vehicles().get(0).duty()).isEqualTo(Vehicle.Duty.NONE);
    assertThat(site.places().get(0).access()).isEqualTo(Place.Access.NONE);
    assertThat(site.items().get(0).handling()).isEqualTo(Item.Handling.NONE);
  }

  @Test
  void mistakes_areAllReported() {
    String text =
        yaml()
            .replace("opens: 14:00", "opens: 11:00")
            .replace("needs: [tail-lift]", "needs: [taillift]")
            .replace("refusesLate: true", "refusesLate: true\n      centsPerLateMinute: 80")
            .replace("needs: [cooled]", "needs: [frozen]")
            .replace("duty:\n      profile: lorry", "duty:\n      profile: truck")
            .replace("latest: 10:00", "latest: 08:00")
            .replace("{earliest: 11:30, latest: 13:00", "{earliest: 16:00, latest: 17:00")
            .replace("{load: litres, most", "{load: liters, most")
            .replace("hours: 9", "hours: 0")
            .replace("from: 16:00", "from: 08:30")
            .replace("measure: hours", "measure: minutes");

    InvalidFileException problem = failure(text);

    assertThat(paths(problem))
        .containsExactly(
            "places[1].access.alsoOpen[0].opens",
            "places[1].access.needs[0]",
            "places[1].access.centsPerLateMinute",
            "items[0].handling.needs[0]",
            "vehicles[0].duty.profile",
            "vehicles[0].duty.limits.hours",
            "vehicles[0].duty.capacities",
            "routing.traffic[1].from",
            "routing.balance.measure");
    assertThat(problem)
        .hasMessageContaining("80 of 'store-1' never counts, since it refuses late deliveries.")
        .hasMessageContaining("11:00 of 'store-1' must be after it closes before (12:00).")
        .hasMessageContaining(
            "'taillift' is not among the skills of vehicles. Known: cooled, tail-lift.")
        .hasMessageContaining("'v1' has no capacity for 'litres', which item 'hummus' takes.")
        .hasMessageContaining("08:30 must not be before the period before ends (09:00).");
    assertThat(paths(failure(text.replace("hours: 0", "hours: 9"))))
        .contains("vehicles[0].duty.breaks[0].latest", "vehicles[0].duty.breaks[1].earliest");
  }

  @Test
  void waysWithMistakes_areAllReported() {
    String text =
        yaml()
            .replace("to: store-1, kilometres: 25, minutes: 30}", WAYS)
            .replace("profile: lorry}\n  centsPer", "profile: truck}\n  centsPer");

    InvalidFileException problem = failure(text);

    assertThat(paths(problem))
        .containsExactly(
            "routing.ways[0].kilometres",
            "routing.ways[1].to",
            "routing.ways[2].to",
            "routing.ways[3].from",
            "routing.ways[4].minutes",
            "routing.ways[5].profile");
    assertThat(problem)
        .hasMessageContaining(
            "2.5 from 'plant' to 'store-1' is shorter than the straight line (17.4).")
        .hasMessageContaining("The way from 'plant' to 'store-1' is there twice. Remove one.")
        .hasMessageContaining("'plant' is where the way begins. Remove it.")
        .hasMessageContaining("'plnt' is not among the places. Known: plant, store-1.");
  }

  private static final String WAYS =
      """
      to: store-1, kilometres: 2.5, minutes: 30}
          - {from: plant, to: store-1, kilometres: 25, minutes: 30}
          - {from: plant, to: plant, kilometres: 1, minutes: 1}
          - {from: plnt, to: store-1, kilometres: 25, minutes: 30}
          - {from: store-1, to: plant, kilometres: 25, minutes: -3}\
      """;
}
