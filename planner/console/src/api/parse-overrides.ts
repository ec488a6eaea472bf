import { Fields } from "./fields";
import type * as api from "./types-overrides";

/** As parse.ts: what planners say of demand instead of the model, and how that did. */
type Parse<T> = (json: unknown) => T;

const override = (o: Fields): api.ForecastOverride => ({
  id: o.text("id"),
  item: o.text("item"),
  place: o.text("place"),
  from: o.text("from"),
  to: o.text("to"),
  units: o.numberOrNull("units"),
  factor: o.numberOrNull("factor"),
  reason: o.text("reason"),
  by: o.text("by"),
  withdrawn: o.flag("withdrawn"),
});

export const overrides: Parse<api.ForecastOverride[]> = (json) => new Fields({ overrides: json as unknown[] }, "answer").list("overrides", override);

export const overrideResults: Parse<api.OverrideResult[]> = (json) =>
  new Fields({ results: json as unknown[] }, "answer").list("results", (r) => ({
    override: r.child("override", override)!,
    days: r.number("days"),
    actualUnits: r.number("actualUnits"),
    overrideMissedUnits: r.number("overrideMissedUnits"),
    modelMissedUnits: r.number("modelMissedUnits"),
    better: r.text("better"),
  }));
