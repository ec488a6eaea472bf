import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import { dueIds, overstocks, replenishments, roster, why } from "./schedules.ts";
import { MockOverrides, overrideResults } from "./overrides.ts";
import { routes } from "./routes.ts";
import { alarms, controlCharts, devices, production, reading, series, statuses, wearParts, type Decided } from "./sensors.ts";
import { machines, site } from "./site.ts";
import { SiteTime } from "../../src/format/site-time.ts";

const parts = ["console", "mqtt", "kafka", "database", "time-series", "flink", "gateway", "planner", "job-anomaly", "job-production", "job-demand", "job-inventory", "job-metrics", "simulation"];
/** The policy that the service sends; a page that breaks it shows here first. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Serves made-up answers of the service to the development and the preview server. GEMBA_MOCK=starting never comes up, empty has no data. */
export function mockApi(): Plugin {
  const mock = new Mock();
  return {
    name: "gemba-mock-api",
    configureServer: (server) => void server.middlewares.use(mock.handle),
    configurePreviewServer: (server) => {
      server.middlewares.use((_request: IncomingMessage, response: ServerResponse, next: Connect.NextFunction) => {
        response.setHeader("content-security-policy", policy);
        next();
      });
      server.middlewares.use(mock.handle);
    },
  };
}

type Job = { seconds: number; costCents: number; job: string } | null;

class Mock {
  private readonly started = Date.now();
  private readonly onset = Date.now() - 110 * 60_000;
  private readonly listeners = new Set<ServerResponse>();
  private readonly decided = new Set<string>();
  private readonly seen = new Map<string, { by: string; comment: string; at: string }>();
  private readonly cared = new Map<string, Decided>();
  private readonly logs = new Map<string, { at: string; by: string; what: string; text: string }[]>();
  private windows: Record<string, string>[] = [];
  private readonly overrides = new MockOverrides(Date.now());
  private readonly drafts = { roster: true, routes: false };
  private readonly versions = { roster: 41, routes: 17 };
  private readonly jobs: { roster: Job; routes: Job } = { roster: null, routes: null };
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor() {
    setInterval(() => this.sendReadings(), 500).unref();
  }

  readonly handle: Connect.NextHandleFunction = (request, response, next) => {
    const url = new URL(request.url ?? "/", "http://mock");
    if (!url.pathname.startsWith("/api/v1/")) {
      if (["/schedules", "/routes", "/sensors"].includes(url.pathname)) request.url = "/index.html";
      return next();
    }
    const path = url.pathname.slice("/api/v1".length);
    if (path === "/health") return this.health(response);
    if (path === "/events") return this.subscribe(response);
    if (request.method === "POST") return this.write(path, request, response);
    const answer = process.env.GEMBA_MOCK === "empty" ? nothingYet(path) : this.read(path, url.searchParams);
    return answer === undefined ? json(response, 404, { title: "Not found", detail: `No ${path} here.` }) : json(response, 200, answer);
  };

  private health(response: ServerResponse): void {
    const starting = process.env.GEMBA_MOCK === "starting";
    const up = starting ? 9 : parts.length;
    json(response, 200, {
      status: starting ? "starting" : "up",
      parts: parts.map((name, i) => ({ name, status: i < up ? "up" : "starting", detail: i === up ? "submitting the graph" : "" })),
    });
  }

