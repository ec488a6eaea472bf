/** Milliseconds of a day and an hour without clock changes. */
export const hourMillis = 3_600_000;
export const dayMillis = 24 * hourMillis;

/**
 * Times as the people at the site read them: 24-hour clock, the site's zone, English names.
 * Instants are epoch milliseconds or ISO strings; days are `YYYY-MM-DD` in the site's zone.
 */
export class SiteTime {
  private readonly clock: Intl.DateTimeFormat;
  private readonly fields: Intl.DateTimeFormat;
  private readonly seconds: Intl.DateTimeFormat;

  constructor(readonly zone: string) {
    const base = { timeZone: zone, hourCycle: "h23" } as const;
    this.clock = new Intl.DateTimeFormat("en-GB", { ...base, hour: "2-digit", minute: "2-digit" });
    this.seconds = new Intl.DateTimeFormat("en-GB", {
      ...base,
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    this.fields = new Intl.DateTimeFormat("en-CA", {
      ...base,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  }

  /** `08:52`. */
  time(instant: string | number): string {
    return this.clock.format(millis(instant));
  }

  timeWithSeconds(instant: string | number): string {
    return this.seconds.format(millis(instant));
  }

  /** `2026-10-13`, the site's day of the instant. */
  dayOf(instant: string | number): string {
    const parts = this.parts(instant);
    return `${parts.year}-${parts.month}-${parts.day}`;
  }

  /** Hours on the wall clock since midnight, 0 to below 24. */
  wallHours(instant: string | number): number {
    const parts = this.parts(instant);
    return Number(parts.hour) + Number(parts.minute) / 60 + Number(parts.second) / 3600;
  }

  /** `08:52` today, `Thu 15 Oct 11:00` on other days, with the year when it is another one. */
  moment(instant: string | number, now: number): string {
    const day = this.dayOf(instant);
    const today = this.dayOf(now);
    if (day === today) return this.time(instant);
    const year = day.slice(0, 4) === today.slice(0, 4) ? "" : ` ${day.slice(0, 4)}`;
    return `${dayName(day)}${year} ${this.time(instant)}`;
  }

  /** When the day begins, as epoch milliseconds. */
  startOf(day: string): number {
    const utc = Date.parse(`${day}T00:00:00Z`);
    const first = utc - this.offset(utc);
    return utc - this.offset(first);
  }

  /** 24, or 23 and 25 where the clocks change. */
  hoursOf(day: string): number {
    return Math.round((this.startOf(addDays(day, 1)) - this.startOf(day)) / hourMillis);
  }

  /** Milliseconds that the wall clock is ahead of UTC at an instant. */
  private offset(instant: number): number {
    const p = this.parts(instant);
    const wall = Date.UTC(+p.year, +p.month - 1, +p.day, +p.hour, +p.minute, +p.second);
    return wall - Math.floor(instant / 1000) * 1000;
  }

  private parts(instant: string | number) {
    const found = { year: "", month: "", day: "", hour: "", minute: "", second: "" };
    for (const { type, value } of this.fields.formatToParts(millis(instant))) {
      if (type in found) found[type as keyof typeof found] = value;
    }
    return found;
  }
}

export function millis(instant: string | number): number {
  return typeof instant === "number" ? instant : Date.parse(instant);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMillis).toISOString().slice(0, 10);
}

const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });
const month = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });

/** `Thu`. */
export function weekdayName(day: string): string {
  return weekday.format(Date.parse(`${day}T00:00:00Z`));
}

/** `Thu 15 Oct`. */
export function dayName(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return `${weekday.format(at)} ${Number(day.slice(8))} ${month.format(at).slice(0, 3)}`;
}

export function isWeekend(day: string): boolean {
  const number = new Date(`${day}T00:00:00Z`).getUTCDay();
  return number === 0 || number === 6;
}

/** `4 s`, `12 min`, `1 h 50`, `3 d`. */
export function age(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${String(minutes % 60).padStart(2, "0")}`;
  return `${Math.round(hours / 24)} d`;
}

/** Work as `7:30` from milliseconds. */
export function workTime(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Hours after midnight of a wall time such as `14:00` or `14:00:30`; an ISO instant is read in the site's zone. */
export function wallTimeHours(text: string, time: SiteTime): number {
  const match = /^(\d{1,2}):(\d{2})/.exec(text);
  return match ? Number(match[1]) + Number(match[2]) / 60 : time.wallHours(text);
}
