import { Problem } from "../api/client";
import { Events } from "../api/events";
import type { Site } from "../api/types";
import { Money } from "../format/money";
import { SiteTime } from "../format/site-time";
import { StateLog } from "../pages/sensors/state-log";

/** What every page needs: the site, how it writes money and time, the event stream, and a line for messages. */
export interface Session {
  readonly site: Site;
  readonly money: Money;
  readonly time: SiteTime;
  readonly events: Events;
  /** States of machines seen so far; lasts over changes of page. */
  readonly states: StateLog;
  /** Says one calm line at the foot of the window. */
  say(message: string, tone?: "good" | "bad"): void;
  /** Goes to a page, with what shall be selected there. */
  go(page: string, selected?: string): void;
}

export function makeSession(site: Site, events: Events, say: Session["say"], go: Session["go"]): Session {
  return { site, events, say, go, money: new Money(site.currency), time: new SiteTime(site.zone), states: new StateLog() };
}

export function wordsOf(error: unknown): string {
  if (error instanceof Problem) return error.message;
  return error instanceof Error ? error.message : String(error);
}
