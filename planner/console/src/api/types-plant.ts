import type { Instant } from "./types";

/** Answers about sensors, machines, chains and the program itself. */

export interface Alarm {
  id: string;
  kind: string;
  sensor: string;
  machine: string;
  state: string;
  severity: string;
  onset: Instant;
  last: Instant;
  end: Instant | null;
  value: number;
  expectedLow: number | null;
  expectedHigh: number | null;
  reason: string;
  machineName: string;
  sensorName: string;
  unit: string;
  line: string;
  cents: number;
  acknowledgedBy: string | null;
  acknowledgedAt: Instant | null;
  comment: string | null;
  /** OPEN asks for somebody; SHELVED, SUPPRESSED and DONE do not. */
  standing: string;
  assignee: string | null;
  assigneeName: string | null;
  decision: { kind: string; until: Instant | null; reason: string; by: string; at: Instant } | null;
  suppressedUntil: Instant | null;
  /** Since when nobody has heeded it for too long. */
  escalatedAt: Instant | null;
  /** The alarm that likely caused it; its own id when it heads its group. */
  group: string;
  groupRank: number;
}

/** One thing that was done about an alarm. */
export interface AlarmLogLine {
  at: Instant;
  by: string;
  what: string;
  text: string;
}

export interface Maintenance {
  id: string;
  machine: string;
  machineName: string;
  from: Instant;
  until: Instant;
  state: string;
  reason: string;
  by: string;
}

export interface ControlPoint {
  at: Instant;
  value: number;
  spread: number | null;
  rules: string[];
}

export interface ControlLines {
  centre: number;
  lower: number;
  upper: number;
}

export interface ControlChart {
  id: string;
  subject: string;
  kind: string;
  lines: ControlLines | null;
  spreadLines: ControlLines | null;
  points: ControlPoint[];
  capability: { cp: number | null; cpk: number; pp: number | null; ppk: number } | null;
}

export interface Device {
  id: string;
  source: string;
  state: string;
  at: Instant;
  metrics: { sensor: string; name: string; unit: string | null; known: boolean }[];
}

export interface SensorStatus {
  sensor: string;
  at: Instant;
  value: number;
  readings: number;
  rejected: number;
  duplicates: number;
  fault: string | null;
  expectedLow: number | null;
  expectedHigh: number | null;
  machine: string;
  name: string;
  unit: string;
  minimum: number | null;
  maximum: number | null;
  /** How readings come: late ones, missing ones, and what is wrong with it now. */
  delivery: { late: number; missing: number; faults: string[] };
}

/** One column of a chart: when, and the least, greatest and mean value of its readings. */
export type SeriesPoint = [at: number, min: number, max: number, mean: number];

export interface Series {
  sensor: string;
  points: SeriesPoint[];
}

export interface Loss {
  factor: string;
  kind: string;
  reason: string;
  count: number;
  minutes: number;
  cents: number;
}

export interface MachineProduction {
  machine: string;
  name: string;
  line: string;
  state: string | null;
  since: Instant | null;
  reason: string | null;
  oee: number | null;
  availability: number | null;
  performance: number | null;
  quality: number | null;
  lostMinutes: number;
  lostCents: number;
  bottleneck: boolean;
  soleBottleneckMinutes: number;
  shiftingBottleneckMinutes: number;
  losses: Loss[];
}

export interface Production {
  machines: MachineProduction[];
  from: Instant | null;
  to: Instant | null;
}

/** A machine went to another state; null when it was not heard any more. */
export interface MachineChange {
  machine: string;
  at: Instant;
  state: string | null;
}

/** A part of a machine that wears: what is left of it, and what replacing it costs now or at the next planned stop. */
export interface WearPart {
  machine: string;
  machineName: string;
  part: string;
  left: { at: Instant; ranHours: number; hours: number; lowHours: number; highHours: number; asGoodAsNew: boolean } | null;
  hints: { sensor: string; name: string; deviations: number }[];
  /** Ways of failing that fit how the sensors moved, the best first; fit is 0..1. */
  modes: { name: string; fit: number; seen: string[]; unseen: string[] }[];
  missing: string[];
  /** WAIT, LEAVE, AT_STOP, NOW or PLAN_STOP. */
  act: string;
  sentence: string;
  stopAt: Instant | null;
  failsBefore: number | null;
  nowCents: number;
  laterCents: number | null;
  replacedAt: Instant | null;
  replacedBy: string | null;
}

export interface ChainLink {
  page: string;
  id: string;
  title: string;
  detail: string;
  kind: string;
  cents: number;
}

export interface Chain {
  links: ChainLink[];
  toActCents: number;
  avoidedCents: number;
  savesCents: number;
}

export interface ChainHead {
  id: string;
  title: string;
  savesCents: number;
}

export interface SimulationMenu {
  enabled: boolean;
  faults: { fault: string; label: string; targets: { id: string; name: string }[] }[];
}

export interface Health {
  status: string;
  parts: { name: string; status: string; detail: string | null }[];
}
