import { html, type TemplateResult } from "lit";
import type { Health } from "../api/types";
import { words } from "../format/words";

const tones: Record<string, string> = { up: "good", failed: "bad" };
const marks: Record<string, string> = { up: "✓", failed: "!" };

/** `Time series`, but `MQTT`. */
export function partName(name: string): string {
  return name === "mqtt" ? "MQTT" : words(name);
}

/** The parts of a Gemba that is starting, each with where it stands. */
export function startUp(health: Health | null, error: string, open: () => void): TemplateResult {
  const parts = health?.parts ?? [];
  const up = parts.filter((part) => part.status === "up").length;
  const failed = parts.filter((part) => part.status === "failed");
  return html`<main class="startup" data-testid="startup-progress" aria-live="polite">
    <h1>${failed.length > 0 ? "Gemba could not start all of its parts" : "Gemba is starting"}</h1>
    ${parts.length === 0
      ? html`<p class="mid">${error || "Asking the service."}</p>`
      : html`<p class="mid">${up} of ${parts.length} parts are up.</p>
          <progress max=${parts.length} .value=${up} aria-label="Parts that are up"></progress>
          <ul>
            ${parts.map(
              (part) => html`<li class=${tones[part.status] ?? "mid"} data-part=${part.name}>
                <span class="mark">${marks[part.status] ?? "·"}</span>
                <span class="strong">${partName(part.name)}</span>
                <span class="mid small">${part.detail || part.status}</span>
              </li>`,
            )}
          </ul>
          <button class="btn ghost" type="button" @click=${open}>Open the pages already</button>`}
  </main>`;
}
