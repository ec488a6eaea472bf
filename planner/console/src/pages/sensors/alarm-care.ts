import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { post } from "../../api/client";
import { alarmLog } from "../../api/parse-devices";
import type { Alarm, AlarmLogLine } from "../../api/types";
import { userName } from "../../app/preferences";
import { Resource } from "../../app/resource";
import { wordsOf, type Session } from "../../app/session";
import { words } from "../../format/words";
import { Light } from "../../parts/light";

/** For how long an alarm can be put aside. */
export const shelves: [label: string, minutes: number][] = [
  ["30 min", 30],
  ["1 h", 60],
  ["4 h", 240],
  ["8 h", 480],
  ["1 day", 1_440],
  ["1 week", 10_080],
];

const logShown = 12;

/** What people do about one alarm: see it, give it to somebody, put it aside, close it; and what they have done. */
export class AlarmCare extends Light {
  static override properties = { session: { attribute: false }, alarm: { attribute: false } };
  declare session: Session;
  declare alarm: Alarm;
  private log!: Resource<AlarmLogLine[]>;
  private text = "";
  private minutes = 60;
  private busy = false;

  override connectedCallback(): void {
    this.log ??= new Resource(this, this.session.events, () => this.path("log"), alarmLog, ["alarms"]);
    super.connectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("alarm");
    if (!before || before.id === this.alarm.id) return;
    this.text = "";
    void this.log.reset();
  }

  /** A key of the page; true when it was for this. */
  onKey(key: string): boolean {
    if (key === "k") void this.acknowledge();
    else if (key === "a") this.querySelector<HTMLSelectElement>(".assignee")?.focus();
    else if (key === "z") void this.shelve();
    else if (key === "x") void this.decide("not-a-fault");
    else return false;
    return true;
  }

  private path(verb: string): string {
    return `/alarms/${encodeURIComponent(this.alarm.id)}/${verb}`;
  }

