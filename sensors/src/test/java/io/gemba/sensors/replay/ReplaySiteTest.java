package io.gemba.sensors.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.sensors.simulation.TestSites;
import io.gemba.site.Item;
import io.gemba.site.Machine;
import io.gemba.site.Place;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySiteTest {
  private static final Path DATA = Path.of(System.getProperty("gemba.data"));

  @TempDir private Path folder;

  @Test
  void write_siteOfM5AndNab_isReadBackTheSame() throws Exception {
    Path nab = DATA.resolve("sensors/nab/data/realKnownCause");
    Path file = folder.resolve("new/site.yaml");

    Site site = ReplaySite.of(DATA.resolve("forecast"), nab, ReplayWatch.NONE);
    ReplaySite.write(site, file);

    assertThat(SiteFile.read(file)).isEqualTo(site);
    assertThat(site.items()).hasSize(306);
    assertThat(site.places()).filteredOn(p -> p.kind() == Place.Kind.STORE).hasSize(10);
    assertThat(site.machines()).hasSize(3);
    assertThat(Files.readString(file)).startsWith("# Written for a replay.");
  }

  @Test
  void of_demand_takesPricesFromTheDataAndCostsSeventyPercent() throws Exception {
    Site site = ReplaySite.of(M5Files.write(folder), null, ReplayWatch.NONE);

    assertThat(site.items()).extracting(Item::id).containsExactly("FOODS_1", "HOBBIES_1");
    assertThat(site.items()).extracting(Item::priceCents).containsExactly(224L, 999L);
    assertThat(site.items()).extracting(Item::costCents).containsExactly(156L, 699L);
    assertThat(site.items()).extracting(Item::shelfLifeDays).containsExactly(14, 365);
  }

  @Test
  void of_stores_lieApartAndNearTheWarehouse() throws Exception {
    List<Place> places = ReplaySite.of(DATA.resolve("forecast"), null, ReplayWatch.NONE).places();

    for (Place place : places) {
      for (Place other : places) {
        double degrees =
            Math.hypot(place.latitude() - other.latitude(), place.longitude() - other.longitude());
        assertThat(degrees).isLessThan(1.2);
        assertThat(place.equals(other) || degrees > 0.05).isTrue();
      }
    }
  }

  @Test
  void of_sensorsOnly_addsMachinesToTheDemo() throws Exception {
    Files.write(
        folder.resolve("Pump 7.csv"),
        List.of(
            "datetime;Flow;Constant",
            "2020-01-01 00:00:00;-10;0",
            "2020-01-01 00:00:02;30;0",
            "2020-01-01 00:00:04;x;0",
            "2020-01-01 00:01:00;0;0"));

    Site site = ReplaySite.of(null, folder, ReplayWatch.NONE);
    ReplaySite.write(site, folder.resolve("site.yaml"));

    Machine pump = site.machines().get(site.machines().size() - 1);
    assertThat(pump.id()).isEqualTo("pump-7");
    assertThat(pump.sensors())
        .containsExactly(
            new Sensor("flow", "Flow", "1", -50, 70, 2),
            new Sensor("constant", "Constant", "1", -1, 1, 2));
    assertThat(site.items()).hasSize(60);
    assertThat(SiteFile.read(folder.resolve("site.yaml"))).isEqualTo(site);
    assertThat(site.rostering()).isEqualTo(TestSites.demo().rostering());
    assertThat(site.routing()).isEqualTo(TestSites.demo().routing());
  }

  @Test
  void of_nothing_isRefused() {
    assertThatThrownBy(() -> ReplaySite.of(null, null, ReplayWatch.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
