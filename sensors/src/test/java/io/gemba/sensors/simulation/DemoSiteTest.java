package io.gemba.sensors.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.site.Item;
import io.gemba.site.LabourStandard;
import io.gemba.site.Line;
import io.gemba.site.Machine;
import io.gemba.site.Person;
import io.gemba.site.Place;
import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import io.gemba.site.Supplier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSiteTest {
  private final Site site = TestSites.demo();

  @Test
  void copyTo_missingFolder_makesItAndReplacesTheFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a/b/site.yaml");

    DemoSite.copyTo(file);
    Files.writeString(file, "broken");
    DemoSite.copyTo(file);

    assertThat(SiteFile.read(file)).isEqualTo(site);
  }

  @Test
  void size_isThatOfTheDemo() {
    assertThat(places(Place.Kind.PLANT)).hasSize(1);
    assertThat(places(Place.Kind.WAREHOUSE)).hasSize(1);
    assertThat(places(Place.Kind.STORE)).hasSize(30);
    assertThat(site.items()).hasSize(60);
    assertThat(site.lines()).hasSize(2);
    assertThat(ofLines()).hasSize(8);
    assertThat(ofLines().stream().mapToInt(machine -> machine.sensors().size()).sum())
        .isEqualTo(40);
    assertThat(WearHistories.machines(site))
        .extracting(Machine::id)
        .containsExactly("compressor-1");
    assertThat(site.people()).hasSize(26);
    assertThat(site.vehicles()).hasSize(6);
  }

  @Test
  void ids_areUniqueAndReferencesHold() {
    Set<String> placeIds = unique(site.places(), Place::id);
    Set<String> sources = unique(site.suppliers(), Supplier::id);
    Set<String> lineIds = unique(site.lines(), Line::id);
    Set<String> skills =
        site.labour().stream().map(LabourStandard::skill).collect(Collectors.toSet());
    sources.addAll(lineIds);
    unique(site.items(), Item::id);
    unique(site.machines(), Machine::id);
    unique(site.people(), Person::id);

    assertThat(site.items()).allMatch(item -> sources.contains(item.source()));
    assertThat(ofLines()).allMatch(machine -> lineIds.contains(machine.line()));
    assertThat(site.people()).allMatch(person -> placeIds.contains(person.place()));
    assertThat(site.people())
        .allMatch(person -> person.skills().stream().anyMatch(skills::contains));
    assertThat(site.labour()).allMatch(standard -> placeIds.contains(standard.place()));
    assertThat(site.vehicles()).allMatch(vehicle -> placeIds.contains(vehicle.depot()));
  }

  @Test
  void items_earnAMarginAndOrderInWholePacks() {
    assertThat(site.items())
        .allMatch(item -> item.marginCents() > 0)
        .allMatch(item -> item.minimumOrder() % item.packSize() == 0)
        .allMatch(item -> item.leadTimeDays() < item.shelfLifeDays());
  }

  @Test
  void everyMachineOfALine_canWear() {
    assertThat(ofLines())
        .allMatch(
            machine ->
                Stream.of("mm/s", "A", "°C")
                        .filter(
                            unit -> machine.sensors().stream().anyMatch(s -> s.unit().equals(unit)))
                        .count()
                    >= 2);
  }

  @Test
  void terms_areSaidOfSomePeopleAndAllVans() {
    assertThat(site.people())
        .filteredOn(person -> "part-time".equals(person.terms().contract()))
        .hasSize(4)
        .allMatch(person -> person.contractHours() == 30);
    assertThat(site.people()).anyMatch(person -> !person.terms().wishes().isEmpty());
    assertThat(site.rostering().pairs()).hasSize(1);
    assertThat(site.vehicles()).allMatch(van -> van.duty().breaks().size() == 1);
    assertThat(site.routing().traffic()).hasSize(1);
  }

  private List<Machine> ofLines() {
    return site.machines().stream().filter(machine -> !machine.line().isEmpty()).toList();
  }

  private List<Place> places(Place.Kind kind) {
    return site.places().stream().filter(place -> place.kind() == kind).toList();
  }

  private static <T> Set<String> unique(List<T> things, Function<T, String> id) {
    List<String> ids = things.stream().map(id).toList();
    assertThat(ids).doesNotHaveDuplicates();
    return new HashSet<>(ids);
  }
}
