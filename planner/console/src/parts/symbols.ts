import { html, svg, type TemplateResult } from "lit";

/** Shapes and hatchings that every drawing refers to by id; rendered once, by the app. */
export const symbols = html`
  <svg width="0" height="0" class="defs" aria-hidden="true">
    <defs>
      <symbol id="sev1" viewBox="0 0 14 14">
        <path d="M4.3 .8h5.4l3.5 3.5v5.4l-3.5 3.5H4.3L.8 9.7V4.3z" fill="currentColor" />
        <path class="cut" d="M7 3.4v4.4M7 9.4v1.4" stroke-width="1.7" />
      </symbol>
      <symbol id="sev2" viewBox="0 0 14 14">
        <path d="M7 1 13.4 12.6H.6z" fill="currentColor" />
        <path d="M7 5v3.6M7 9.8v1.3" stroke="#14171c" stroke-width="1.4" />
      </symbol>
      <symbol id="sev3" viewBox="0 0 14 14">
        <path d="M7 1.2 12.8 7 7 12.8 1.2 7z" fill="none" stroke="currentColor" stroke-width="1.8" />
      </symbol>
      <symbol id="sev4" viewBox="0 0 14 14">
        <circle cx="7" cy="7" r="4.6" fill="none" stroke="currentColor" stroke-width="1.6" />
      </symbol>
      <symbol id="sevok" viewBox="0 0 14 14">
        <circle cx="7" cy="7" r="6" fill="currentColor" />
        <path class="cut" d="m4.2 7.2 2 2 3.6-4.2" fill="none" stroke-width="1.6" />
      </symbol>
      <pattern id="hatchBad" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" class="badfill" /><path d="M0 0V5" class="hb" />
      </pattern>
      <pattern id="hatchGrey" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V5" class="hn" />
      </pattern>
      <pattern id="hatchWarn" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V5" class="hw" />
      </pattern>
    </defs>
  </svg>
`;

export type Severity = "CRITICAL" | "HIGH" | "MEDIUM" | "LOW" | "OK";

const shapes: Record<Severity, { symbol: string; tone: string; label: string }> = {
  CRITICAL: { symbol: "#sev1", tone: "sev-1", label: "Critical" },
  HIGH: { symbol: "#sev2", tone: "sev-2", label: "High" },
  MEDIUM: { symbol: "#sev3", tone: "sev-3", label: "Medium" },
  LOW: { symbol: "#sev4", tone: "sev-4", label: "Low" },
  OK: { symbol: "#sevok", tone: "sev-ok", label: "Over" },
};

/** The shape of a severity, with its word for those who cannot see it. An unknown word is drawn as LOW. */
export function severity(word: string): TemplateResult {
  const shape = shapes[word as Severity] ?? shapes.LOW;
  return html`<svg class="sev ${shape.tone}" role="img" aria-label=${shape.label}>
    ${svg`<use href=${shape.symbol}></use>`}
  </svg>`;
}

/** Smaller is worse. */
export function severityRank(word: string): number {
  const rank = ["CRITICAL", "HIGH", "MEDIUM", "LOW"].indexOf(word);
  return rank < 0 ? 4 : rank;
}
