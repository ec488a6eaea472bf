package io.gemba.jobs.demand;

import io.gemba.forecast.panel.PriceCalendar;
import io.gemba.message.Price;
import io.gemba.message.Stock;
import io.gemba.site.Site;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** What stock and prices mean for the demand of a place. Days are those of the site's zone. */
final class NewsIntake implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int MINUTES = 60;

  private final DemandIntake known;
  private final ZoneId zone;

  NewsIntake(Site site) {
    this.known = new DemandIntake(site);
    this.zone = site.zone();
  }

  /**
   * Whether a count or movement saw anything on the shelf: what came or went was there. Ids that
   * the site does not know mean nothing here; the inventory job tells of them.
   *
   * @return empty for a movement of nothing
   * @throws IllegalArgumentException if it is dated ahead
   */
  Optional<PlaceNews> of(Stock stock, long nowMillis) {
    if (known.unknown(stock.item(), stock.place()) != null
        || (stock.kind() == Stock.Kind.MOVEMENT && stock.quantity() == 0)) {
      return Optional.empty();
    }
    String ahead = DemandIntake.ahead(stock.at(), nowMillis);
    if (ahead != null) {
      throw new IllegalArgumentException(ahead);
    }
    LocalDateTime time = LocalDateTime.ofInstant(stock.at(), zone);
    return Optional.of(
        new PlaceNews.Shelved(
            stock.item(),
            stock.place(),
            (int) time.toLocalDate().toEpochDay(),
            time.getHour() * MINUTES + time.getMinute(),
            stock.quantity() != 0));
  }

  /**
   * A price for some days.
   *
   * @throws IllegalArgumentException naming the id that the site does not know
   */
  PlaceNews of(Price price) {
    String unknown = known.unknown(price.item(), price.place());
    if (unknown != null) {
      throw new IllegalArgumentException(unknown);
    }
    LocalDate to = price.to();
    return new PlaceNews.Priced(
        price.item(),
        price.place(),
        new PriceCalendar.Range(
            price.id(),
            price.revision(),
            (int) price.from().toEpochDay(),
            to == null ? PriceCalendar.OPEN : (int) to.toEpochDay(),
            (float) price.priceCents(),
            price.withdrawn()));
  }
}
