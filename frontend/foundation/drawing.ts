import type { CSSResultGroup } from 'lit';
import { css, LitElement } from 'lit';

/** What every drawing shares: the tokens of the theme, and drawing again when its width changes. */
export abstract class Drawing extends LitElement {
  static styles: CSSResultGroup = css`
    :host {
      display: block;
      position: relative;
      min-width: 0;
      color: var(--bb-ink);
      font-family: var(--bb-font);
    }
  `;

  private observer?: ResizeObserver;
  private lastWidth = 0;

  connectedCallback(): void {
    super.connectedCallback();
    this.lastWidth = 0; // taken off the page and put back: draw again
    this.observer = new ResizeObserver(() => {
      if (this.clientWidth !== this.lastWidth) {
        this.lastWidth = this.clientWidth;
        this.requestUpdate();
      }
    });
    this.observer.observe(this);
  }

  disconnectedCallback(): void {
    this.observer?.disconnect();
    super.disconnectedCallback();
  }

  protected get narrow(): boolean {
    return this.clientWidth < 560;
  }

  protected token(name: string): string {
    return getComputedStyle(this).getPropertyValue(name).trim();
  }

  protected get calm(): boolean {
    return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  }
}
