import { html, nothing, svg, type TemplateResult } from "lit";
import type { MachineProduction } from "../../api/types";
import type { Session } from "../../app/session";
import { count, percent } from "../../format/numbers";
import { age } from "../../format/site-time";
import { words } from "../../format/words";
import { linear, px } from "../../parts/scale";
import type { StateLog } from "./state-log";

export interface MachineRows {
  machines: readonly MachineProduction[];
  log: StateLog;
  from: number;
  to: number;
  width: number;
  selected: string | null;
  session: Session;
  select: (machine: string) => void;
}

const classes: Record<string, string> = {
  RUNNING: "s-run",
  DOWN: "s-down",
  CHANGEOVER: "s-change",
  STARVED: "s-starved",
  BLOCKED: "s-blocked",
  IDLE: "s-idle",
};

const height = 24;

/** One row a machine: its states on the charts' time axis, OEE, what it lost, and the bottleneck. */
export function machineRows(rows: MachineRows): TemplateResult {
  return html`<div class="row head machhead">
      <div class="nm"><span class="ttl">Machines</span></div>
      <span>States, same time axis</span>
      <div class="rd"><span>OEE</span><span>A · P · Q</span><span class="num">lost</span><span class="num">money</span></div>
    </div>
    ${rows.machines.map((machine) => machineRow(machine, rows))}`;
}

function machineRow(machine: MachineProduction, rows: MachineRows): TemplateResult {
  const { session } = rows;
  const chosen = machine.machine === rows.selected;
  return html`<div
    class="row mach ${chosen ? "sel" : ""}"
    role="button"
    tabindex="0"
    data-press
    aria-pressed=${chosen ? "true" : "false"}
    data-testid="oee-row"
    data-machine=${machine.machine}
    title=${stateWords(machine, rows.log)}
    @click=${() => rows.select(machine.machine)}
  >
    <div class="nm">
      <span class="strong name">${machine.name}</span>
      ${machine.bottleneck
        ? html`<svg class="bnm" viewBox="0 0 10 10" role="img" aria-label="bottleneck"><path d="M1 1h8L6 5l3 4H1l3-4z" fill="currentColor" /></svg>`
        : nothing}
    </div>
    <svg class="ch st" viewBox="0 0 ${rows.width} ${height}" height=${height} role="img" aria-label=${stateWords(machine, rows.log)}>
      ${strip(machine, rows)}
    </svg>
    <div class="rd">
      <b>${machine.oee === null ? "–" : percent(machine.oee)}</b>
      ${factors(machine)}
      <span class="num">${machine.lostMinutes >= 0.5 ? `${count(machine.lostMinutes)} min` : "–"}</span>
      <span class="num strong">${machine.lostCents >= 50 ? session.money.of(machine.lostCents) : "–"}</span>
    </div>
  </div>`;
}

function strip(machine: MachineProduction, rows: MachineRows): TemplateResult[] {
  const x = linear(rows.from, rows.to, 0, rows.width);
  const spans = rows.log.of(machine.machine, rows.from, rows.to);
  if (spans.length === 0) return [svg`<text class="none" x="4" y="14">${unknownWords(machine, rows)}</text>`];
  return spans.map((span) => {
    const start = Math.max(0, x(span.from));
    const end = Math.min(rows.width, x(span.to ?? rows.to));
    const wide = end - start > 12;
    const letter = wide && (span.state === "DOWN" || span.state === "CHANGEOVER") ? span.state.charAt(0) : "";
    return svg`<rect class=${classes[span.state] ?? "s-idle"} x=${px(start)} y="4" width=${px(Math.max(1, end - start))} height="13" />
      ${letter ? svg`<text class="sl" x=${px((start + end) / 2)} y="14" text-anchor="middle">${letter}</text>` : nothing}
      ${machine.bottleneck && span.to === null ? svg`<path class="bn" d="M${px(start)} 21.5H${px(end)}" />` : nothing}`;
  });
}

/** Why a row has no state: nothing was told yet, or the time that is shown ended before. */
function unknownWords(machine: MachineProduction, { log, to, session }: MachineRows): string {
  const from = log.knownFrom(machine.machine);
  if (from === null) return "No state told yet";
  return from >= to ? `Not known: states are kept from ${session.time.moment(from, Date.now())} on` : "No state told in this time";
}

const barWidth = 17;

/** Availability, performance and quality as three bars; a factor below 75 % is marked. */
function factors(machine: MachineProduction): TemplateResult {
  const values = [machine.availability, machine.performance, machine.quality];
  const names = ["availability", "performance", "quality"];
  const text = values.map((value, i) => (value === null ? "" : `${names[i]} ${percent(value)}`)).filter(Boolean).join(", ");
  return html`<svg class="apq" viewBox="0 0 57 12" role="img" aria-label=${text || "no figures yet"}>
    ${values.map((value, i) => {
      const left = i * 20;
      const share = Math.max(0, Math.min(1, value ?? 0));
      return svg`<rect class="tr" x=${left} y="2" width=${barWidth} height="8" />
        <rect class=${share < 0.75 ? "lo" : "va"} x=${left} y="2" width=${px(barWidth * share)} height="8" />`;
    })}
  </svg>`;
}

function stateWords(machine: MachineProduction, log: StateLog): string {
  if (machine.state === null) return `${machine.name}: no state known`;
  const began = log.sinceOf(machine.machine);
  const since = began === null ? "" : ` for ${age(Date.now() - began)}`;
  const reason = machine.reason ? `, ${words(machine.reason).toLowerCase()}` : "";
  return `${machine.name}: ${words(machine.state).toLowerCase()}${since}${reason}${machine.bottleneck ? ". Bottleneck" : ""}`;
}

export const machineLegend = html`
  <span><svg viewBox="0 0 18 10"><rect class="s-run" width="18" height="10" /></svg>runs</span>
  <span><svg viewBox="0 0 18 10"><rect class="s-down" width="18" height="10" /></svg>D down</span>
  <span><svg viewBox="0 0 18 10"><rect class="s-change" width="18" height="10" /></svg>C changeover</span>
  <span><svg viewBox="0 0 18 10"><rect class="s-starved" x=".5" y=".5" width="17" height="9" /></svg>starved</span>
  <span><svg viewBox="0 0 18 10"><rect class="s-blocked" x=".5" y=".5" width="17" height="9" /></svg>blocked</span>
  <span><svg viewBox="0 0 18 10"><path class="bn" d="M0 6H18" /></svg>bottleneck</span>
`;
