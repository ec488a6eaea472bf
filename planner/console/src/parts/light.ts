import { LitElement } from "lit";

/** A component that renders into the page itself, so that the shared style sheets and the symbols of parts/symbols reach it. */
export abstract class Light extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
