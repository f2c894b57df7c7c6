/** A part of the screen: a Lit component in the page's own markup, drawn again whenever the gym's state changes. */
import { LitElement } from "lit";
import type { Gym } from "../gym.ts";

export abstract class Part extends LitElement {
  gym!: Gym;
  private stop: (() => void) | undefined;

  /** The site's styles reach it, and so do its labels. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = this.gym.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }
}
