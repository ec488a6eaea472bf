import { html, nothing, type TemplateResult } from "lit";
import type { Strip } from "../api/types";
import { age, dayName } from "../format/site-time";
import { toneOf } from "../format/money";
import { plural } from "../format/numbers";
import { costTable } from "../parts/cost-table";
import type { Session } from "./session";
import { pages, type PagePath } from "./router";

export interface TopBar {
  session: Session | null;
  siteName: string;
  page: PagePath;
  strip: Strip | null;
  dataAt: number | null;
  connected: boolean;
  /** Parts of Gemba that do not run, in words; empty when all do. */
  trouble: string;
  retryAt: number | null;
  now: number;
  person: TemplateResult;
}

const staleMillis = 60_000;

export function topBar(bar: TopBar): TemplateResult {
  return html`<header class="top">
    <a class="brand" href="/schedules">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M3 16V8l7-5 7 5v8" fill="none" stroke="currentColor" stroke-width="2" />
        <path d="M7 16v-5h6v5" fill="none" stroke="currentColor" stroke-width="2" /></svg
      >Gemba
    </a>
    <span class="sitename mid" title=${zoneTitle(bar)}>${bar.siteName}${zoneHint(bar)}</span>
    <nav class="tabs" aria-label="Pages">${pages.map((page) => tab(page, bar))}</nav>
    <div class="push"></div>
    ${liveness(bar)} ${bar.session && bar.strip ? costStrip(bar.strip, bar.session) : nothing} ${bar.person}
  </header>`;
}

function tab(page: (typeof pages)[number], bar: TopBar): TemplateResult {
  const open = bar.strip?.open[page.open] ?? 0;
  return html`<a
    href=${page.path}
    data-testid="tab-${page.open}"
    aria-current=${bar.page === page.path ? "page" : nothing}
    >${page.name}${open > 0
      ? html`<span class="count bad" title=${plural(open, "open exception")}>${open > 99 ? "99+" : open}</span>`
      : nothing}</a
  >`;
}

function zoneDiffers(bar: TopBar): boolean {
  const zone = bar.session?.site.zone;
  return zone !== undefined && zone !== Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function zoneHint(bar: TopBar): TemplateResult | typeof nothing {
  const zone = bar.session?.site.zone ?? "";
  return zoneDiffers(bar) ? html` <small class="quiet">${zone.split("/").pop()?.replaceAll("_", " ")} time</small>` : nothing;
}

function zoneTitle(bar: TopBar): string {
  return bar.session ? `All times are those of ${bar.session.site.zone}` : "";
}

/** How old the newest data is, in words, and whether the stream is there. */
export function liveness(bar: Pick<TopBar, "connected" | "trouble" | "retryAt" | "dataAt" | "now" | "session">): TemplateResult {
  if (!bar.connected) {
    const seconds = bar.retryAt === null ? 0 : Math.max(0, Math.ceil((bar.retryAt - bar.now) / 1000));
    const again = bar.retryAt === null ? "Connecting" : `Connection lost. Trying again in ${seconds} s`;
    return html`<div class="live stale" role="status"><i></i>${again}</div>`;
  }
  if (bar.trouble !== "") return html`<div class="live stale" role="status"><i></i>${bar.trouble}</div>`;
  if (bar.dataAt === null) return html`<div class="live" role="status"><i></i>Live</div>`;
  const old = bar.now - bar.dataAt;
  if (old <= staleMillis) return html`<div class="live" role="status"><i></i>Live · ${age(old)}</div>`;
  const when = bar.session?.time.moment(bar.dataAt, bar.now) ?? "";
  return html`<div class="live stale" role="status" title="Times may be off">
    <i></i>Last data ${when}, ${age(old)} ago
  </div>`;
}

function costStrip(strip: Strip, { money }: Session): TemplateResult {
  if (strip.byKind.length === 0 && strip.cents === 0) {
    return html`<span class="strip" data-testid="cost-strip"><span class="small mid">No costs today yet</span></span>`;
  }
  const saved = strip.cents - strip.baselineCents;
  return html`<details class="pop">
    <summary
      class="strip"
      data-testid="cost-strip"
      title="Today's plans against the rules used before, all areas"
      aria-label="Costs today ${money.of(strip.cents)}, before ${money.of(strip.baselineCents)}"
    >
      <span class="small mid">Today</span><b>${money.of(strip.cents)}</b>
      <span class="small mid">before ${money.of(strip.baselineCents)}</span>
      <b class=${toneOf(saved)}>${money.difference(saved)}</b>
    </summary>
    <div class="popbody">
      <h3>${strip.day ? dayName(strip.day) : "Today"}</h3>
      ${costTable(strip.byKind, money)}
      <p class="small mid">Before: the rules used until now, priced on the same day.</p>
    </div>
  </details>`;
}
