// @vitest-environment happy-dom
import { html, render } from "lit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as parseSite from "../src/api/parse";
import * as more from "../src/api/parse-devices";
import * as parse from "../src/api/parse-sensors";
import type { Alarm, ControlChart, Device, SensorStatus } from "../src/api/types";
import { makeSession } from "../src/app/session";
import { Events } from "../src/api/events";
import { adoptions, yamlOf } from "../src/pages/sensors/adoption";
import { calibrationsDue } from "../src/pages/sensors/calibration";
import type { AlarmCare } from "../src/pages/sensors/alarm-care";
import "../src/pages/sensors/alarm-care";
import { alarmList, stateOf } from "../src/pages/sensors/alarm-list";
import { controlCharts } from "../src/pages/sensors/control-charts";
import { capabilityWords, ruleWords, signsFirst, track } from "../src/pages/sensors/control-model";
import { chartStack, type ChartStack } from "../src/pages/sensors/chart-stack";
import { machineRows } from "../src/pages/sensors/machine-rows";
import { readingsLine } from "../src/pages/sensors/plant-facts";
import type { SeriesStore } from "../src/pages/sensors/series-store";
import { shownSensor } from "../src/pages/sensors/shown-sensor";
import { StateLog } from "../src/pages/sensors/state-log";
import { deviceList } from "../src/pages/sensors/device-list";
import { alarms, controlCharts as madeUpCharts, devices as madeUpDevices, production as madeUpProduction, statuses as madeUpStatuses } from "./mock-api/sensors";
import { site as madeUpSite } from "./mock-api/site";

const now = Date.parse("2026-10-13T08:42:00Z");
const said: string[] = [];
const events = new Events(() => {});
events.connected = true;
const site = parseSite.site(madeUpSite);
const session = makeSession(site, events, (text) => void said.push(text), () => {});
const page = document.body.appendChild(document.createElement("div"));
const place = document.body.appendChild(document.createElement("div"));
const open = parse.alarms(alarms(now, now - 3_600_000, new Map()));

function text(template: unknown): string {
  render(html`${template}`, page);
  return page.textContent!.replace(/\s+/g, " ").trim();
}

describe("the list of alarms", () => {
  const list = { alarms: open, selected: null, session, toggle: () => {}, select: () => {} };
  const ids = () => [...page.querySelectorAll("[data-alarm]")].map((row) => row.getAttribute("data-alarm"));

  it("shows a likely cause as one row, that opens and then has what followed", () => {
    text(alarmList({ ...list, opened: new Set() }));
    expect(ids().slice(0, 2)).toEqual(["e1", "e3"]);
    const toggle = page.querySelector('[data-testid="group-toggle"]')!;
    expect([toggle.getAttribute("aria-expanded"), toggle.textContent!.trim()]).toEqual(["false", "▸ 1 more began soon after"]);

    text(alarmList({ ...list, opened: new Set(["e1"]) }));
    expect(ids().slice(0, 3)).toEqual(["e1", "e2", "e3"]);
    expect(page.querySelector('[data-alarm="e2"] .why')!.textContent).toContain("9 min later");
  });

  it("opens by itself for the alarm that is selected in it", () => {
    text(alarmList({ ...list, opened: new Set(), selected: "e2" }));
    expect(page.querySelector('[data-alarm="e2"]')!.getAttribute("aria-selected")).toBe("true");
  });

  it("says who has an alarm, and first that nobody heeded it", () => {
    const one = open.find((alarm) => alarm.id === "e1")!;
    expect(stateOf(one).label).toBe("escalated");
    expect(stateOf({ ...one, escalatedAt: null, assigneeName: "Anna", acknowledgedBy: "Bram" }).label).toBe("Anna");
    expect(stateOf({ ...one, escalatedAt: null }).label).toBe("new");
  });

  it("keeps apart what is shelved, in maintenance and over, with the reason", () => {
    const decision = { kind: "SHELVED", until: "2026-10-13T12:00:00Z", reason: "known", by: "Anna", at: "2026-10-13T08:00:00Z" };
    const aside: Alarm[] = [
      { ...open[0]!, id: "s", standing: "SHELVED", decision },
      { ...open[0]!, id: "m", standing: "SUPPRESSED", suppressedUntil: "2026-10-13T10:00:00Z" },
      { ...open[0]!, id: "c", standing: "DONE", decision: { ...decision, kind: "NOT_A_FAULT", until: null } },
    ];
    const words = text(alarmList({ ...list, alarms: aside, opened: new Set() }));
    expect(words).toContain("No open alarm.");
    expect(words).toMatch(/Shelved1 .*by Anna · known/);
    expect(words).toContain("began in maintenance, which ends");
    expect(words).toContain("Not a fault, says Anna · known");
  });
});

