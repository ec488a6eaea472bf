import { Fields } from "./fields";
import type * as api from "./types";

/** One function an answer: JSON in, typed value out. Throws naming the field that is not as the contract says. */
type Parse<T> = (json: unknown) => T;

const kindCost = (f: Fields): api.KindCost => ({
  kind: f.text("kind"),
  cents: f.number("cents"),
  baselineCents: f.number("baselineCents"),
});

const sensor = (f: Fields): api.Sensor => ({
  id: f.text("id"),
  name: f.text("name"),
  unit: f.text("unit"),
  minimum: f.numberOrNull("minimum"),
  maximum: f.numberOrNull("maximum"),
  calibrationDue: f.textOrNull("calibrationDue"),
});

export const site: Parse<api.Site> = (json) => {
  const f = Fields.of(json, "site");
  return {
    id: f.text("id"),
    name: f.text("name"),
    currency: f.textOrNull("currency") ?? "EUR",
    zone: f.textOrNull("zone") ?? "UTC",
    places: f.list("places", (p) => ({
      id: p.text("id"),
      name: p.text("name"),
      kind: p.text("kind"),
      latitude: p.number("latitude"),
      longitude: p.number("longitude"),
    })),
    machines: f.list("machines", (m) => ({
      id: m.text("id"),
      name: m.text("name"),
      line: m.text("line"),
      sensors: m.list("sensors", sensor),
    })),
    people: f.list("people", (p) => ({ id: p.text("id"), name: p.text("name") })),
    shifts: f.list("shifts", (s) => ({
      code: s.text("code"),
      name: s.text("name"),
      start: s.text("start"),
      end: s.text("end"),
    })),
    vehicles: f.list("vehicles", (v) => ({ id: v.text("id"), name: v.text("name"), depot: v.text("depot") })),
    items: f.list("items", (i) => ({ id: i.text("id"), name: i.textOrNull("name") ?? i.text("id") })),
  };
};

export const strip: Parse<api.Strip> = (json) => {
  const f = Fields.of(json, "strip");
  const none = { schedules: 0, routes: 0, sensors: 0 };
  return {
    day: f.textOrNull("day"),
    cents: f.number("cents"),
    baselineCents: f.number("baselineCents"),
    byKind: f.list("byKind", kindCost),
    dataAt: f.textOrNull("dataAt"),
    open:
      f.child("open", (o) => ({
        schedules: o.number("schedules"),
        routes: o.number("routes"),
        sensors: o.number("sensors"),
      })) ?? none,
  };
};

const planned = (f: Fields): api.Planned => ({
  state: f.textOrNull("state") ?? "idle",
  progress: f.child("progress", (p) => ({
    seconds: p.number("seconds"),
    costCents: p.numberOrNull("costCents"),
    job: p.textOrNull("job"),
  })),
  published: f.child("published", (p) => ({
    planId: p.text("planId"),
    version: p.number("version"),
    costCents: p.number("costCents"),
    baselineCents: p.number("baselineCents"),
    publishedAt: p.text("publishedAt"),
  })),
  draft: f.child("draft", (d) => ({
    draftId: d.text("draftId"),
    changes: d.number("changes"),
    costCents: d.number("costCents"),
    baselineCents: d.number("baselineCents"),
    madeAt: d.textOrNull("madeAt"),
    reason: d.text("reason"),
    causes: d.texts("causes"),
  })),
  costs: f.list("costs", kindCost),
});

const shift = (f: Fields): api.Shift => ({
  day: f.text("day"),
  code: f.text("code"),
  skill: f.text("skill"),
  place: f.text("place"),
  start: f.text("start"),
  end: f.text("end"),
  changed: f.flag("changed"),
  before: f.textOrNull("before"),
});

export const roster: Parse<api.Roster> = (json) => {
  const f = Fields.of(json, "roster");
  return {
    ...planned(f),
    days: f.texts("days"),
    people: f.list("people", (p) => ({
      id: p.text("id"),
      name: p.text("name"),
      place: p.text("place"),
      skills: p.texts("skills"),
      contractHours: p.number("contractHours"),
      hours: p.number("hours"),
      absences: p.list("absences", (a) => ({ from: a.text("from"), to: a.text("to"), reason: a.text("reason") })),
      shifts: p.list("shifts", shift),
    })),
    cover: f.list("cover", (c) => ({
      place: c.text("place"),
      skill: c.text("skill"),
      day: c.text("day"),
      need: c.numbers("need"),
      needLow: c.numbers("needLow"),
      needHigh: c.numbers("needHigh"),
      have: c.numbers("have"),
    })),
    gaps: f.list("gaps", (g) => ({
      day: g.text("day"),
      place: g.text("place"),
      skill: g.text("skill"),
      from: g.text("from"),
      to: g.text("to"),
      short: g.number("short"),
      cents: g.number("cents"),
      reason: g.text("reason"),
    })),
    rules: f.list("rules", (r) => ({
      name: r.text("name"),
      violations: r.number("violations"),
      cents: r.number("cents"),
    })),
  };
};

