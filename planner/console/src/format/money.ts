import { minus } from "./numbers";

/** Writes cents of one currency as whole units, because nobody decides on cents: `€1,284`, `−€88`, `+€38`. */
export class Money {
  private readonly whole: Intl.NumberFormat;

  constructor(currency: string) {
    this.whole = new Intl.NumberFormat("en-GB", {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      maximumFractionDigits: 0,
    });
  }

  of(cents: number): string {
    return (isNegative(cents) ? minus : "") + this.size(cents);
  }

  /** With its sign, for a difference; zero has none. */
  difference(cents: number): string {
    const sign = Math.round(cents / 100) === 0 ? "" : cents < 0 ? minus : "+";
    return sign + this.size(cents);
  }

  /** A sentence in which `+16760 cents` is written as money, `+€168`. */
  within(sentence: string): string {
    return sentence.replaceAll(/([+-]?)(\d+) cents\b/g, (_, sign: string, digits: string) => {
      const cents = Number(digits) * (sign === "-" ? -1 : 1);
      return sign === "" ? this.of(cents) : this.difference(cents);
    });
  }

  private size(cents: number): string {
    return this.whole.format(Math.abs(Math.round(cents / 100)));
  }
}

function isNegative(cents: number): boolean {
  return Math.round(cents / 100) < 0;
}

/** The class of a cost difference: less cost is good. */
export function toneOf(differenceCents: number): "good" | "bad" | "" {
  const units = Math.round(differenceCents / 100);
  return units < 0 ? "good" : units > 0 ? "bad" : "";
}
