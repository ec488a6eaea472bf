/** Names of the service's events. */
export const eventNames = [
  "health",
  "strip",
  "roster",
  "routes",
  "replenishments",
  "overstocks",
  "overrides",
  "alarms",
  "sensors",
  "production",
  "chains",
  "planning",
] as const;
export type EventName = (typeof eventNames)[number];

/** One reading of a live chart. */
export interface LiveValue {
  sensor: string;
  at: number;
  value: number;
}

type Listener = (event: EventName, data: unknown) => void;

const retryMillis = 3_000;

/**
 * The service's event stream. Opens again by itself, at times it can tell, and then says "health" to every listener:
 * anything may have changed meanwhile, so everything on screen is read again instead of replayed.
 */
export class Events {
  private readonly listeners = new Set<Listener>();
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When the next try starts, or null while connected. */
  retryAt: number | null = null;
  connected = false;

  constructor(
    private readonly onChange: () => void,
    private readonly open: (url: string) => EventSource = (url) => new EventSource(url),
  ) {}

  start(): void {
    clearTimeout(this.timer);
    const source = this.open("/api/v1/events");
    this.source = source;
    source.onopen = () => this.opened();
    source.onerror = () => this.lost(source);
    for (const name of eventNames) {
      source.addEventListener(name, (event) => this.emit(name, parseData((event as MessageEvent<string>).data)));
    }
  }

  stop(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Makes everything on screen be read again. */
  refresh(): void {
    this.emit("health", null);
  }

  private opened(): void {
    const again = this.retryAt !== null;
    this.connected = true;
    this.retryAt = null;
    this.onChange();
    if (again) this.refresh();
  }

  private lost(source: EventSource): void {
    source.close();
    clearTimeout(this.timer);
    this.connected = false;
    this.retryAt = Date.now() + retryMillis;
    this.timer = setTimeout(() => this.start(), retryMillis);
    this.onChange();
  }

  private emit(name: EventName, data: unknown): void {
    for (const listener of this.listeners) listener(name, data);
  }
}

function parseData(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The readings of a "sensors" event: a list, or an object with the list under `values`. Anything else is no reading. */
export function liveValues(data: unknown): LiveValue[] {
  const list = Array.isArray(data) ? data : ((data as { values?: unknown } | null)?.values ?? []);
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: Record<string, unknown>) => {
    const at = typeof each.at === "string" ? Date.parse(each.at) : Number(each.at);
    const value = each.value;
    if (typeof each.sensor !== "string" || typeof value !== "number" || !Number.isFinite(at)) return [];
    return [{ sensor: each.sensor, at, value }];
  });
}