  private read(path: string, query: URLSearchParams): unknown {
    const now = Date.now();
    const time = new SiteTime(site.zone);
    if (path.startsWith("/chains/")) return chain;
    if (path.endsWith("/log")) return { lines: this.logs.get(decodeURIComponent(path.split("/")[2]!)) ?? [] };
    switch (path) {
      case "/site": return site;
      case "/strip": return strip(now);
      case "/roster": return roster(now, this.drafts.roster, this.jobs.roster, this.versions.roster);
      case "/roster/why": return why(query.get("person") ?? "", query.get("day") ?? "");
      case "/forecast-overrides": return this.overrides.list();
      case "/forecast-overrides/results": return overrideResults(now);
      case "/overstocks": return overstocks(now);
      case "/replenishments": return replenishments(now, this.decided);
      case "/routes": return routes(query.get("day") ?? time.dayOf(now), now, this.drafts.routes, this.jobs.routes, this.versions.routes);
      case "/alarms": return alarms(now, this.onset, this.seen, this.cared);
      case "/maintenance-windows": return this.windows;
      case "/control-charts": return controlCharts(now);
      case "/machine-states": return [];
      case "/wear-parts": return wearParts(now);
      case "/devices": return devices(now);
      case "/sensors": return statuses(now, this.onset);
      case "/sensors/series": return series(query.get("sensor") ?? "", Date.parse(query.get("from") ?? ""), Date.parse(query.get("to") ?? ""), Number(query.get("points") ?? 400), this.onset);
      case "/production": return production(now);
      case "/chains": return [{ id: "chain-1", title: "Filler 2", savesCents: 103_400 }];
      case "/simulation": return { enabled: true, faults: [{ fault: "BEARING_WEAR", label: "Bearing wear", targets: machines.map(({ id, name }) => ({ id, name })) }, { fault: "SICK_CALL", label: "Sick call", targets: site.people.slice(0, 5).map(({ id, name }) => ({ id, name })) }] };
      default: return undefined;
    }
  }

  private write(path: string, request: IncomingMessage, response: ServerResponse): void {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      if (request.headers["x-gemba"] !== "1") return json(response, 403, { title: "Forbidden", detail: "The header X-Gemba is missing." });
      const data = body ? (JSON.parse(body) as Record<string, string>) : {};
      const parts = path.split("/").map(decodeURIComponent);
      if (path.endsWith("/plan")) return json(response, 202, { job: this.plan(parts[1] as "roster" | "routes") });
      if (path === "/roster/edits/price") return json(response, 200, { moves: [], deltaCents: 4_200, broken: [] });
      if (path.endsWith("/publish")) return this.publish(parts[1] as "roster" | "routes", response);
      if (path.endsWith("/cancel")) this.finish(parts[2]!.split("-")[0] as "roster" | "routes");
      if (path.endsWith("/approve") || path.endsWith("/snooze")) {
        const ids = parts[2] === "due" ? dueIds(Date.now(), this.decided) : [parts[2]!];
        const before = replenishments(Date.now(), this.decided).due[0];
        for (const id of ids) this.decided.add(id);
        this.send("replenishments");
        if (parts[2] === "due") return json(response, 200, before);
      }
      if (parts[1] === "forecast-overrides") {
        const wrong = parts[2] ? this.overrides.withdraw(parts[2]) : this.overrides.take(data);
        if (wrong.length > 0) return json(response, 422, { title: "Invalid", detail: `${wrong.length} fields are wrong.`, errors: wrong });
        this.send("overrides");
      }
      if (parts[1] === "alarms") this.care(parts[2]!, parts[3]!, data);
      if (parts[1] === "maintenance-windows") this.maintain(parts[2], data);
      json(response, 200, {});
    });
  }

  private care(id: string, verb: string, data: Record<string, string>): void {
    const at = new Date().toISOString();
    const by = data.by ?? "";
    const before = this.cared.get(id) ?? {};
    const kind = { shelve: "SHELVED", close: "CLOSED", "not-a-fault": "NOT_A_FAULT" }[verb];
    if (verb === "acknowledge") this.seen.set(id, { by, comment: data.comment ?? "", at });
    if (verb === "assign") this.cared.set(id, { ...before, assignee: data.person ?? null });
    if (verb === "reopen") this.cared.set(id, { ...before, decision: null });
    if (kind) this.cared.set(id, { ...before, decision: { kind, until: data.until ?? null, reason: data.reason ?? "", by, at } });
    this.logs.set(id, [{ at, by, what: verb, text: data.text ?? data.reason ?? data.comment ?? data.person ?? "" }, ...(this.logs.get(id) ?? [])]);
    this.send("alarms");
  }

  private maintain(id: string | undefined, data: Record<string, string>): void {
    const machine = machines.find((each) => each.id === data.machine);
    if (id) this.windows = this.windows.map((each) => (each.id === id ? { ...each, state: "OVER" } : each));
    else this.windows = [...this.windows, { id: `w${this.windows.length}`, ...data, machineName: machine?.name ?? "", state: "NOW" }];
    this.send("alarms");
  }

  private plan(kind: "roster" | "routes"): string {
    const job = `${kind}-1`;
    let seconds = 0;
    const tick = () => {
      seconds++;
      this.jobs[kind] = { seconds, costCents: kind === "roster" ? 4_900_000 - seconds * 9_000 : 215_000 - seconds * 2_000, job };
      this.send("planning", { ...this.jobs[kind], page: kind, state: "planning", detail: "" });
      if (seconds >= 6) this.finish(kind);
    };
    tick();
    this.timers.set(kind, setInterval(tick, 1000));
    return job;
  }

  private finish(kind: "roster" | "routes"): void {
    clearInterval(this.timers.get(kind));
    this.jobs[kind] = null;
    this.drafts[kind] = true;
    this.send("planning", { job: `${kind}-1`, page: kind, state: "idle", seconds: 6, costCents: null, detail: "" });
    this.send(kind);
  }

  private publish(kind: "roster" | "routes", response: ServerResponse): void {
    if (!this.drafts[kind]) return json(response, 409, { title: "Conflict", detail: "Somebody published while you looked." });
    this.drafts[kind] = false;
    this.versions[kind]++;
    this.send(kind);
    json(response, 200, {});
  }

  private subscribe(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
    response.write(": hello\n\n");
    this.listeners.add(response);
    response.on("close", () => this.listeners.delete(response));
  }

  private sendReadings(): void {
    const at = Date.now();
    const list = machines.flatMap((machine) => machine.sensors.map(({ id }) => ({ sensor: id, at, value: reading(id, at, this.onset) })));
    this.send("sensors", list);
  }

  private send(event: string, data: unknown = { revision: Date.now() - this.started }): void {
    for (const each of this.listeners) each.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }
}

