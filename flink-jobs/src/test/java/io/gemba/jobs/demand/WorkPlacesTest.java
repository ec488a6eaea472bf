package io.gemba.jobs.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.TestShop;
import io.gemba.site.Place;
import java.time.LocalTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class WorkPlacesTest {
  private final WorkPlaces workPlaces = new WorkPlaces(TestShop.site());

  @Test
  void of_ownProduct_hasWorkAtWarehouseAndPlant() {
    assertThat(workPlaces.of("soup", "a")).containsExactly("warehouse", "plant");
  }

  @Test
  void of_boughtProduct_hasWorkAtTheWarehouseOnly() {
    assertThat(workPlaces.of("feta", "a")).containsExactly("warehouse");
  }

  @Test
  void servedBy_isTheShopsAlone() {
    assertThat(workPlaces.servedBy("warehouse")).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(workPlaces.servedBy("plant")).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(workPlaces.servedBy("a")).isEmpty();
  }

  @Test
  void shares_nothingKnown_followAUsualShop() {
    double[] shares = HourProfile.shares(TestShop.site(), Place.Kind.WAREHOUSE, new double[24]);

    assertThat(Arrays.stream(shares).sum())
        .isEqualTo(1, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(shares[17]).isEqualTo(0.12);
    assertThat(shares[3]).isZero();
  }

  @Test
  void shares_manySalesAtNight_followTheSales() {
    double[] sold = new double[24];
    sold[23] = 9_500;

    double[] shares = HourProfile.shares(TestShop.site(), Place.Kind.STORE, sold);

    assertThat(shares[23]).isEqualTo(0.95, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void shares_shiftOverMidnight_goesOnInTheMorning() {
    var night =
        new io.gemba.site.ShiftTemplate("N", "Night", LocalTime.of(22, 0), LocalTime.of(6, 0), 30);
    var site = TestShop.site();
    var withNight =
        new io.gemba.site.Site(
            site.id(),
            site.name(),
            site.currency(),
            site.zone(),
            site.places(),
            site.suppliers(),
            site.items(),
            site.lines(),
            site.machines(),
            site.people(),
            java.util.List.of(night),
            site.vehicles(),
            site.labour(),
            site.calendar(),
            site.costs());

    double[] shares = HourProfile.shares(withNight, Place.Kind.PLANT, new double[24]);

    assertThat(shares[23]).isEqualTo(0.125);
    assertThat(shares[5]).isEqualTo(0.125);
    assertThat(shares[6]).isZero();
  }
}
