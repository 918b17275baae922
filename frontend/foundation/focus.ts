/**
 * Keeps the focus of who works by keys. A view that is drawn anew, a button that is gone once it has done its work, a page
 * that gives way to the next: each would let the focus fall on nothing, and who goes by Tab would begin above the menu again.
 *
 * What had the focus gets it back, or what now bears its name; else what stood nearest to it; else, and always on the next
 * page, the heading.
 */
interface Place {
  element: HTMLElement;
  name: string;
  /** What could have the focus beside it: first what followed, then what went before, nearest first. */
  nearby: string[];
  page: string;
}

type FlowWindow = Window & { Vaadin?: { Flow?: { clients?: Record<string, { isActive?: () => boolean }> } } };

const FRAME = 'vaadin-app-layout';
const DIALOG = 'vaadin-dialog-overlay';
const STOPS = 'a[href], button, summary, input, textarea, [tabindex="0"]';
const QUIET_MILLIS = 60;

/** A dialog has a place of its own, so that the page under it keeps the place of what opened it. */
const places = new WeakMap<Element, Place>();
let waiting: ReturnType<typeof setTimeout> | undefined;

function layer(): Element {
  return [...document.querySelectorAll(`${FRAME}, ${DIALOG}:not([closing])`)].pop() ?? document.body;
}

/** Two screens of the same address are two pages. */
function page(): string {
  return `${location.pathname} ${document.querySelector('main h1')?.textContent}`;
}

function stops(within: Element): HTMLElement[] {
  return [...(within.querySelector('main') ?? within).querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.checkVisibility() && !stop.hasAttribute('disabled'),
  );
}

function nameOf(element: HTMLElement): string {
  const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0] : undefined;
  return `${element.localName} ${element.ariaLabel ?? (label ?? element).textContent?.trim()}`;
}

function remember(event: FocusEvent): void {
  const element = event.target as HTMLElement;
  const around = element.closest(`${FRAME}, ${DIALOG}`);
  if (!around) {
    return; // a list or calendar that opens over its field gives the focus back to it
  }
  const all = stops(around);
  const at = all.indexOf(element);
  const names = all.map(nameOf);
  places.set(around, {
    element,
    name: nameOf(element),
    nearby: at < 0 ? [] : [...names.slice(at + 1), ...names.slice(0, at).reverse()],
    page: page(),
  });
}

function give(element: HTMLElement | undefined): boolean {
  element?.focus();
  return element?.contains(document.activeElement) ?? false;
}

/** Until the server has answered, a button may be waiting for that, and come back by itself. */
function isAnswering(): boolean {
  return Object.values((window as FlowWindow).Vaadin?.Flow?.clients ?? {}).some((client) => client.isActive?.());
}

function keepSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(keep, QUIET_MILLIS);
}

function keep(): void {
  if (isAnswering()) {
    keepSoon();
    return;
  }
  const around = layer();
  const place = places.get(around);
  if (!place || !document.hasFocus()) {
    return;
  }
  const fallen = document.activeElement === null || document.activeElement === document.body;
  if (around.localName === FRAME && place.page !== page()) {
    if (fallen || !document.querySelector('main')?.contains(document.activeElement)) {
      giveHeading(around);
    }
  } else if (fallen) {
    const now = stops(around);
    const named = [place.name, ...place.nearby].map((name) => now.find((stop) => nameOf(stop) === name));
    if (![place.element, ...named].some(give)) {
      giveHeading(around);
    }
  }
}

function giveHeading(within: Element): void {
  const heading = within.querySelector<HTMLElement>('h1, h2');
  if (heading) {
    heading.tabIndex = -1;
    heading.focus();
  }
}

document.addEventListener('focusin', remember);
// who points at nothing wants the focus nowhere
document.addEventListener('pointerdown', () => places.delete(layer()), true);
// lists draw their rows a little later than the rest
new MutationObserver(keepSoon).observe(document.body, {
  attributeFilter: ['disabled', 'hidden', 'closing'],
  childList: true,
  subtree: true,
});
