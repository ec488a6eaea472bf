import { SiteTime, addDays, dayMillis, weekdayName } from "../../src/format/site-time.ts";
import { people, shifts, zone } from "./site.ts";

const time = new SiteTime(zone);

/** Repeatable numbers in 0..1. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

type MockShift = { day: string; code: string | null; skill: string | null; place: string; start: string | null; end: string | null; changed: boolean; before: string | null };

function at(day: string, clock: string): string {
  const [h = 0, m = 0] = clock.split(":").map(Number);
  return new Date(time.startOf(day) + (h * 60 + m) * 60_000).toISOString();
}

export function rosterDays(now: number): string[] {
  let monday = time.dayOf(now);
  while (weekdayName(monday) !== "Mon") monday = addDays(monday, -1);
  return Array.from({ length: 14 }, (_, i) => addDays(monday, i));
}

export function roster(now: number, draft: boolean, planning: { seconds: number; costCents: number; job: string } | null, version: number) {
  const days = rosterDays(now);
  const next = random(7);
  const rows = people.map((person, i) => {
    const codes = i < 18 ? ["E", "L", "M"] : ["V"];
    const mine = days.flatMap((day, d): MockShift[] => {
      const weekend = d % 7 > 4;
      if (next() < (weekend ? 0.7 : 0.2)) return [];
      const code = codes[(i + Math.floor(d / 7)) % codes.length]!;
      const changed = draft && next() < 0.045;
      const shown = changed && i < 18 ? (code === "L" ? "E" : "L") : code;
      const shift = shifts.find((each) => each.code === shown)!;
      if (changed && i % 4 === 1) return [{ day, code: null, skill: null, place: person.place, start: null, end: null, changed, before: code }];
      return [{ day, code: shown, skill: person.skills[0] ?? "", place: person.place, start: at(day, shift.start), end: at(day, shift.end), changed, before: changed ? code : null }];
    });
    const absences =
      i === 13 ? [{ from: days[1], to: days[3], reason: "sick" }] : i === 9 ? [{ from: days[3], to: days[8], reason: "leave" }] : i === 4 ? [{ from: days[9], to: days[9], reason: "leave" }] : [];
    const free = mine.filter((shift) => !absences.some((a) => a.from! <= shift.day && shift.day <= a.to!));
    return { ...person, hours: free.length * 8 - (free.length % 3) * 0.5, absences, shifts: free };
  });
  const cover = days.flatMap((day, d) =>
    ["produce", "pick", "drive"].map((skill) => {
      const staff = rows.flatMap((row) => row.shifts).filter((s) => s.day === day && s.skill === skill && s.start !== null);
      const have = Array.from({ length: 24 }, (_, h) => staff.filter((s) => time.wallHours(s.start!) <= h && h < time.wallHours(s.end!)).length);
      const weekend = d % 7 > 4 ? 0.45 : 1;
      const need = have.map((_, h) => {
        const bump = Math.exp(-((h - 11) ** 2) / 14) + 0.7 * Math.exp(-((h - 17) ** 2) / 6);
        return Math.round((skill === "drive" ? 3.4 : 2.9) * weekend * bump * 10) / 10;
      });
      return { place: skill === "produce" ? "plant" : "warehouse", skill, day, need, needLow: need.map((n) => n * 0.8), needHigh: need.map((n) => n * 1.25), have };
    }),
  );
  const gap = (d: number, from: number, to: number, short: number, cents: number, reason: string) => ({ day: days[d], place: "plant", skill: "produce", from, to, short, cents, reason });
  return {
    state: planning ? "planning" : "idle",
    progress: planning,
    published: { planId: `roster-${version}`, version, costCents: 4_812_300, baselineCents: 5_340_000, publishedAt: new Date(now - dayMillis / 3).toISOString() },
    draft: draft
      ? { draftId: "d1", changes: 9, costCents: 4_831_000, baselineCents: 5_340_000, madeAt: new Date(now).toISOString(), reason: "Filler 2 stood 44 min: two late shifts make 2,400 cups on line 1.", causes: ["r1"] }
      : null,
    from: days[0],
    to: days[13],
    days,
    people: rows,
    cover,
    gaps: [gap(4, 15, 19, 7, 41_200, "holiday"), gap(12, 9, 11, 1.5, 18_600, "promotion"), gap(1, 15, 18, 3, 14_800, "sick call"), gap(2, 15, 16, 1, 12_000, "packing"), gap(5, 14, 17, 6, 9_600, "Monday pick")],
    costs: [
      { kind: "WAGES", cents: 4_490_000, baselineCents: 4_880_000 },
      { kind: "OVERTIME", cents: 245_000, baselineCents: 310_000 },
      { kind: "UNDER_COVER", cents: 96_000, baselineCents: 150_000 },
    ],
    rules: [{ name: "fairness of late shifts", violations: 4, cents: 4_000 }],
  };
}

export function why(person: string, day: string) {
  return {
    person,
    day,
    code: "L",
    reasons: ["Can produce; 11 people were free", "24 h rest before, needs 11", "75 of 76 h by contract", "Prefers Early, weighed 600 cents"],
    alternatives: [
      { person, name: person, code: null, deltaCents: 16_760, blockedBy: null },
      { person: "p9", name: "Lena Hermans", deltaCents: 1_400, blockedBy: null },
      { person: "p16", name: "Vera Thijssen", deltaCents: 3_100, blockedBy: null },
      { person: "p8", name: "Jana Krüger", deltaCents: 4_700, blockedBy: null },
      { person: "p14", name: "Rosa Willems", deltaCents: 0, blockedBy: "Sick until Thursday" },
    ],
  };
}

const goods = ["Hummus classic 200 g", "Tzatziki 150 g", "Aioli 180 g", "Pesto rosso 140 g", "Tapenade 120 g", "Guacamole 200 g", "Tomato salsa 220 g", "Muhammara 170 g", "Baba ganoush 180 g"];

export function replenishments(now: number, decided: ReadonlySet<string>) {
  const today = time.dayOf(now);
  const items = goods.map((itemName, i) => {
    const risk = Math.round(128_400 / (i + 1));
    const quantity = 2400 - i * 180;
    return {
      id: `r${i + 1}`,
      revision: 1,
      item: `i${i}`,
      itemName,
      place: i === 0 ? "warehouse" : `s${i * 3}`,
      placeName: i === 0 ? "Venlo" : ["Nijmegen", "Goch", "Leverkusen", "Düren", "Sittard", "Turnhout", "Essen", "Moers"][i - 1],
      quantity,
      packs: quantity / 60,
      costCents: quantity * 88,
      riskWithoutCents: risk,
      riskWithCents: Math.round(risk / 9),
      savedCents: Math.round(risk * 0.8),
      orderBy: i < 3 ? today : addDays(today, i - 2),
      arrives: addDays(today, 2 + i),
      expectedRunOut: addDays(today, i === 0 ? 1 : 3 + i),
      runOutProbabilityWithout: 0.92 - i * 0.07,
      runOutProbabilityWith: 0.04,
      lostUnits: i === 0 ? 2400 : 0,
      reason: i === 0 ? "Line 2 lost 2,400 cups; stock lasts to Thursday 11:00, next delivery Friday." : "Demand of the promotion is above the order; stock ends before the next delivery.",
      status: "PROPOSED",
      causes: i === 0 ? ["c1"] : [],
    };
  });
  const open = items.filter((item) => !decided.has(item.id));
  const runOuts = open.filter((item) => item.lostUnits > 0 || item.expectedRunOut < item.arrives).length;
  const due = open.filter((item) => item.orderBy <= today);
  const sum = (of: (item: (typeof open)[number]) => number, list = open): number => list.reduce((all, item) => all + of(item), 0);
  const source = { source: "al-bayrak", sourceName: "Al-Bayrak", count: due.length, costCents: sum((item) => item.costCents, due), savedCents: sum((item) => item.savedCents, due) };
  return { atRiskCents: sum((item) => item.riskWithoutCents), total: open.length, runOuts, due: due.length > 0 ? [source] : [], items: open };
}

/** The proposals that are due. */
export function dueIds(now: number, decided: ReadonlySet<string>): string[] {
  const today = time.dayOf(now);
  return replenishments(now, decided).items.filter((item) => item.orderBy <= today).map((item) => item.id);
}

