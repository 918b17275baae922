/** As long as it is on the page, the browser asks before it leaves: something was typed that is not kept yet. */
class Unsaved extends HTMLElement {
  private readonly ask = (event: BeforeUnloadEvent) => event.preventDefault();

  connectedCallback(): void {
    window.addEventListener('beforeunload', this.ask);
  }

  disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.ask);
  }
}

customElements.define('bb-unsaved', Unsaved);
