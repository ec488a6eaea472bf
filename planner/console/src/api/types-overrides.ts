/** What a planner says of demand instead of the model; units a day or a factor, the other is null. */
export interface ForecastOverride {
  id: string;
  item: string;
  place: string;
  from: string;
  to: string;
  units: number | null;
  factor: number | null;
  reason: string;
  by: string;
  withdrawn: boolean;
}

/** How an override did on its days that are known; missed units are over and under alike, added up. */
export interface OverrideResult {
  override: ForecastOverride;
  days: number;
  actualUnits: number;
  overrideMissedUnits: number;
  modelMissedUnits: number;
  /** OVERRIDE, MODEL or EQUAL. */
  better: string;
}