  private async act(verb: string, body: Record<string, unknown>, done: string): Promise<void> {
    if (this.busy) return;
    const alarm = this.alarm;
    this.busy = true;
    this.requestUpdate();
    try {
      await post(this.path(verb), { by: userName(), ...body });
      this.session.say(`${alarm.machineName}, ${alarm.sensorName}: ${done}.`);
      this.text = "";
    } catch (error) {
      this.session.say(`Not ${done}: ${wordsOf(error)}`, "bad");
    }
    this.busy = false;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent("changed", { bubbles: true }));
    await this.log.load();
  }

  private async acknowledge(): Promise<void> {
    if (!this.alarm.acknowledgedBy) await this.act("acknowledge", { comment: this.text }, "acknowledged");
  }

  private async comment(): Promise<void> {
    if (this.isSaid()) await this.act("comment", { text: this.text }, "comment kept");
  }

  private async shelve(): Promise<void> {
    if (this.alarm.state !== "OPEN" || !this.isSaid()) return;
    const until = new Date(Date.now() + this.minutes * 60_000).toISOString();
    await this.act("shelve", { until, reason: this.text }, "shelved");
  }

  private async decide(verb: "close" | "not-a-fault"): Promise<void> {
    if (this.isSaid()) await this.act(verb, { reason: this.text }, verb === "close" ? "closed" : "no fault, and learnt from");
  }

  /** Whether a reason stands in the line; if not, the line asks for one. */
  private isSaid(): boolean {
    if (this.text.trim() !== "") return true;
    this.querySelector<HTMLInputElement>(".alarmtext")?.focus();
    this.session.say("Say why in a few words first.", "bad");
    return false;
  }

  protected override render(): TemplateResult {
    return html`${this.standing()} ${this.assignee()}
      <input
        class="alarmtext"
        aria-label="Comment or reason"
        placeholder="Comment or reason"
        maxlength="2000"
        data-testid="alarm-text"
        .value=${this.text}
        @input=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)}
      />
      <div class="acts">${this.buttons()}</div>
      ${this.lines()}`;
  }

  private standing(): TemplateResult {
    const { alarm, session } = this;
    const at = (instant: string) => session.time.moment(instant, Date.now());
    const { decision } = alarm;
    return html`${alarm.escalatedAt
      ? html`<p class="bad" data-testid="escalated">Escalated ${at(alarm.escalatedAt)}: nobody has acknowledged it.</p>`
      : nothing}
    ${alarm.acknowledgedBy
      ? html`<p class="mid" data-testid="acknowledged">
          <span class="good">✓</span> Seen by ${alarm.acknowledgedBy}${alarm.acknowledgedAt ? `, ${at(alarm.acknowledgedAt)}` : ""}.${alarm.comment ? ` “${alarm.comment}”` : ""}
        </p>`
      : nothing}
    ${decision
      ? html`<p class="mid" data-testid="decision">
          ${words(decision.kind)}${decision.until ? ` until ${at(decision.until)}` : ""} by ${decision.by}, ${at(decision.at)}. “${decision.reason}”
        </p>`
      : nothing}
    ${alarm.suppressedUntil ? html`<p class="mid">It began in maintenance, which ends ${at(alarm.suppressedUntil)}.</p>` : nothing}`;
  }

  private assignee(): TemplateResult {
    const { people } = this.session.site;
    const chosen = this.alarm.assignee ?? "";
    const pick = (event: Event) => {
      const person = (event.target as HTMLSelectElement).value || null;
      const name = people.find((each) => each.id === person)?.name;
      void this.act("assign", { person }, name ? `given to ${name}` : "given to nobody");
    };
    return html`<label class="field"
      ><span class="small mid">Assigned to <kbd>A</kbd></span>
      <select class="assignee" data-testid="assignee" ?disabled=${this.off()} @change=${pick}>
        <option value="" ?selected=${chosen === ""}>Nobody</option>
        ${people.map((each) => html`<option value=${each.id} ?selected=${each.id === chosen}>${each.name}</option>`)}
      </select></label
    >`;
  }

  private buttons(): TemplateResult {
    const { alarm } = this;
    const button = (label: unknown, id: string, action: () => void, primary = false) =>
      html`<button class="btn ${primary ? "primary" : ""}" type="button" data-testid="${id}-button" ?disabled=${this.off()} @click=${action}>${label}</button>`;
    const open = alarm.state === "OPEN" && !alarm.decision;
    return html`${alarm.acknowledgedBy ? nothing : button(html`Acknowledge <kbd>K</kbd>`, "acknowledge", () => void this.acknowledge(), true)}
    ${button("Comment", "comment", () => void this.comment())}
    ${open
      ? html`<span class="pair">
          ${button(html`Shelve <kbd>Z</kbd>`, "shelve", () => void this.shelve())}
          <select aria-label="Shelve for" data-testid="shelve-for" @change=${(event: Event) => (this.minutes = Number((event.target as HTMLSelectElement).value))}>
            ${shelves.map(([label, minutes]) => html`<option value=${minutes} ?selected=${minutes === this.minutes}>${label}</option>`)}
          </select>
        </span>`
      : nothing}
    ${open ? button("Close", "close", () => void this.decide("close")) : nothing}
    ${alarm.decision?.kind === "NOT_A_FAULT" ? nothing : button(html`Not a fault <kbd>X</kbd>`, "not-a-fault", () => void this.decide("not-a-fault"))}
    ${alarm.decision ? button("Reopen", "reopen", () => void this.act("reopen", {}, "reopened")) : nothing}`;
  }

  private off(): boolean {
    return this.busy || !this.session.events.connected;
  }

  private lines(): TemplateResult | typeof nothing {
    const log = this.log.value ?? [];
    if (log.length === 0) return nothing;
    return html`<ol class="log" aria-label="What was done">
      ${log.slice(0, logShown).map(
        (line) => html`<li>
          <span class="small mid">${this.session.time.moment(line.at, Date.now())} · ${line.by}</span>
          ${words(line.what)}${line.text ? html`: ${line.text}` : nothing}
        </li>`,
      )}
    </ol>`;
  }
}

customElements.define("gemba-alarm-care", AlarmCare);
