import type { Absence, Person, Place, Roster, Shift, ShiftTemplate } from "../../api/types";
import { wallTimeHours, type SiteTime } from "../../format/site-time";

/** The hours of every day that the roster and the cover chart show, so that both share one time axis. */
export interface DayWindow {
  from: number;
  to: number;
}

/** A bar within its day's cell, as shares of the cell's width. */
export interface Span {
  start: number;
  width: number;
}

const margin = 0.5;

/** From half an hour before the first work to half an hour after the last, as whole hours; all 24 when a shift runs over midnight or nothing is known. */
export function dayWindow(roster: Roster, templates: readonly ShiftTemplate[], time: SiteTime): DayWindow {
  const spans = templates.map((each) => hoursOf(each.start, each.end, time));
  for (const person of roster.people) {
    for (const shift of worked(person)) spans.push(hoursOf(shift.start, shift.end, time));
  }
  for (const cover of roster.cover) {
    const busy = cover.need.flatMap((need, hour) => (need > 0 || (cover.have[hour] ?? 0) > 0 ? [hour] : []));
    if (busy.length > 0) spans.push({ from: Math.min(...busy), to: Math.max(...busy) + 1 });
  }
  if (spans.length === 0) return { from: 0, to: 24 };
  const from = Math.max(0, Math.floor(Math.min(...spans.map((span) => span.from)) - margin));
  const to = Math.min(24, Math.ceil(Math.max(...spans.map((span) => span.to)) + margin));
  return { from, to };
}

/** The shifts of a person without the cells that a draft makes free. */
export function worked(person: Person): Shift[] {
  return person.shifts.filter((shift) => shift.code !== "");
}

/** Wall-clock hours from start to end; an end at or before the start is on the next day. */
function hoursOf(start: string, end: string, time: SiteTime): DayWindow {
  const from = wallTimeHours(start, time);
  const to = wallTimeHours(end, time);
  return { from, to: to <= from ? to + 24 : to };
}

/** Where a shift stands in its day's cell; cut off where the shown hours end. */
export function spanOf(start: string, end: string, window: DayWindow, time: SiteTime): Span {
  const { from, to } = hoursOf(start, end, time);
  const length = window.to - window.from;
  const left = Math.max(0, (from - window.from) / length);
  const right = Math.min(1, (to - window.from) / length);
  return { start: left, width: Math.max(0, right - left) };
}

/** Hours worked, without regard to the wall clock. */
export function shiftHours(shift: Shift): number {
  return (Date.parse(shift.end) - Date.parse(shift.start)) / 3_600_000;
}

export interface Team {
  name: string;
  people: Person[];
}

/** People by place in the site's order, within a place by main skill and then by name. */
export function teams(people: readonly Person[], places: readonly Place[]): Team[] {
  const order = new Map(places.map((place, index) => [place.id, index]));
  const byPlace = new Map<string, Person[]>();
  for (const person of people) byPlace.set(person.place, [...(byPlace.get(person.place) ?? []), person]);
  const skills = [...new Set(people.map((person) => person.skills[0] ?? ""))];
  const rank = (person: Person) => skills.indexOf(person.skills[0] ?? "");
  return [...byPlace.entries()]
    .sort(([a], [b]) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity))
    .map(([place, members]) => ({
      name: places.find((each) => each.id === place)?.name ?? place,
      people: members.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)),
    }));
}

/** One letter a skill, all different: the first letter of its name that is free. */
export function skillLetters(people: readonly Person[]): Map<string, string> {
  const letters = new Map<string, string>();
  const taken = new Set<string>();
  for (const skill of new Set(people.flatMap((person) => person.skills))) {
    const free = [...skill.toUpperCase()].find((letter) => /[A-Z]/.test(letter) && !taken.has(letter));
    const letter = free ?? "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("").find((each) => !taken.has(each)) ?? "?";
    taken.add(letter);
    letters.set(skill, letter);
  }
  return letters;
}

const shiftColours = ["c2", "c3", "c1", "c6", "c4", "c5"];

/** A colour class a shift code; codes the site does not name follow in the order met. */
export function colourOf(code: string, templates: readonly ShiftTemplate[]): string {
  const index = templates.findIndex((each) => each.code === code);
  return shiftColours[(index < 0 ? templates.length : index) % shiftColours.length]!;
}

export function absenceOn(person: Person, day: string): Absence | null {
  return person.absences.find((absence) => absence.from <= day && day <= absence.to) ?? null;
}

/** The letter on a bar. */
export function letterOf(code: string): string {
  return code.charAt(0).toUpperCase();
}
