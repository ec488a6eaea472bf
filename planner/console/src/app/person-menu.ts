import { html, type TemplateResult } from "lit";
import { initials, setTheme, setUserName, theme, userName, type Theme } from "./preferences";

const themes: [Theme, string][] = [
  ["auto", "As the system"],
  ["light", "Light"],
  ["dark", "Dark"],
];

/** Name, theme and keys behind the round button. */
export function personMenu(changed: () => void, showKeys: () => void): TemplateResult {
  const name = userName();
  return html`<details class="pop">
    <summary class="who" title=${name} aria-label="You are ${name}. Name and theme">${initials(name)}</summary>
    <div class="popbody">
      <label class="field">
        <span class="small mid">Your name, shown on what you acknowledge</span>
        <input
          .value=${name}
          maxlength="60"
          @change=${(event: Event) => {
            setUserName((event.target as HTMLInputElement).value);
            changed();
          }}
        />
      </label>
      <div class="seg" role="group" aria-label="Theme">
        ${themes.map(
          ([value, label]) => html`<button
            type="button"
            aria-pressed=${theme() === value ? "true" : "false"}
            @click=${() => {
              setTheme(value);
              changed();
            }}
          >
            ${label}
          </button>`,
        )}
      </div>
      <button class="btn mini" type="button" @click=${showKeys}>All keys <kbd>?</kbd></button>
    </div>
  </details>`;
}
