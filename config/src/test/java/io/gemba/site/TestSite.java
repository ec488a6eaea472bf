package io.gemba.site;

import java.nio.file.Path;

/** A small right site, as text and as record. */
public final class TestSite {
  private TestSite() {}

  /** The text; tests plant mistakes by replacing parts of it. */
  public static String yaml() {
    return """
        id: venlo
        name: Venlo
        currency: EUR
        zone: Europe/Amsterdam
        places:
          - id: plant
            name: Plant
            kind: PLANT
            latitude: 51.37
            longitude: 6.17
            opens: 06:00
            closes: 22:00
            serviceMinutes: 10
          - id: store-1
            name: Kempen
            kind: STORE
            latitude: 51.36
            longitude: 6.42
            opens: 07:00
            closes: 12:00
            serviceMinutes: 8
        suppliers:
          - id: mill
            name: Mill
            orderCostCents: 2500
            deliveryDays: [MONDAY, THURSDAY]
        items:
          - id: hummus
            name: Hummus
            priceCents: 299
            costCents: 140
            packSize: 6
            minimumOrder: 12
            leadTimeDays: 1
            shelfLifeDays: 21
            holdingRatePerYear: 0.25
            source: line-1
            unitsPerBox: 24
            kilogramsPerUnit: 0.2
        lines:
          - id: line-1
            name: Line 1
            place: plant
            unitsPerHour: 600
        machines:
          - id: filler-1
            name: Filler 1
            line: line-1
            idealCycleSeconds: 6
            downtimeCentsPerMinute: 350
            scrapCentsPerUnit: 140
            sensors:
              - id: pressure
                name: Nozzle pressure
                unit: bar
                minimum: 0
                maximum: 6
                everySeconds: 1
        people:
          - id: anna
            name: Anna Janssen
            place: plant
            skills: [line, drive]
            contractHours: 37.5
            maximumHours: 48
            hourlyCents: 2400
            overtimeFactor: 1.5
            daysOff: [SUNDAY]
            leave:
              - from: 2026-12-24
                to: 2026-12-31
        shifts:
          - code: E
            name: Early
            start: 06:00
            end: 14:00
            unpaidBreakMinutes: 30
          - code: N
            name: Night
            start: 22:00
            end: 06:00
            unpaidBreakMinutes: 30
        vehicles:
          - id: v1
            name: V1
            depot: plant
            boxes: 180
            kilograms: 900
            shiftStart: 05:30
            shiftEnd: 15:00
            fixedCents: 4000
            centsPerKilometre: 45
            centsPerHour: 2600
            centsPerLateMinute: 90
        labour:
          - task: produce
            place: plant
            skill: line
            secondsPerUnit: 6
            minimumHeads: 2
        calendar:
          holidays:
            - day: 2026-12-25
              name: Christmas
              closed: true
        costs:
          underCoverCentsPerHour: 9000
          overCoverCentsPerHour: 300
          restHours: 11
          maximumConsecutiveDays: 6
          fairnessCentsPerHour: 100
          undeliveredFactor: 1
          detourFactor: 1.3
          kilometresPerHour: 60
        """;
  }

  /** The record. */
  public static Site site() {
    return SiteFile.parse(Path.of("test-site.yaml"), yaml());
  }
}
