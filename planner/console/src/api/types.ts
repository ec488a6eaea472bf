/** The service's answers as the pages use them: instants and days are ISO strings, money is whole cents. */

export * from "./types-plant";

export type Instant = string;
export type Day = string;

export interface Place {
  id: string;
  name: string;
  kind: string;
  latitude: number;
  longitude: number;
}

export interface Sensor {
  id: string;
  name: string;
  unit: string;
  minimum: number | null;
  maximum: number | null;
  calibrationDue: Day | null;
}

export interface Machine {
  id: string;
  name: string;
  line: string;
  sensors: Sensor[];
}

export interface ShiftTemplate {
  code: string;
  name: string;
  start: string;
  end: string;
}

export interface Site {
  id: string;
  name: string;
  currency: string;
  zone: string;
  places: Place[];
  machines: Machine[];
  people: { id: string; name: string }[];
  shifts: ShiftTemplate[];
  vehicles: { id: string; name: string; depot: string }[];
  items: { id: string; name: string }[];
}

export interface Strip {
  day: Day | null;
  cents: number;
  baselineCents: number;
  byKind: KindCost[];
  dataAt: Instant | null;
  open: { schedules: number; routes: number; sensors: number };
}

export interface KindCost {
  kind: string;
  cents: number;
  baselineCents: number;
}

export interface Published {
  planId: string;
  version: number;
  costCents: number;
  baselineCents: number;
  publishedAt: Instant;
}

export interface Draft {
  draftId: string;
  changes: number;
  costCents: number;
  baselineCents: number;
  madeAt: Instant | null;
  reason: string;
  causes: string[];
}

/** What a roster and a day's routes have in common: where their planning stands. */
export interface Planned {
  state: string;
  progress: { seconds: number; costCents: number | null; job: string | null } | null;
  published: Published | null;
  draft: Draft | null;
  costs: KindCost[];
}

export interface Absence {
  from: Day;
  to: Day;
  reason: string;
}

export interface Shift {
  day: Day;
  code: string;
  skill: string;
  place: string;
  start: Instant;
  end: Instant;
  changed: boolean;
  before: string | null;
}

export interface Person {
  id: string;
  name: string;
  place: string;
  skills: string[];
  contractHours: number;
  hours: number;
  absences: Absence[];
  shifts: Shift[];
}

export interface Cover {
  place: string;
  skill: string;
  day: Day;
  need: number[];
  needLow: number[];
  needHigh: number[];
  have: number[];
}

export interface Gap {
  day: Day;
  place: string;
  skill: string;
  from: string;
  to: string;
  /** Missing hours of one person. */
  short: number;
  cents: number;
  reason: string;
}

export interface Roster extends Planned {
  days: Day[];
  people: Person[];
  cover: Cover[];
  gaps: Gap[];
  rules: { name: string; violations: number; cents: number }[];
}

export interface Why {
  person: string;
  day: Day;
  code: string | null;
  reasons: string[];
  alternatives: { person: string; name: string; code: string | null; deltaCents: number; blockedBy: string | null }[];
}

/** What changing cells by hand would cost; rules that it would break stand against it. */
export interface CellEdit {
  deltaCents: number;
  broken: { rule: string; person: string; day: Day; detail: string }[];
}

export interface Replenishment {
  id: string;
  revision: number;
  item: string;
  itemName: string;
  place: string;
  placeName: string;
  fromName: string | null;
  quantity: number;
  packs: number;
  costCents: number;
  riskWithoutCents: number;
  riskWithCents: number;
  savedCents: number;
  orderBy: Day | null;
  arrives: Day | null;
  expectedRunOut: Day | null;
  runOutProbabilityWithout: number;
  runOutProbabilityWith: number;
  lostUnits: number;
  reason: string;
  status: string;
  causes: string[];
}

/** What is due from a supplier, line or warehouse and not decided. */
export interface DueSource {
  source: string;
  sourceName: string;
  count: number;
  costCents: number;
  savedCents: number;
}

export interface Replenishments {
  atRiskCents: number;
  total: number;
  runOuts: number;
  due: DueSource[];
  items: Replenishment[];
}

/** More of an item at a place than is wanted. */
export interface Overstock {
  id: string;
  item: string;
  itemName: string;
  place: string;
  placeName: string;
  onHand: number;
  onOrder: number;
  excessUnits: number;
  expiringUnits: number;
  daysOfStock: number | null;
  soldOutBy: Day | null;
  holdingCents: number;
  wasteCents: number;
  totalCents: number;
  reason: string;
}

export interface Overstocks {
  costCents: number;
  total: number;
  items: Overstock[];
}

export interface Stop {
  seq: number;
  order: string;
  place: string;
  placeName: string;
  latitude: number;
  longitude: number;
  windowStart: Instant | null;
  windowEnd: Instant | null;
  arrival: Instant;
  start: Instant;
  departure: Instant;
  lateMinutes: number;
  boxes: number;
}

/** Time at which a van neither drives nor delivers; `before` is the `seq` of the stop that follows. */
export interface Halt {
  kind: string;
  place: string;
  start: Instant;
  end: Instant;
  before: number;
}

export interface Route {
  vehicle: string;
  name: string;
  driver: string | null;
  start: Instant;
  end: Instant;
  metres: number;
  costCents: number;
  depot: string;
  stops: Stop[];
  halts: Halt[];
}

export interface Unassigned {
  order: string;
  place: string;
  placeName: string;
  latitude: number;
  longitude: number;
  boxes: number;
  valueCents: number;
  reason: string;
}

export interface Routes extends Planned {
  day: Day;
  routes: Route[];
  unassigned: Unassigned[];
}
