import { html } from "lit";

/** What the shapes on the map mean. */
export const mapLegend = html`<div class="maplegend legend">
  <span><svg viewBox="0 0 18 10"><circle class="stop lg" cx="9" cy="5" r="4" /></svg>to do</span>
  <span><svg viewBox="0 0 18 10"><circle class="stop lg fin" cx="9" cy="5" r="4.5" /><path class="tick" d="m7 5 1.6 1.6 2.8-3" /></svg>passed by plan</span>
  <span><svg viewBox="0 0 18 10"><path class="stop late thin" d="m9 0 5 5-5 5-5-5z" /></svg>late</span>
  <span class="un"><svg viewBox="0 0 18 10"><rect x="4.5" y=".8" width="8.5" height="8.5" /></svg>no route</span>
</div>`;