describe("what people do about an alarm", () => {
  const sent: [path: string, body: Record<string, string>][] = [];
  let element: AlarmCare;

  beforeEach(async () => {
    sent.length = said.length = 0;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      if (init.method === "POST") sent.push([url, JSON.parse(String(init.body)) as Record<string, string>]);
      return new Response(JSON.stringify({ lines: [{ at: "2026-10-13T08:00:00Z", by: "Anna", what: "comment", text: "looks at it" }] }));
    });
    element = document.createElement("gemba-alarm-care") as AlarmCare;
    element.session = session;
    element.alarm = open.find((alarm) => alarm.id === "e4")!;
    place.replaceChildren(element);
    await settled();
  });

  afterEach(() => vi.unstubAllGlobals());

  async function settled(): Promise<void> {
    await vi.waitFor(() => expect(element.textContent).toContain("looks at it"));
    await element.updateComplete;
  }

  function write(words: string): void {
    const input = element.querySelector<HTMLInputElement>(".alarmtext")!;
    input.value = words;
    input.dispatchEvent(new Event("input"));
  }

  const press = (id: string) => element.querySelector<HTMLButtonElement>(`[data-testid="${id}-button"]`)!.click();

  it("needs a reason where one is needed, and asks for it", () => {
    for (const id of ["shelve", "close", "not-a-fault", "comment"]) press(id);
    expect(sent).toEqual([]);
    expect(said).toHaveLength(4);
    expect(said[0]).toContain("Say why");
  });

  it("shelves for the time chosen", async () => {
    write("known");
    press("shelve");
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    const [path, body] = sent[0]!;
    expect(path).toBe("/api/v1/alarms/e4/shelve");
    expect(body.reason).toBe("known");
    expect(Math.abs(Date.parse(body.until!) - Date.now() - 3_600_000)).toBeLessThan(10_000);
  });

  it("works by keys, and leaves the others to the page", async () => {
    expect(["q", "1", "ArrowDown"].map((key) => element.onKey(key))).toEqual([false, false, false]);
    write("cleaning");
    expect(element.onKey("x")).toBe(true);
    await vi.waitFor(() => expect(sent.map(([path]) => path)).toEqual(["/api/v1/alarms/e4/not-a-fault"]));
    await vi.waitFor(() => expect(element.querySelector<HTMLSelectElement>(".assignee")!.disabled).toBe(false));
    element.onKey("a");
    expect((document.activeElement as HTMLElement).dataset.testid).toBe("assignee");
  });

  it("gives it to a person of the site", async () => {
    const select = element.querySelector<HTMLSelectElement>(".assignee")!;
    select.value = "p3";
    select.dispatchEvent(new Event("change"));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]![1]).toMatchObject({ person: "p3" });
    await vi.waitFor(() => expect(said).toEqual([expect.stringContaining("given to Elif Kaya")]));
  });

  it("that was decided can be reopened, and not be shelved again", async () => {
    const decision = { kind: "CLOSED", until: null, reason: "belt", by: "Anna", at: "2026-10-13T08:00:00Z" };
    element.alarm = { ...element.alarm, standing: "DONE", decision };
    await element.updateComplete;
    expect(element.querySelector('[data-testid="shelve-button"]')).toBeNull();
    press("reopen");
    await vi.waitFor(() => expect(sent[0]![0]).toBe("/api/v1/alarms/e4/reopen"));
  });
});

describe("control charts", () => {
  const charts = more.controlCharts(madeUpCharts(now));
  const chart = charts[0]!;

  it("lie within their box, with points between the limits they keep", () => {
    const lines = track(chart, "value", 400, 96)!;
    expect(lines.upper!).toBeLessThan(lines.centre!);
    expect(lines.centre!).toBeLessThan(lines.lower!);
    for (const { x, y } of lines.points) expect(x >= 0 && x <= 400 && y >= 0 && y <= 96).toBe(true);
    const beyond = lines.points.filter(({ y }) => y < lines.upper! || y > lines.lower!);
    expect(beyond).toEqual(lines.points.filter(({ marked }) => marked));
    expect(beyond).toHaveLength(1);
  });

  it("mark the spread only for its own rule, and have none without spreads", () => {
    const last = { ...chart.points.at(-1)!, rules: ["SPREAD_OUTSIDE_LIMITS"] };
    const wide: ControlChart = { ...chart, points: [...chart.points.slice(0, -1), last] };
    expect(track(wide, "spread", 400, 44)!.points.at(-1)!.marked).toBe(true);
    expect(track(wide, "value", 400, 96)!.points.at(-1)!.marked).toBe(false);
    expect(track(charts[2]!, "spread", 400, 44)).toBeNull();
    expect(track({ ...chart, points: [] }, "value", 400, 96)).toBeNull();
  });

  it("that show a sign now come first, then those that showed one", () => {
    const before: ControlChart = { ...charts[1]!, points: [{ ...chart.points[0]!, rules: ["NINE_ON_ONE_SIDE"] }, chart.points[1]!] };
    expect(signsFirst([charts[2]!, before, chart]).map((each) => each.subject)).toEqual([chart.subject, before.subject, "packer-1"]);
  });

  it("say rules and capability in words", () => {
    expect(ruleWords("BEYOND_3_SIGMA")).toBe("Beyond a control limit");
    expect(ruleWords("SOMETHING_NEW")).toBe("Something new");
    expect([0.99, 1, 1.33].map((cpk) => capabilityWords(cpk).words)).toEqual(["not capable", "barely capable", "capable"]);
  });

  it("are drawn with their signs, capability and kind; shares as percent", () => {
    const words = text(controlCharts({ charts, width: 400, session, select: () => {} }));
    expect(words).toContain("Cooker 1 Temperature °C Means and ranges");
    expect(words).toContain("Now: Beyond a control limit");
    expect(words).toContain("Cp 1.60 · Cpk 1.20 barely capable");
    expect(words).toContain("limits are being learnt");
    expect(words).toMatch(/Scrap and rework .*of 0\.50% to 3\.50%/);
    expect(page.querySelectorAll('[data-testid="control-chart"][tabindex="0"]')).toHaveLength(3);
    expect(page.querySelectorAll("[style]")).toHaveLength(0);
  });
});

