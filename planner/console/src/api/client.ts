/** A wrong field of what was sent, and what to do. */
export interface WrongField {
  field: string;
  message: string;
}

/** An answer other than 2xx, in words for a person. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly fields: readonly WrongField[] = [],
  ) {
    super(message);
  }
}

const base = "/api/v1";

/** Reads `path` below /api/v1 and hands the JSON to `parse`. */
export async function get<T>(path: string, parse: (json: unknown) => T, signal?: AbortSignal): Promise<T> {
  const response = await send(base + path, { headers: { accept: "application/json" }, signal: signal ?? null });
  return parse(await response.json());
}

/** Writes. The header tells the service that no foreign page sends this. Answers the JSON, or null without a body. */
export async function post(path: string, body: unknown = {}): Promise<unknown> {
  const response = await send(base + path, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json", "x-gemba": "1" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return text === "" ? null : JSON.parse(text);
}

async function send(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, cache: "no-store" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem("Gemba does not answer. Is it still running?", 0);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** What a problem+json body says, or the status when there is none. */
export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  try {
    const body = JSON.parse(text) as { title?: string; detail?: string; errors?: WrongField[] };
    const words = body.detail ?? body.title;
    if (words) return new Problem(words, response.status, Array.isArray(body.errors) ? body.errors : []);
  } catch {
    // not JSON: the status is all there is to say
  }
  return new Problem(`The service answered ${response.status}.`, response.status);
}
