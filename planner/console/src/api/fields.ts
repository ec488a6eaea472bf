/**
 * Reads one JSON object field by field. A field that is absent or null becomes the empty value of its type; a field of
 * another type is an error that names it, so that a changed answer is seen at once and not as "NaN" on a page.
 */
export class Fields {
  constructor(
    private readonly json: Record<string, unknown>,
    private readonly where: string,
  ) {}

  static of(json: unknown, where: string): Fields {
    if (typeof json !== "object" || json === null || Array.isArray(json)) {
      throw new Error(`${where} is not an object but ${describe(json)}.`);
    }
    return new Fields(json as Record<string, unknown>, where);
  }

  text(name: string): string {
    return this.textOrNull(name) ?? "";
  }

  textOrNull(name: string): string | null {
    const value = this.json[name] ?? null;
    if (value === null || typeof value === "string") return value;
    if (typeof value === "number") return String(value);
    throw this.wrong(name, "text", value);
  }

  number(name: string): number {
    return this.numberOrNull(name) ?? 0;
  }

  numberOrNull(name: string): number | null {
    const value = this.json[name] ?? null;
    if (value === null || (typeof value === "number" && Number.isFinite(value))) return value;
    throw this.wrong(name, "a number", value);
  }

  flag(name: string): boolean {
    const value = this.json[name] ?? false;
    if (typeof value === "boolean") return value;
    throw this.wrong(name, "true or false", value);
  }

  texts(name: string): string[] {
    return this.array(name).map((each) => String(each));
  }

  numbers(name: string): number[] {
    return this.array(name).map((each) => (typeof each === "number" ? each : 0));
  }

  list<T>(name: string, read: (fields: Fields) => T): T[] {
    return this.array(name).map((each, index) => read(Fields.of(each, `${this.where}.${name}[${index}]`)));
  }

  child<T>(name: string, read: (fields: Fields) => T): T | null {
    const value = this.json[name] ?? null;
    return value === null ? null : read(Fields.of(value, `${this.where}.${name}`));
  }

  array(name: string): unknown[] {
    const value = this.json[name] ?? [];
    if (Array.isArray(value)) return value;
    throw this.wrong(name, "a list", value);
  }

  private wrong(name: string, wanted: string, value: unknown): Error {
    return new Error(`${this.where}.${name} must be ${wanted}, not ${describe(value)}.`);
  }
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
