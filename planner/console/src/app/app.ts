import { html, nothing, type TemplateResult } from "lit";
import { get } from "../api/client";
import { Events, liveValues } from "../api/events";
import * as parse from "../api/parse";
import { health as parseHealth } from "../api/parse-sensors";
import type { Health, Strip } from "../api/types";
import { millis } from "../format/site-time";
import { Light } from "../parts/light";
import { symbols } from "../parts/symbols";
import { allKeys, isTyping, Jump, type KeyTarget } from "./keys";
import { personMenu } from "./person-menu";
import { addressOf, pageOf, pages, selectionOf, type PagePath } from "./router";
import { makeSession, wordsOf, type Session } from "./session";
import { partName, startUp } from "./start-up";
import { topBar } from "./top-bar";

const healthMillis = 700;
const messageMillis = 6_000;

/** The frame: top bar, the page of the address, messages, keys; the start-up progress until the service is up. */
export class App extends Light {
  private page: PagePath = pageOf(location.pathname);
  private selected: string | null = selectionOf(location.search);
  private session: Session | null = null;
  private health: Health | null = null;
  private healthError = "";
  private strip: Strip | null = null;
  private dataAt: number | null = null;
  private message: { text: string; tone: string } | null = null;
  private messageTimer: ReturnType<typeof setTimeout> | undefined;
  private stripTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly events = new Events(() => this.requestUpdate());
  private readonly jump = new Jump((key) => pages.find((page) => page.key === key)?.path);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("popstate", () => this.follow());
    addEventListener("keydown", (event) => this.onKey(event));
    addEventListener("click", (event) => this.onClick(event));
    setInterval(() => this.requestUpdate(), 1000);
    void this.watchHealth();
  }

  private async watchHealth(): Promise<void> {
    try {
      this.health = await get("/health", parseHealth);
      this.healthError = "";
    } catch (error) {
      this.healthError = `Gemba does not answer yet (${wordsOf(error)}).`;
    }
    this.requestUpdate();
    if (this.health?.status === "up") await this.openPages();
    if (this.session === null) setTimeout(() => void this.watchHealth(), healthMillis);
  }

  /** Sees which parts run, while the pages are open; a service that starts again is asked until it is up. */
  private async lookAgain(): Promise<void> {
    const before = this.health?.status;
    try {
      this.health = await get("/health", parseHealth);
    } catch {
      return; // the lost stream already says that nothing answers
    }
    this.requestUpdate();
    if (this.health.status === "up" && before !== "up") this.events.refresh();
    if (this.health.status !== "up") setTimeout(() => void this.lookAgain(), healthMillis);
  }

  private async openPages(): Promise<void> {
    if (this.session !== null) return;
    try {
      const site = await get("/site", parse.site);
      this.session = makeSession(site, this.events, this.say, this.go);
      this.events.listen((name, data) => this.onEvent(name, data));
      this.events.start();
      await this.loadStrip();
    } catch (error) {
      this.say(wordsOf(error), "bad");
    }
    this.requestUpdate();
  }

  private onEvent(name: string, data: unknown): void {
    if (name === "sensors") {
      const newest = Math.max(...liveValues(data).map((each) => each.at));
      if (newest > (this.dataAt ?? 0) && newest <= Date.now() + 5_000) this.dataAt = newest;
      return;
    }
    if (name === "health") void this.lookAgain();
    if (name === "health" || name === "strip") {
      this.stripTimer ??= setTimeout(() => {
        this.stripTimer = undefined;
        void this.loadStrip();
      }, 250);
    }
  }

  private async loadStrip(): Promise<void> {
    try {
      this.strip = await get("/strip", parse.strip);
      if (this.strip.dataAt) this.dataAt = Math.max(this.dataAt ?? 0, millis(this.strip.dataAt));
    } catch (error) {
      this.say(wordsOf(error), "bad");
    }
    this.requestUpdate();
  }

  private readonly say: Session["say"] = (text, tone = "good") => {
    this.message = { text, tone };
    clearTimeout(this.messageTimer);
    this.messageTimer = setTimeout(() => {
      this.message = null;
      this.requestUpdate();
    }, messageMillis);
    this.requestUpdate();
  };

  private readonly go: Session["go"] = (path, selected) => {
    const address = addressOf(path, selected);
    if (path === this.page) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.follow();
  };

  private follow(): void {
    this.page = pageOf(location.pathname);
    this.selected = selectionOf(location.search);
    this.requestUpdate();
  }

  private onClick(event: MouseEvent): void {
    const path = event.composedPath();
    this.closePops(path);
    const link = path.find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!link || !plain || link.origin !== location.origin || !pages.some((page) => page.path === link.pathname)) return;
    event.preventDefault();
    this.go(link.pathname, selectionOf(link.search) ?? undefined);
  }

  /** Closes what hangs open, but what `except` goes through; true when there was something. */
  private closePops(except: EventTarget[] = []): boolean {
    const open = [...this.querySelectorAll<HTMLDetailsElement>("details.pop[open]")].filter((each) => !except.includes(each));
    for (const each of open) each.open = false;
    return open.length > 0;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    if (event.key === "Enter" && !event.shiftKey && target instanceof HTMLElement && target.matches("[data-press]")) {
      target.click();
      return;
    }
    if (event.key === "Escape" && this.closePops()) return;
    if (event.key === "?") {
      this.showKeys();
      return;
    }
    const path = this.jump.take(event.key, event.timeStamp);
    if (path === "armed") return;
    if (path !== null) {
      this.go(path);
      return;
    }
    const page = this.querySelector("[data-page]") as (HTMLElement & KeyTarget) | null;
    if (page?.onKey?.(event)) event.preventDefault();
  }

  private readonly showKeys = (): void => {
    const dialog = this.querySelector<HTMLDialogElement>("dialog.keys");
    if (dialog && !dialog.open) dialog.showModal();
  };

  override updated(): void {
    document.title = `${pages.find((page) => page.path === this.page)?.name} · Gemba`;
  }

  protected override render(): TemplateResult {
    const bar = topBar({
      session: this.session,
      siteName: this.session?.site.name ?? "",
      page: this.page,
      strip: this.strip,
      dataAt: this.dataAt,
      connected: this.session !== null && this.events.connected,
      trouble: troubleOf(this.health),
      retryAt: this.events.retryAt,
      now: Date.now(),
      person: personMenu(() => this.requestUpdate(), this.showKeys),
    });
    return html`${symbols} ${bar} ${this.session ? this.pageView(this.session) : this.starting()} ${this.messageLine()}
    ${keysDialog()}`;
  }

  private starting(): TemplateResult {
    return html`<div></div>
      ${startUp(this.health, this.healthError, () => void this.openPages())}`;
  }

  private pageView(session: Session): TemplateResult {
    const selected = this.selected;
    switch (this.page) {
      case "/routes":
        return html`<gemba-routes data-page .session=${session} .selected=${selected}></gemba-routes>`;
      case "/sensors":
        return html`<gemba-sensors data-page .session=${session} .selected=${selected}></gemba-sensors>`;
      default:
        return html`<gemba-schedules data-page .session=${session} .selected=${selected}></gemba-schedules>`;
    }
  }

  private messageLine(): TemplateResult {
    const { text, tone } = this.message ?? { text: "", tone: "" };
    return html`<div class="message ${tone === "bad" ? "failed" : ""}" role="status" data-testid="message" ?hidden=${text === ""}>${text}</div>`;
  }
}

/** `Not running: Job demand` of a health answer; a part that only starts is no trouble. */
export function troubleOf(health: Health | null): string {
  const failed = (health?.parts ?? []).filter((part) => part.status === "failed" || part.status === "down");
  return failed.length === 0 ? "" : `Not running: ${failed.map((part) => partName(part.name)).join(", ")}`;
}

function keysDialog(): TemplateResult | typeof nothing {
  return html`<dialog class="keys" aria-label="All keys">
    <h2>Keys</h2>
    <dl class="kv">${allKeys.map(([keys, what]) => html`<dt>${what}</dt><dd><kbd>${keys}</kbd></dd>`)}</dl>
    <button class="btn" type="button" @click=${(event: Event) => (event.target as Element).closest("dialog")?.close()}>Close</button>
  </dialog>`;
}

customElements.define("gemba-app", App);
