import type { ReactiveController, ReactiveControllerHost } from "lit";
import { get } from "../../api/client";
import { liveValues, type Events } from "../../api/events";
import * as parse from "../../api/parse-sensors";
import type { SeriesPoint } from "../../api/types";
import { append } from "./chart-model";

const paintMillis = 250;
const reloadMillis = 60_000;
const columns = 480;

/**
 * Readings of the sensors on the page: loaded once a span and once a minute, kept up to date by the event stream,
 * painted at most four times a second.
 */
export class SeriesStore implements ReactiveController {
  private readonly points = new Map<string, SeriesPoint[]>();
  private readonly latest = new Map<string, { at: number; value: number }>();
  private readonly loadedAt = new Map<string, number>();
  private readonly arrived = new Set<string>();
  private stopListening: (() => void) | undefined;
  private paint: ReturnType<typeof setTimeout> | undefined;
  private span = 0;
  /** End of the loaded span, or null for now. */
  private end: number | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly events: Events,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stopListening = this.events.listen((name, data) => {
      if (name === "sensors") this.take(data);
      if (name === "health") this.loadedAt.clear();
    });
  }

  hostDisconnected(): void {
    this.stopListening?.();
    clearTimeout(this.paint);
    this.paint = undefined;
  }

  of(sensor: string): SeriesPoint[] {
    return this.points.get(sensor) ?? [];
  }

  latestOf(sensor: string): { at: number; value: number } | null {
    return this.latest.get(sensor) ?? null;
  }

  /** Whether the readings of the last asked span are there. */
  has(sensor: string): boolean {
    return this.arrived.has(sensor);
  }

  /** Makes sure that these sensors are loaded for `span` milliseconds up to `end` (null: now). */
  show(sensors: readonly string[], span: number, end: number | null): void {
    if (span !== this.span || end !== this.end) {
      this.span = span;
      this.end = end;
      this.loadedAt.clear();
      this.arrived.clear();
    }
    const now = Date.now();
    for (const sensor of sensors) {
      if (now - (this.loadedAt.get(sensor) ?? 0) < reloadMillis) continue;
      this.loadedAt.set(sensor, now);
      void this.load(sensor, span, end);
    }
  }

  private async load(sensor: string, span: number, end: number | null): Promise<void> {
    const to = end ?? Date.now();
    const query = new URLSearchParams({
      sensor,
      from: new Date(to - span).toISOString(),
      to: new Date(to + 1000).toISOString(),
      points: String(columns),
    });
    try {
      const series = await get(`/sensors/series?${query}`, parse.series);
      if (span !== this.span || end !== this.end) return;
      this.points.set(sensor, this.withNewer(sensor, series.points));
      this.arrived.add(sensor);
      this.soon();
    } catch {
      this.loadedAt.set(sensor, Date.now() - reloadMillis + 5_000); // tried again in 5 s; the last readings stay
    }
  }

  /** A loaded series may end a moment before what the stream already brought. */
  private withNewer(sensor: string, loaded: SeriesPoint[]): SeriesPoint[] {
    const end = loaded[loaded.length - 1]?.[0] ?? 0;
    return [...loaded, ...this.of(sensor).filter((point) => point[0] > end)];
  }

  private take(data: unknown): void {
    for (const { sensor, at, value } of liveValues(data)) {
      const known = this.latest.get(sensor);
      if (!known || at >= known.at) this.latest.set(sensor, { at, value });
      // drawn from the first reading on, while the past is still on its way
      const isShown = this.points.has(sensor) || this.loadedAt.has(sensor);
      if (isShown && this.end === null) this.points.set(sensor, append(this.of(sensor), at, value, at - this.span));
    }
    this.soon();
  }

  private soon(): void {
    this.paint ??= setTimeout(() => {
      this.paint = undefined;
      this.host.requestUpdate();
    }, paintMillis);
  }
}