function strip(now: number) {
  return {
    day: new SiteTime(site.zone).dayOf(now), cents: 685_800, baselineCents: 810_300, dataAt: new Date(now - 1500).toISOString(), open: { schedules: 14, routes: 7, sensors: 5 },
    byKind: [{ kind: "STAFF", cents: 343_200, baselineCents: 381_000 }, { kind: "TRANSPORT", cents: 197_600, baselineCents: 227_800 }, { kind: "STOCK", cents: 115_000, baselineCents: 168_500 }, { kind: "DOWNTIME", cents: 30_000, baselineCents: 33_000 }],
  };
}

function nothingYet(path: string): unknown {
  const planned = { state: "idle", progress: null, published: null, draft: null };
  const answers: Record<string, unknown> = {
    "/site": site, "/strip": { cents: 0, baselineCents: 0, byKind: [], dataAt: null, open: { schedules: 0, routes: 0, sensors: 0 } },
    "/roster": { ...planned, days: [], people: [] }, "/routes": { ...planned, day: "2026-10-13", routes: [] }, "/replenishments": { atRiskCents: 0, total: 0, runOuts: 0, due: [], items: [] }, "/overstocks": { costCents: 0, total: 0, items: [] }, "/forecast-overrides": [], "/forecast-overrides/results": [],
    "/alarms": { alarms: [] }, "/maintenance-windows": [], "/control-charts": [], "/devices": [], "/wear-parts": [], "/sensors": [], "/sensors/series": { sensor: "x", points: [] }, "/production": { machines: [] }, "/chains": [], "/simulation": { enabled: false, faults: [] },
  };
  return answers[path];
}

const chain = {
  links: [
    { page: "sensors", id: "e1", title: "Filler 2 pressure drifts", detail: "line 2 down 44 min", kind: "lost", cents: 15_400 },
    { page: "inventory", id: "r1", title: "Hummus classic runs out", detail: "Thu 11:00", kind: "risk", cents: 128_400 },
    { page: "schedules", id: "roster-42", title: "2 late shifts", detail: "2,400 on line 1", kind: "act", cents: 21_200 },
    { page: "routes", id: "routes-18", title: "V2 and V5 reload", detail: "05:30", kind: "act", cents: 3_800 },
  ],
  toActCents: 25_000, avoidedCents: 128_400, savesCents: 103_400,
};

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": status < 400 ? "application/json" : "application/problem+json" });
  response.end(JSON.stringify(body));
}
