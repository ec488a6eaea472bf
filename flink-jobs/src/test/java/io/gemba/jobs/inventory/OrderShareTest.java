package io.gemba.jobs.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.TestShop;
import io.gemba.site.Place;
import io.gemba.site.Site;
import io.gemba.site.Supplier;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderShareTest {
  private static final List<String> SHOPS = List.of("a", "b", "c");
  private static final Site SITE =
      TestShop.with(
          List.of(
              TestShop.item("feta", "al-bayrak", 60),
              TestShop.item("halloumi", "al-bayrak", 60),
              TestShop.item("soup", "line-1", 30)),
          SHOPS);
  private static final Supplier SUPPLIER = new Supplier("al-bayrak", "Al Bayrak", 1600, List.of());

  @Test
  void cents_withAWarehouse_isSharedByItsItemsAtWarehouseAndShops() {
    assertThat(OrderShare.cents(SUPPLIER, SITE)).isEqualTo(1600 / (2 * 4.0));
  }

  @Test
  void cents_withoutAWarehouse_isSharedByTheItemsOfOneShop() {
    assertThat(OrderShare.cents(SUPPLIER, withoutWarehouse(SITE))).isEqualTo(800);
  }

  @Test
  void cents_supplierOfNothing_isTheWholeOrder() {
    Supplier other = new Supplier("other", "Other", 500, List.of());

    assertThat(OrderShare.cents(other, withoutWarehouse(SITE))).isEqualTo(500);
  }

  private static Site withoutWarehouse(Site site) {
    return new Site(
        site.id(),
        site.name(),
        site.currency(),
        site.zone(),
        site.places().stream().filter(place -> place.kind() != Place.Kind.WAREHOUSE).toList(),
        site.suppliers(),
        site.items(),
        site.lines(),
        site.machines(),
        site.people(),
        site.shifts(),
        site.vehicles(),
        site.labour(),
        site.calendar(),
        site.costs());
  }
}