export const why: Parse<api.Why> = (json) => {
  const f = Fields.of(json, "why");
  return {
    person: f.text("person"),
    day: f.text("day"),
    code: f.textOrNull("code"),
    reasons: f.texts("reasons"),
    alternatives: f.list("alternatives", (a) => ({
      person: a.text("person"),
      name: a.text("name"),
      code: a.textOrNull("code"),
      deltaCents: a.number("deltaCents"),
      blockedBy: a.textOrNull("blockedBy"),
    })),
  };
};

export const cellEdit: Parse<api.CellEdit> = (json) => {
  const f = Fields.of(json, "edit");
  return {
    deltaCents: f.number("deltaCents"),
    broken: f.list("broken", (b) => ({
      rule: b.text("rule"),
      person: b.text("person"),
      day: b.text("day"),
      detail: b.text("detail"),
    })),
  };
};

const readDue = (f: Fields): api.DueSource => ({
  source: f.text("source"),
  sourceName: f.text("sourceName"),
  count: f.number("count"),
  costCents: f.number("costCents"),
  savedCents: f.number("savedCents"),
});

export const dueSource: Parse<api.DueSource> = (json) => readDue(Fields.of(json, "due"));

export const replenishments: Parse<api.Replenishments> = (json) => {
  const f = Fields.of(json, "replenishments");
  return {
    atRiskCents: f.number("atRiskCents"),
    total: f.number("total"),
    runOuts: f.number("runOuts"),
    due: f.list("due", readDue),
    items: f.list("items", (r) => ({
      id: r.text("id"),
      revision: r.number("revision"),
      item: r.text("item"),
      itemName: r.textOrNull("itemName") ?? r.text("item"),
      place: r.text("place"),
      placeName: r.textOrNull("placeName") ?? r.text("place"),
      fromName: r.textOrNull("fromName"),
      quantity: r.number("quantity"),
      packs: r.number("packs"),
      costCents: r.number("costCents"),
      riskWithoutCents: r.number("riskWithoutCents"),
      riskWithCents: r.number("riskWithCents"),
      savedCents: r.number("savedCents"),
      orderBy: r.textOrNull("orderBy"),
      arrives: r.textOrNull("arrives"),
      expectedRunOut: r.textOrNull("expectedRunOut"),
      runOutProbabilityWithout: r.number("runOutProbabilityWithout"),
      runOutProbabilityWith: r.number("runOutProbabilityWith"),
      lostUnits: r.number("lostUnits"),
      reason: r.text("reason"),
      status: r.textOrNull("status") ?? "PROPOSED",
      causes: r.texts("causes"),
    })),
  };
};

export const overstocks: Parse<api.Overstocks> = (json) => {
  const f = Fields.of(json, "overstocks");
  return {
    costCents: f.number("costCents"),
    total: f.number("total"),
    items: f.list("items", (o) => ({
      id: o.text("id"),
      item: o.text("item"),
      itemName: o.textOrNull("itemName") ?? o.text("item"),
      place: o.text("place"),
      placeName: o.textOrNull("placeName") ?? o.text("place"),
      onHand: o.number("onHand"),
      onOrder: o.number("onOrder"),
      excessUnits: o.number("excessUnits"),
      expiringUnits: o.number("expiringUnits"),
      daysOfStock: o.numberOrNull("daysOfStock"),
      soldOutBy: o.textOrNull("soldOutBy"),
      holdingCents: o.number("holdingCents"),
      wasteCents: o.number("wasteCents"),
      totalCents: o.number("totalCents"),
      reason: o.text("reason"),
    })),
  };
};

const halt = (h: Fields): api.Halt => ({
  kind: h.text("kind"),
  place: h.text("place"),
  start: h.text("start"),
  end: h.text("end"),
  before: h.number("before"),
});

const stop = (f: Fields, index: number): api.Stop => ({
  seq: f.numberOrNull("seq") ?? index + 1,
  order: f.text("order"),
  place: f.text("place"),
  placeName: f.textOrNull("placeName") ?? f.text("place"),
  latitude: f.number("latitude"),
  longitude: f.number("longitude"),
  windowStart: f.textOrNull("windowStart"),
  windowEnd: f.textOrNull("windowEnd"),
  arrival: f.text("arrival"),
  start: f.text("start"),
  departure: f.text("departure"),
  lateMinutes: f.number("lateMinutes"),
  boxes: f.number("boxes"),
});

export const routes: Parse<api.Routes> = (json) => {
  const f = Fields.of(json, "routes");
  return {
    ...planned(f),
    day: f.text("day"),
    routes: f.list("routes", (r) => {
      let index = 0;
      return {
        vehicle: r.text("vehicle"),
        name: r.textOrNull("name") ?? r.text("vehicle"),
        driver: r.textOrNull("driver"),
        start: r.text("start"),
        end: r.text("end"),
        metres: r.number("metres"),
        costCents: r.number("costCents"),
        depot: r.text("depot"),
        stops: r.list("stops", (s) => stop(s, index++)),
        halts: r.list("halts", halt),
      };
    }),
    unassigned: f.list("unassigned", (u) => ({
      order: u.text("order"),
      place: u.text("place"),
      placeName: u.textOrNull("placeName") ?? u.text("place"),
      latitude: u.number("latitude"),
      longitude: u.number("longitude"),
      boxes: u.number("boxes"),
      valueCents: u.number("valueCents"),
      reason: u.text("reason"),
    })),
  };
};
