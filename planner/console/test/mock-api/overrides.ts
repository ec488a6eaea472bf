import { SiteTime, addDays } from "../../src/format/site-time.ts";
import { site } from "./site.ts";

type Override = { id: string; item: string; place: string; from: string; to: string; units: number | null; factor: number | null; reason: string; by: string; withdrawn: boolean };
type Wrong = { field: string; message: string };

const time = new SiteTime(site.zone);

function override(id: string, now: number, from: number, to: number, rest: Partial<Override>): Override {
  const today = time.dayOf(now);
  return { id, item: "hummus-classic", place: "s1", from: addDays(today, from), to: addDays(today, to), units: null, factor: null, reason: "Street fair.", by: "ann", withdrawn: false, ...rest };
}

/** Overrides of a made-up service, checked as the real one checks them: every wrong field at once. */
export class MockOverrides {
  private made = 2;
  private kept: Override[];

  constructor(now: number) {
    this.kept = [
      override("override-1", now, 1, 3, { units: 40 }),
      override("override-2", now, 5, 5, { item: "tomato-soup", place: "s2", factor: 0.5, reason: "The road is closed.", by: "joris" }),
    ];
  }

  list(): Override[] {
    return this.kept.filter((each) => !each.withdrawn);
  }

  withdraw(id: string): Wrong[] {
    for (const each of this.kept) each.withdrawn ||= each.id === id;
    return [];
  }

  take(body: Record<string, unknown>): Wrong[] {
    const wrong: Wrong[] = [];
    const say = (field: string, message: string) => void wrong.push({ field, message });
    if (!site.items.some((each) => each.id === body.item)) say("item", body.item ? `item ('${String(body.item)}') is no item of the site.` : "item is missing. Give it a text.");
    if (!site.places.some((each) => each.id === body.place)) say("place", body.place ? `place ('${String(body.place)}') is no place of the site.` : "place is missing. Give it a text.");
    if (String(body.to) < String(body.from)) say("to", `to (${String(body.to)}) must not be before from (${String(body.from)}).`);
    if (body.units === undefined && body.factor === undefined) say("units", "units and factor are missing. Give units a day, or a factor like 1.5.");
    if (!body.reason) say("reason", "reason is missing. Give it a text.");
    if (wrong.length === 0) {
      const said = { units: null, factor: null, ...body } as unknown as Override;
      this.kept = [...this.kept, { ...said, id: `override-${++this.made}`, by: "you", withdrawn: false }];
    }
    return wrong;
  }
}

export function overrideResults(now: number) {
  return [
    { override: override("override-0", now, -6, -4, { units: 60, reason: "Market day." }), days: 3, actualUnits: 171, overrideMissedUnits: 24, modelMissedUnits: 66, better: "OVERRIDE" },
    { override: override("override-00", now, -9, -9, { factor: 2, reason: "Football." }), days: 1, actualUnits: 20, overrideMissedUnits: 18, modelMissedUnits: 1, better: "MODEL" },
  ];
}
