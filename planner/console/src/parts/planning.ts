import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { post } from "../api/client";
import type { Planned } from "../api/types";
import { toneOf } from "../format/money";
import { plural } from "../format/numbers";
import { age } from "../format/site-time";
import { wordsOf, type Session } from "../app/session";

interface Binding {
  session: Session;
  /** `/roster` or `/routes`. */
  path: string;
  planned: () => Planned | null;
  /** What to send with a planning request. */
  body: () => object;
  /** Reads what is planned again; done when it is here. */
  reload: () => Promise<void>;
}

/** How far a job is, and when that was heard. */
interface Progress {
  seconds: number;
  costCents: number | null;
  job: string | null;
  heardAt: number;
}

/** A job that was asked for and of which nothing is heard for so long is taken to be over. */
const silenceMillis = 8_000;

/** Plan, Stop and Publish, and where the planning stands; shared by rosters and routes. */
export class Planning implements ReactiveController {
  /** The job asked for here, until its plan is on the page. */
  private job: string | null = null;
  private heardAt = 0;
  private asking = false;
  private live: Progress | null = null;
  private stopListening: (() => void) | undefined;
  private clock: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly to: Binding,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stopListening = this.to.session.events.listen((name, data) => {
      if (name === "planning") this.hear(data);
      if (name === "health") this.live = this.job = null;
    });
    this.clock = setInterval(() => {
      const silent = Date.now() - this.heardAt > silenceMillis && this.to.planned()?.state !== "planning";
      if (this.job !== null && silent) this.live = this.job = null;
      else if (!this.running) return;
      this.host.requestUpdate();
    }, 1_000);
  }

  hostDisconnected(): void {
    this.stopListening?.();
    clearInterval(this.clock);
  }

  private hear(data: unknown): void {
    const { page, state, seconds, costCents, job, detail } = (data ?? {}) as Record<string, unknown>;
    if (`/${String(page)}` !== this.to.path) return;
    this.heardAt = Date.now();
    this.live =
      state === "planning"
        ? {
            seconds: typeof seconds === "number" ? seconds : 0,
            costCents: typeof costCents === "number" ? costCents : null,
            job: typeof job === "string" ? job : null,
            heardAt: this.heardAt,
          }
        : null;
    if (state === "failed") this.to.session.say(`Planning failed: ${String(detail || "no reason given")}`, "bad");
    if (state !== "planning") void this.ended(job);
    this.host.requestUpdate();
  }

  /** What was planned comes onto the page before it can be published. */
  private async ended(job: unknown): Promise<void> {
    await this.to.reload();
    if (job !== this.job) return;
    this.job = null;
    this.host.requestUpdate();
  }

  get running(): boolean {
    return this.asking || this.live !== null || this.job !== null || this.to.planned()?.state === "planning";
  }

  /** The newest word on the running job: the stream's, else that of the last answer. */
  private get progress(): Progress | null {
    if (this.live) return { ...this.live, seconds: this.live.seconds + (Date.now() - this.live.heardAt) / 1000 };
    const known = this.to.planned();
    return known?.state === "planning" && known.progress ? { ...known.progress, heardAt: 0 } : null;
  }

  async plan(): Promise<void> {
    if (this.running || !this.online) return;
    await this.ask("Planning did not start", async () => {
      const answer = (await post(`${this.to.path}/plan`, this.to.body())) as { job?: string } | null;
      this.job = answer?.job ?? null;
      this.heardAt = Date.now();
      this.live ??= { seconds: 0, costCents: null, job: this.job, heardAt: this.heardAt };
    });
  }

  async stop(): Promise<void> {
    const job = this.progress?.job ?? this.job;
    if (!job) return;
    await this.ask("Planning could not be stopped", () => post(`/jobs/${encodeURIComponent(job)}/cancel`));
  }

  async publish(): Promise<void> {
    const draft = this.to.planned()?.draft;
    if (!draft || this.asking || !this.online || this.job !== null) return;
    await this.ask("Publish failed, the draft is kept", async () => {
      await post(`${this.to.path}/publish`, { draftId: draft.draftId });
      this.to.session.say(`Published. ${plural(draft.changes, "change")} went out.`);
    });
  }

  private get online(): boolean {
    return this.to.session.events.connected;
  }

  private async ask(failure: string, action: () => Promise<unknown>): Promise<void> {
    this.asking = true;
    this.host.requestUpdate();
    try {
      await action();
    } catch (error) {
      this.to.session.say(`${failure}: ${wordsOf(error)}`, "bad");
    }
    this.asking = false;
    void this.to.reload();
    this.host.requestUpdate();
  }

  /** True when the key was for planning. */
  onKey(event: KeyboardEvent): boolean {
    if (event.key === "p") void this.plan();
    else if (event.key === "Enter" && event.shiftKey) void this.publish();
    else if (event.key === "Escape" && this.running) void this.stop();
    else return false;
    return true;
  }

  /** What is published, the draft beside it, and the planning that runs. */
  facts(): TemplateResult {
    const planned = this.to.planned();
    const { money, time } = this.to.session;
    const { published, draft } = planned ?? { published: null, draft: null };
    const progress = this.progress;
    return html`${published
      ? html`<span title="Published ${time.moment(published.publishedAt, Date.now())}"
          >Published <b>v${published.version}</b></span
        >`
      : planned
        ? html`<span>Nothing published yet</span>`
        : nothing}
    ${this.live !== null || planned?.state === "planning"
      ? html`<span class="tag draft" data-testid="planning-progress"
          >Planning${progress ? `, ${age(progress.seconds * 1000)}` : ""}${progress?.costCents != null
            ? `. Best so far ${money.of(progress.costCents)}`
            : ""}</span
        >`
      : draft
        ? html`<span class="tag draft" title=${draft.reason}>${this.draftWords(planned!)}</span>`
        : nothing}`;
  }

  /** The cost of what is shown, and how it compares with the rules before. */
  price(): TemplateResult | typeof nothing {
    const shown = this.to.planned()?.draft ?? this.to.planned()?.published;
    if (!shown) return nothing;
    const saved = shown.costCents - shown.baselineCents;
    const { money } = this.to.session;
    return html`<span title="against ${money.of(shown.baselineCents)} by the rules before"
      >Plan <b>${money.of(shown.costCents)}</b> <b class=${toneOf(saved)}>${money.difference(saved)}</b></span
    >`;
  }

  private draftWords({ draft, published }: Planned): string {
    const parts = ["Draft", plural(draft!.changes, "change")];
    if (published) parts.push(this.to.session.money.difference(draft!.costCents - published.costCents));
    return parts.join(" · ");
  }

  buttons(): TemplateResult {
    const draft = this.to.planned()?.draft ?? null;
    const stoppable = this.running && (this.progress?.job ?? this.job);
    const offline = this.online ? "" : "Needs the connection to the service";
    const mine = this.job !== null ? "The plan you asked for comes first" : "";
    const cannot = offline || mine || (draft ? "" : "No draft. Plan makes one.");
    return html`${stoppable
      ? html`<button class="btn" type="button" data-testid="stop-button" @click=${() => void this.stop()}>
          Stop <kbd>Esc</kbd>
        </button>`
      : nothing}
      <button
        class="btn"
        type="button"
        data-testid="plan-button"
        ?disabled=${this.running || offline !== ""}
        title=${offline || nothing}
        @click=${() => void this.plan()}
      >
        Plan <kbd>P</kbd>
      </button>
      <button
        class="btn ${cannot ? "" : "primary"}"
        type="button"
        data-testid="publish-button"
        ?disabled=${cannot !== "" || this.asking}
        title=${cannot || draft?.reason || nothing}
        @click=${() => void this.publish()}
      >
        Publish${draft ? ` ${plural(draft.changes, "change")}` : ""} <kbd>⇧ ↵</kbd>
      </button>`;
  }
}
