import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { ControlChart } from "../../api/types";
import type { Session } from "../../app/session";
import { measure, plural } from "../../format/numbers";
import { px } from "../../parts/scale";
import { empty } from "../../parts/states";
import { capabilityWords, kinds, ruleWords, signsFirst, subjectOf, track, valueWords, type ControlTrack } from "./control-model";

const shown = 40;
const valueHeight = 96;
const spreadHeight = 44;

export interface ControlCharts {
  charts: readonly ControlChart[];
  width: number;
  session: Session;
  /** Shows the readings of a sensor or machine. */
  select: (subject: string) => void;
}

/** Control charts, those first that show a special cause now. */
export function controlCharts(page: ControlCharts): TemplateResult {
  const charts = signsFirst(page.charts);
  if (charts.length === 0) return empty("No control chart yet. Give a sensor of the site file a `control`, or let a machine report its units.");
  return html`<div class="stack">
    ${charts.slice(0, shown).map((chart) => chartRow(chart, page))}
    ${charts.length > shown ? html`<p class="quietrow">${plural(charts.length - shown, "more chart")} without a newer sign.</p>` : nothing}
    <div class="legend mfoot">
      <span><svg viewBox="0 0 18 10"><path class="ctl-limit" d="M0 5H18" /></svg>control limits, of the newest point</span>
      <span><svg viewBox="0 0 18 10"><path class="ctl-centre" d="M0 5H18" /></svg>centre</span>
      <span><svg viewBox="0 0 18 10"><path class="ctl-sign" d="M9 1l4 4-4 4-4-4z" /></svg>completes a sign (Western Electric, Nelson)</span>
    </div>
  </div>`;
}

function chartRow(chart: ControlChart, page: ControlCharts): TemplateResult {
  const { machine, name, unit } = subjectOf(chart, page.session.site);
  const newest = chart.points.at(-1);
  const what = `${name} of ${machine}`;
  return html`<div class="row ctl" role="button" tabindex="0" data-press data-testid="control-chart" data-subject=${chart.subject} title="Show the readings of ${what}" @click=${() => page.select(chart.subject)}>
    <div class="nm">
      <span class="strong">${machine}</span>
      <span>${name}</span>
      <span class="small mid">${unit}</span>
      <span class="small quiet">${kinds[chart.kind] ?? chart.kind}</span>
    </div>
    <div class="tracks">
      ${drawn(chart, "value", valueHeight, page, `${what}: ${newest ? valueWords(chart, newest.value) : "no point"}`)}
      ${drawn(chart, "spread", spreadHeight, page, `Spread of ${what}`)}
    </div>
    ${figures(chart, page)}
  </div>`;
}

function drawn(chart: ControlChart, what: "value" | "spread", height: number, page: ControlCharts, label: string): TemplateResult | typeof nothing {
  const width = Math.max(1, page.width);
  const lines = track(chart, what, width, height);
  if (lines === null) return nothing;
  return html`<svg class="ch" viewBox="0 0 ${width} ${height}" height=${height} role="img" aria-label=${label}>${drawing(lines, chart, what, page)}</svg>`;
}

function drawing(lines: ControlTrack, chart: ControlChart, what: "value" | "spread", page: ControlCharts): SVGTemplateResult {
  const level = (y: number | null, style: string) => (y === null ? nothing : svg`<path class=${style} d="M0 ${px(y)}H${page.width}" />`);
  const limits = what === "value" ? chart.lines : chart.spreadLines;
  const path = lines.points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${px(x)} ${px(y)}`).join("");
  const { time } = page.session;
  return svg`${level(lines.upper, "ctl-limit")} ${level(lines.lower, "ctl-limit")} ${level(lines.centre, "ctl-centre")}
    ${limits && lines.upper !== null && lines.lower !== null
      ? svg`<text class="tk" x="2" y=${px(lines.upper - 2)}>${valueWords(chart, limits.upper)}</text>
          <text class="tk" x="2" y=${px(lines.lower + 9)}>${valueWords(chart, limits.lower)}</text>`
      : nothing}
    <path class="l ink" d=${path} />
    ${lines.points.map(({ x, y, marked, point }) => {
      const words = `${time.time(point.at)} ${valueWords(chart, what === "value" ? point.value : point.spread!)}${point.rules.length > 0 ? `: ${point.rules.map(ruleWords).join(", ")}` : ""}`;
      return marked
        ? svg`<path class="ctl-sign" d="M${px(x)} ${px(y - 5)}l5 5-5 5-5-5z"><title>${words}</title></path>`
        : svg`<circle class="ctl-point" cx=${px(x)} cy=${px(y)} r="2.2"><title>${words}</title></circle>`;
    })}`;
}

function figures(chart: ControlChart, { session }: ControlCharts): TemplateResult {
  const newest = chart.points.at(-1);
  const { capability } = chart;
  const signed = chart.points.filter((point) => point.rules.length > 0).at(-1);
  return html`<div class="rd">
    <b>${newest ? valueWords(chart, newest.value) : "–"}</b>
    ${chart.lines ? html`<span class="small mid">of ${valueWords(chart, chart.lines.lower)} to ${valueWords(chart, chart.lines.upper)}</span>` : html`<span class="small mid">limits are being learnt</span>`}
    ${signed
      ? html`<p class="small ${signed === newest ? "bad" : "mid"}" data-testid="signs">
          ${signed === newest ? "Now" : session.time.moment(signed.at, Date.now())}: ${signed.rules.map(ruleWords).join(", ")}
        </p>`
      : html`<p class="small mid">No sign of a special cause</p>`}
    ${capability
      ? html`<p class="small" data-testid="capability">
          ${capability.cp === null ? nothing : html`Cp ${measure(capability.cp)} · `}Cpk ${measure(capability.cpk)}
          <span class=${capabilityWords(capability.cpk).tone}>${capabilityWords(capability.cpk).words}</span>
          <span class="mid">${capability.pp === null ? nothing : `Pp ${measure(capability.pp)} · `}Ppk ${measure(capability.ppk)}</span>
        </p>`
      : nothing}
  </div>`;
}
