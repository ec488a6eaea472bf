import { html, nothing, type TemplateResult } from "lit";

/** The 2 px bar below the page bar while something is read or planned. */
export function busyBar(on: boolean): TemplateResult | typeof nothing {
  return on ? html`<div class="busy" role="progressbar" aria-label="Working"></div>` : nothing;
}

/** A quiet sentence where a list would stand. */
export function empty(text: string): TemplateResult {
  return html`<p class="quietrow">${text}</p>`;
}

/** What failed; the last values stay around it. */
export function failure(error: string): TemplateResult | typeof nothing {
  return error === "" ? nothing : html`<p class="failure" role="alert">${error}</p>`;
}
