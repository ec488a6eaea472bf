import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { post } from "../../api/client";
import { maintenance as parse } from "../../api/parse-devices";
import type { Maintenance } from "../../api/types";
import { userName } from "../../app/preferences";
import { Resource } from "../../app/resource";
import { wordsOf, type Session } from "../../app/session";
import { Light } from "../../parts/light";

const lengths: [label: string, minutes: number][] = [
  ["30 min", 30],
  ["1 h", 60],
  ["2 h", 120],
  ["4 h", 240],
  ["8 h", 480],
  ["1 day", 1_440],
];

/** When somebody works on one machine, and to say that somebody begins now: alarms that begin meanwhile ask for nobody. */
export class MaintenanceBlock extends Light {
  static override properties = { session: { attribute: false }, machine: { attribute: false }, name: { attribute: false } };
  declare session: Session;
  declare machine: string;
  declare name: string;
  private windows!: Resource<Maintenance[]>;
  private reason = "";
  private minutes = 60;

  override connectedCallback(): void {
    this.windows ??= new Resource(this, this.session.events, () => "/maintenance-windows", parse, ["alarms"]);
    super.connectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get("machine")) this.reason = "";
  }

  private async send(path: string, body: Record<string, unknown>, done: string): Promise<void> {
    try {
      await post(path, { by: userName(), ...body });
      this.session.say(`${this.name}: ${done}.`);
      this.reason = "";
    } catch (error) {
      this.session.say(`Not ${done}: ${wordsOf(error)}`, "bad");
    }
    await this.windows.load();
  }

  private begin(): Promise<void> | undefined {
    if (this.reason.trim() === "") {
      this.querySelector("input")?.focus();
      this.session.say("Say what is worked on first.", "bad");
      return;
    }
    const from = Date.now();
    return this.send(
      "/maintenance-windows",
      {
        machine: this.machine,
        from: new Date(from).toISOString(),
        until: new Date(from + this.minutes * 60_000).toISOString(),
        reason: this.reason,
      },
      "maintenance begun",
    );
  }

  protected override render(): TemplateResult {
    const windows = (this.windows.value ?? []).filter((each) => each.machine === this.machine && each.state !== "OVER");
    const off = !this.session.events.connected;
    return html`<section class="block">
      <header><h3>Maintenance of ${this.name}</h3></header>
      ${windows.map((each) => this.line(each, off))}
      ${windows.some((each) => each.state === "NOW")
        ? nothing
        : html`<details>
            <summary class="small mid">Begin maintenance…</summary>
            <div class="acts">
              <input
                class="alarmtext"
                aria-label="What is worked on"
                placeholder="What is worked on"
                maxlength="2000"
                .value=${this.reason}
                @input=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value)}
              />
              <span class="pair">
                <button class="btn" type="button" data-testid="maintenance-button" ?disabled=${off} @click=${() => void this.begin()}>Begin now</button>
                <select aria-label="For" @change=${(event: Event) => (this.minutes = Number((event.target as HTMLSelectElement).value))}>
                  ${lengths.map(([label, minutes]) => html`<option value=${minutes} ?selected=${minutes === this.minutes}>${label}</option>`)}
                </select>
              </span>
            </div>
          </details>`}
    </section>`;
  }

  private line(each: Maintenance, off: boolean): TemplateResult {
    const { time } = this.session;
    const now = Date.now();
    const when = each.state === "NOW" ? `until ${time.moment(each.until, now)}` : `${time.moment(each.from, now)}–${time.time(each.until)}`;
    const end = () => void this.send(`/maintenance-windows/${encodeURIComponent(each.id)}/end`, {}, "maintenance ended");
    return html`<p class="mid" data-testid="maintenance">
      ${each.state === "NOW" ? "In maintenance" : "Planned"} ${when}, ${each.by}: ${each.reason}
      <button class="btn mini" type="button" ?disabled=${off} @click=${end}>${each.state === "NOW" ? "End now" : "Take back"}</button>
    </p>`;
  }
}

customElements.define("gemba-maintenance", MaintenanceBlock);