describe("how readings come", () => {
  const statuses = parse.sensors(madeUpStatuses(now, now));
  const store = { of: () => [], latestOf: () => null } as unknown as SeriesStore;
  const stack = (id: string) =>
    text(chartStack({ sensor: shownSensor(id, site, statuses), others: [], alarms: [], store, from: now - 60_000, to: now, live: false, width: 0, height: 0, session, select: () => {} } as ChartStack));

  it("is told beside a sensor's figures, with what is wrong now, and takes no room when all is well", () => {
    const words = stack("cooker-1/pressure");
    expect(words).toContain("of which late12");
    expect(words).toContain("Missing240");
    expect(words).toContain("Comes withgaps, repeats");
    expect(stack("filler-1/flow")).not.toMatch(/Comes with|Missing|late/);
  });

  it("is said of the plant beside the sensors that are not trusted", () => {
    expect(text(readingsLine(statuses))).toContain("1 sensor with a data fault, kept out of the models. The readings of 1 sensor come with gaps, repeats or disorder.");
    expect(text(readingsLine(statuses.slice(-1)))).toContain("No data fault.");
  });
});

describe("rows of machines", () => {
  const { machines } = parse.production(madeUpProduction(now));
  const rows = (log: StateLog, from: number, to: number) =>
    text(machineRows({ machines: machines.slice(0, 1), log, from, to, width: 400, selected: null, session, select: () => {} }));

  it("say in words why there is no state to draw", () => {
    const log = new StateLog();
    expect(rows(log, now - 3_600_000, now)).toContain("No state told yet");
    log.observe(machines, now);
    expect(rows(log, now - 90_000_000, now - 86_400_000)).toMatch(/Not known: states are kept from .+ on/);
    expect(rows(log, now - 3_600_000, now)).not.toMatch(/known|told/);
  });
});

describe("devices", () => {
  const devices: Device[] = more.devices(madeUpDevices(now));
  const status = (sensor: string) => ({ sensor }) as SensorStatus;

  it("are to adopt as far as the site file does not name them, by machine, each once", () => {
    const found = adoptions(devices, [status("filler-1/seal-force"), status("filler-1/flow"), status("odd/one")], site);
    expect(found.map(({ machine, known, sensors }) => [machine, known, sensors.map((each) => each.id)])).toEqual([
      ["filler-1", true, ["filler-1/seal-force"]],
      ["odd", false, ["odd/one"]],
      ["press-9", false, ["press-9/load"]],
    ]);
  });

  it("of a known machine are a line each, with what nobody told left empty", () => {
    expect(yamlOf(adoptions(devices, [], site)[0]!)).toBe(
      ['    # below "sensors:" of machine filler-1', '      - {id: seal-force, name: "Seal force", unit: "N", minimum: , maximum: , everySeconds: }'].join("\n"),
    );
  });

  it("of an unknown machine bring the machine, and names that YAML would misread are quoted", () => {
    const yaml = yamlOf({ machine: "9", known: false, sensors: [{ id: "9/on", name: 'a "b": c', unit: "" }] });
    expect(yaml).toContain('  - id: "9"');
    expect(yaml).toContain('      - {id: "on", name: "a \\"b\\": c", unit: "", minimum: ');
  });

  it("are listed with their state and the lines to paste", () => {
    const words = text(deviceList({ devices, statuses: [], session }));
    expect(words).toContain("1 sensor of press-9 to adopt");
    expect(words).toMatch(/Filler 1 plant\/edge-1 ● Online .* 2 1/);
    expect(words).toContain("○ Offline");
    expect(page.querySelectorAll("pre.yaml")).toHaveLength(2);
  });
});

describe("calibrations", () => {
  const due = (days: (string | null)[]) =>
    calibrationsDue(
      {
        ...site,
        machines: [
          {
            id: "m",
            name: "M",
            line: "l",
            sensors: days.map((calibrationDue, i) => ({ id: `m/${i}`, name: `S${i}`, unit: "bar", minimum: 0, maximum: 1, calibrationDue })),
          },
        ],
      },
      "2026-11-22",
    );

  it("are listed from 30 days before they end, soonest first", () => {
    expect(due(["2026-12-22", "2026-12-23", null, "2026-11-21", "2026-11-22"]).map((each) => [each.sensor, each.isOver])).toEqual([
      ["m/3", true],
      ["m/4", false],
      ["m/0", false],
    ]);
  });
});
