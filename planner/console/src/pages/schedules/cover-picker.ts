import { html, type TemplateResult } from "lit";
import type { Cover, Place } from "../../api/types";
import { words } from "../../format/words";

/** `place/skill`; empty stands for all. */
export function coverOf(cover: readonly Cover[], key: string): Cover[] {
  return cover.filter((row) => key === "" || keyOf(row) === key);
}

export function keyOf(row: Pick<Cover, "place" | "skill">): string {
  return `${row.place}/${row.skill}`;
}

/** Chooses whose cover the chart shows. */
export function coverPicker(
  cover: readonly Cover[],
  chosen: string,
  places: readonly Place[],
  choose: (key: string) => void,
): TemplateResult {
  const rows = new Map(cover.map((row) => [keyOf(row), row]));
  const placeName = (id: string) => places.find((place) => place.id === id)?.name ?? id;
  return html`<label class="coverpick"
    ><span class="strong">Cover against need</span>
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${chosen === ""}>All skills</option>
      ${[...rows].map(
        ([key, row]) => html`<option value=${key} ?selected=${key === chosen}>${words(row.skill)}, ${placeName(row.place)}</option>`,
      )}
    </select></label
  >`;
}
