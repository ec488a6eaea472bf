import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Follows the size of the element that `find` returns, so that drawings are made in real pixels and text is never stretched. */
export class Measure implements ReactiveController {
  width = 0;
  height = 0;
  private observed: Element | null = null;
  private readonly observer = new ResizeObserver(([entry]) => {
    const box = entry?.contentRect;
    if (!box || (Math.round(box.width) === this.width && Math.round(box.height) === this.height)) return;
    this.width = Math.round(box.width);
    this.height = Math.round(box.height);
    this.host.requestUpdate();
  });

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly find: () => Element | null,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const element = this.find();
    if (element === this.observed) return;
    this.observer.disconnect();
    this.observed = element;
    if (element) this.observer.observe(element);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    this.observed = null;
  }
}