export function overstocks(now: number) {
  const today = time.dayOf(now);
  const items = goods.slice(3, 8).map((itemName, i) => ({
    id: `o${i + 1}`,
    revision: 0,
    item: `i${i + 3}`,
    itemName,
    place: `s${i * 3}`,
    placeName: ["Essen", "Goch", "Moers", "Sittard", "Düren"][i],
    onHand: 640 - i * 60,
    onOrder: 0,
    excessUnits: 420 - i * 60,
    expiringUnits: i < 2 ? 180 - i * 60 : 0,
    daysOfStock: 40 - i,
    soldOutBy: i < 2 ? null : addDays(today, 30 - i),
    holdingCents: 900 - i * 90,
    wasteCents: i < 2 ? 15_840 - i * 5_280 : 0,
    totalCents: 900 - i * 90 + (i < 2 ? 15_840 - i * 5_280 : 0),
    bringToName: i === 0 ? "Goch" : null,
    reason: i === 0 ? "640 on hand and 0 on order, at most 220 wanted: 420 too many cost EUR 167.40, as 180 will expire unsold. Bring 60 to Goch, which wants them; sell 120 at a lower price; order none until they are gone." : "More on hand than is wanted. Order none until it is gone.",
  }));
  return { costCents: items.reduce((sum, item) => sum + item.totalCents, 0), total: items.length, items };
}
