import { html, nothing, type TemplateResult } from "lit";
import { get, post } from "../api/client";
import { simulation as parse } from "../api/parse-sensors";
import type { SimulationMenu } from "../api/types";
import { wordsOf, type Session } from "../app/session";
import { Light } from "./light";

/** The faults the simulator of the demo site can be told to have. Absent on a site with real machines. */
export class DemoMenu extends Light {
  static override properties = { session: { attribute: false } };
  declare session: Session;
  private menu: SimulationMenu | null = null;
  private fault = 0;
  private target = "";
  private minutes = 10;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.menu = await get("/simulation", parse);
    } catch {
      this.menu = null; // no simulator, no menu
    }
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.menu?.enabled || this.menu.faults.length === 0) return nothing;
    const fault = this.menu.faults[this.fault] ?? this.menu.faults[0]!;
    return html`<details class="pop">
      <summary class="btn ghost" data-testid="demo-menu">Demo</summary>
      <div class="popbody">
        <h3>Simulate a fault</h3>
        <label class="field"
          ><span class="small mid">What</span>
          <select data-testid="demo-fault" @change=${this.pickFault}>
            ${this.menu.faults.map((each, index) => html`<option value=${index} ?selected=${index === this.fault}>${each.label}</option>`)}
          </select></label
        >
        <label class="field"
          ><span class="small mid">Where</span>
          <select data-testid="demo-target" @change=${this.pickTarget}>
            ${fault.targets.map((each) => html`<option value=${each.id} ?selected=${each.id === this.target}>${each.name}</option>`)}
          </select></label
        >
        <label class="field"
          ><span class="small mid">Minutes</span>
          <input type="number" min="1" max="240" .value=${String(this.minutes)} @change=${this.pickMinutes}
        /></label>
        <button class="btn" type="button" data-testid="demo-start" ?disabled=${!this.session.events.connected} @click=${() => void this.start()}>
          Start
        </button>
      </div>
    </details>`;
  }

  private readonly pickFault = (event: Event): void => {
    this.fault = Number((event.target as HTMLSelectElement).value);
    this.target = "";
    this.requestUpdate();
  };

  private readonly pickTarget = (event: Event): void => {
    this.target = (event.target as HTMLSelectElement).value;
  };

  private readonly pickMinutes = (event: Event): void => {
    this.minutes = Math.max(1, Number((event.target as HTMLInputElement).value) || 1);
  };

  private async start(): Promise<void> {
    const fault = this.menu?.faults[this.fault];
    const target = fault?.targets.find((each) => each.id === this.target) ?? fault?.targets[0];
    if (!fault || !target) return;
    try {
      await post("/simulation", { fault: fault.fault, target: target.id, minutes: this.minutes, intensity: 1 });
      this.session.say(`${fault.label} at ${target.name} begins, for ${this.minutes} min.`);
      this.querySelector("details")!.open = false;
    } catch (error) {
      this.session.say(`The simulator did not take it: ${wordsOf(error)}`, "bad");
    }
  }
}

customElements.define("gemba-demo-menu", DemoMenu);

export function demoMenu(session: Session): TemplateResult {
  return html`<gemba-demo-menu .session=${session}></gemba-demo-menu>`;
}
