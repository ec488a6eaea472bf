import { SiteTime } from "../../src/format/site-time.ts";
import { towns, vehicles, zone } from "./site.ts";

const time = new SiteTime(zone);
const tours = [
  [0, 1, 2, 3, 4],
  [24, 25, 26, 27, 28, 29],
  [5, 6, 7, 8, 9],
  [10, 11, 12, 13, 14],
  [15, 16, 17, 18],
  [20, 21, 22, 23],
];
const depot: [string, number, number] = ["Venlo", 51.37, 6.172];

function kilometres(a: [string, number, number], b: [string, number, number]): number {
  const x = (a[2] - b[2]) * 70;
  const y = (a[1] - b[1]) * 111;
  return Math.hypot(x, y) * 1.3;
}

export function routes(day: string, now: number, draft: boolean, planning: { seconds: number; costCents: number; job: string } | null, version: number) {
  const midnight = time.startOf(day);
  const iso = (minutes: number) => new Date(midnight + minutes * 60_000).toISOString();
  const list = tours.map((tour, v) => {
    let clock = 6 * 60 + v * 9;
    let metres = 0;
    let before = depot;
    const start = clock;
    const stops = tour.map((index, k) => {
      const town = towns[index]!;
      const km = kilometres(before, town);
      metres += km * 1000;
      clock += km * 1.15;
      const arrival = clock;
      const late = v === 1 && k >= 2 && k < 5 ? 12 + k * 4 : v === 4 && k === 3 ? 22 : 0;
      const windowStart = Math.floor((arrival - 40) / 30) * 30;
      const windowEnd = late ? arrival - late : windowStart + 90;
      if (k === 1 && v % 2 === 0) clock += 18;
      const begins = clock;
      clock += 16 + ((index * 7) % 12);
      before = town;
      return { seq: k + 1, order: `O-${1000 + index}`, place: `s${index + 1}`, placeName: town[0], latitude: town[1], longitude: town[2], windowStart: iso(windowStart), windowEnd: iso(windowEnd), arrival: iso(arrival), start: iso(begins), departure: iso(clock), lateMinutes: late, boxes: 20 + ((index * 13) % 30) };
    });
    const home = kilometres(before, depot);
    clock += home * 1.15;
    metres += home * 1000;
    return { vehicle: vehicles[v]!.id, name: vehicles[v]!.name, driver: `p${19 + v}`, start: iso(start), end: iso(clock), metres, costCents: Math.round(metres * 0.062 + (clock - start) * 55), depot: "warehouse", stops, halts: [] };
  });
  const open = (order: string, placeName: string, latitude: number, longitude: number, boxes: number, valueCents: number, reason: string) => ({ order, place: order, placeName, latitude, longitude, boxes, valueCents, reason });
  return {
    day,
    state: planning ? "planning" : "idle",
    progress: planning,
    published: { planId: `routes-${day}-${version}`, version, costCents: 197_600, baselineCents: 227_800, publishedAt: new Date(now - 3_600_000 * 5).toISOString() },
    draft: draft ? { draftId: "rd1", changes: 3, costCents: 194_000, baselineCents: 227_800, madeAt: new Date(now).toISOString(), reason: "V2 and V5 reload Thursday 05:30 for the cups of line 1.", causes: ["r1"] } : null,
    routes: list,
    unassigned: [
      open("O-2001", "'s-Hertogenbosch", 51.69, 5.304, 42, 31_800, "Earliest possible arrival 11:52 (V6), window to 11:00. Every van tried."),
      open("O-2002", "Heerlen", 50.888, 5.979, 26, 26_400, "Tail lift on V3 and V5 only; V5 is at 96% volume, V3 arrives 13:40."),
      open("O-2003", "Köln Süd", 50.905, 6.96, 38, 17_100, "V3 would end 15:50, limit 15:00."),
    ],
    costs: [
      { kind: "DISTANCE", cents: 76_800, baselineCents: 88_000 },
      { kind: "DRIVERS", cents: 108_500, baselineCents: 118_000 },
      { kind: "LATE", cents: 12_300, baselineCents: 21_800 },
    ],
  };
}
