import { html, nothing, type TemplateResult } from "lit";
import type { Strip } from "../api/types";
import { age, dayName } from "../format/site-time";
import { toneOf } from "../format/money";
import { plural } from "../format/numbers";
import { words } from "../format/words";
import type { Session } from "./session";
import { pages, type PagePath } from "./router";

export interface TopBar {
  session: Session | null;
  siteName: string;
  page: PagePath;
  strip: Strip | null;
  dataAt: number | null;
  connected: boolean;
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
export function liveness(bar: Pick<TopBar, "connected" | "retryAt" | "dataAt" | "now" | "session">): TemplateResult {
  if (!bar.connected) {
    const seconds = bar.retryAt === null ? 0 : Math.max(0, Math.ceil((bar.retryAt - bar.now) / 1000));
    const again = bar.retryAt === null ? "Connecting" : `Connection lost. Trying again in ${seconds} s`;
    return html`<div class="live stale" role="status"><i></i>${again}</div>`;
  }
  if (bar.dataAt === null) return html`<div class="live" role="status"><i></i>Live</div>`;
  const old = bar.now - bar.dataAt;
  if (old <= staleMillis) return html`<div class="live" role="status"><i></i>Live · ${age(old)}</div>`;
  const when = bar.session?.time.moment(bar.dataAt, bar.now) ?? "";
  return html`<div class="live stale" role="status" title="Times may be off">
    <i></i>Last data ${when}, ${age(old)} ago
  </div>`;
}

function costStrip(strip: Strip, { money }: Session): TemplateResult {
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

/** Cost by kind: now, before, difference, and the sum. */
export function costTable(rows: Strip["byKind"], money: Session["money"]): TemplateResult {
  const sum = (field: "cents" | "baselineCents") => rows.reduce((total, row) => total + row[field], 0);
  const all = { kind: "Together", cents: sum("cents"), baselineCents: sum("baselineCents") };
  return html`<table class="t costs">
    <thead>
      <tr><th scope="col">Cost</th><th scope="col" class="num">now</th><th scope="col" class="num">before</th><th scope="col" class="num">difference</th></tr>
    </thead>
    <tbody>
      ${[...rows, all].map((row) => {
        const difference = row.cents - row.baselineCents;
        return html`<tr class=${row === all ? "strong" : ""}>
          <td>${words(row.kind)}</td>
          <td class="num">${money.of(row.cents)}</td>
          <td class="num mid">${money.of(row.baselineCents)}</td>
          <td class="num ${toneOf(difference)}">${money.difference(difference)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
