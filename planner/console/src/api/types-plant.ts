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
