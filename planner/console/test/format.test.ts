import { describe, expect, it } from "vitest";
import { Money, toneOf } from "../src/format/money";
import { count, hours, kilometres, measure, percent, plural } from "../src/format/numbers";
import { words } from "../src/format/words";

describe("money", () => {
  const euro = new Money("EUR");

  it("writes whole units with separators", () => {
    expect([128_400, 49, 50, 123_456_789].map((cents) => euro.of(cents))).toEqual(["€1,284", "€0", "€1", "€1,234,568"]);
  });

  it("writes a true minus sign, and none on what rounds to zero", () => {
    expect([-8_800, -49].map((cents) => euro.of(cents))).toEqual(["\u2212€88", "€0"]);
  });

  it("puts the sign of a difference before the currency", () => {
    expect([3_800, -124_500, 0, 40, -40].map((cents) => euro.difference(cents))).toEqual(["+€38", "\u2212€1,245", "€0", "€0", "€0"]);
  });

  it("writes cents within a sentence as money", () => {
    expect(euro.within("Without it +16760 cents, with it 900 cents, saves -5000 cents.")).toBe("Without it +€168, with it €9, saves \u2212€50.");
    expect(euro.within("12 percents")).toBe("12 percents");
  });

  it("knows other currencies", () => {
    expect(new Money("USD").of(100)).toBe("$1");
    expect(new Money("CHF").of(123_400)).toMatch(/^CHF\s?1,234$/);
  });

  it("calls less cost good", () => {
    expect([-5_000, 5_000, 0, -20].map(toneOf)).toEqual(["good", "bad", "", ""]);
  });
});

describe("numbers", () => {
  it("shows as many decimals as the size asks for", () => {
    expect([2.6, 37.14, 1_284.4, -0.82, 0].map(measure)).toEqual(["2.60", "37.1", "1,284", "\u22120.82", "0.00"]);
  });

  it("has no minus on what reads as zero", () => {
    expect([measure(-0.001), count(-0.2)]).toEqual(["0.00", "0"]);
  });

  it("writes counts, shares, distances and hours", () => {
    expect([count(1980), percent(0.914), kilometres(182_400), kilometres(2_340), hours(7.5), hours(80)]).toEqual([
      "1,980", "91%", "182 km", "2.3 km", "7.5", "80",
    ]);
  });

  it("agrees in number", () => {
    expect([plural(1, "gap"), plural(5, "gap"), plural(0, "change")]).toEqual(["1 gap", "5 gaps", "0 changes"]);
  });

  it("turns codes into words", () => {
    expect(["BEARING_WEAR", "job-anomaly", "sick call", "DOWN"].map(words)).toEqual(["Bearing wear", "Job anomaly", "Sick call", "Down"]);
  });
});
