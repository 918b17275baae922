import * as L from 'leaflet';
import leafletStyles from 'leaflet/dist/leaflet.css?inline';
import type { PropertyValues, TemplateResult } from 'lit';
import { css, html, nothing, svg, unsafeCSS } from 'lit';
import { Drawing } from './drawing';

interface Area {
  code: string;
  name: string;
  valueClass: number;
  value: string;
  opens: boolean;
}

interface Labels {
  list: string;
  zoomIn: string;
  zoomOut: string;
  notLoaded: string;
}

/** Neighbourhoods on a map without a background, each with its number in the list beside it, which works by keyboard. */
class NeighbourhoodMap extends Drawing {
  static properties = {
    url: { attribute: false },
    codeProperty: { attribute: false },
    source: { attribute: false },
    labels: { attribute: false },
    legend: { attribute: false },
    areas: { attribute: false },
    selected: { attribute: false },
    failed: { state: true },
  };

  static styles = [
    Drawing.styles,
    unsafeCSS(leafletStyles),
    css`
      .legend,
      .list {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.25rem;
        margin-block-end: 0.5rem;
      }
      .legend li {
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
      }
      .sides {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(21rem, 2fr);
        gap: 1rem;
      }
      .sides.narrow {
        grid-template-columns: minmax(0, 1fr);
      }
      .map {
        height: 34rem;
        background: var(--bb-surface);
        border: 1px solid var(--bb-line-soft);
        border-radius: var(--bb-radius);
        isolation: isolate;
        font: inherit;
      }
      .narrow .map {
        height: 20rem;
      }
      .beside {
        display: flex;
        flex-direction: column;
        min-height: 0;
        max-height: 34rem;
      }
      .narrow .beside {
        max-height: none;
      }
      .beside h4 {
        margin: 0 0 0.5rem;
        font-size: 1rem;
      }
      .list {
        overflow-y: auto;
        padding: 4px;
      }
      .list button,
      .list .line {
        box-sizing: border-box;
        display: grid;
        grid-template-columns: 1.4em auto 1fr auto;
        gap: 0.5rem;
        align-items: center;
        width: 100%;
        min-height: var(--bb-target);
        padding: 0.25rem 0.5rem;
        border: 0;
        border-block-end: 1px solid var(--bb-line-soft);
        background: var(--bb-paper);
        color: inherit;
        font: inherit;
        text-align: start;
      }
      .list button {
        cursor: pointer;
      }
      .list button .place {
        color: var(--bb-action);
        text-decoration: underline;
      }
      .list button:hover {
        background: var(--bb-action-wash);
      }
      .list button[aria-pressed='true'] {
        background: var(--bb-action-wash);
        box-shadow: inset 4px 0 0 var(--bb-action);
        font-weight: 650;
      }
      .list button:focus-visible,
      .map a:focus-visible {
        outline: 3px solid var(--bb-focus);
        outline-offset: -3px;
      }
      .patterns {
        position: absolute;
      }
      .key {
        flex: none;
      }
      .list li > * > span:last-child {
        white-space: nowrap;
      }
      .number {
        font-weight: 650;
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      .leaflet-tooltip.name {
        border: 0;
        padding: 0;
        background: none;
        box-shadow: none;
        color: var(--bb-ink);
        font-size: 0.8125rem;
        font-weight: 600;
        line-height: 1.15;
        text-align: center;
        -webkit-text-stroke: 4px var(--bb-paper);
        paint-order: stroke fill;
      }
      .leaflet-bar a,
      .leaflet-touch .leaflet-bar a {
        width: var(--bb-target);
        height: var(--bb-target);
        line-height: var(--bb-target);
        color: var(--bb-ink);
      }
      .leaflet-interactive:focus {
        outline: none;
      }
      .source {
        font-size: 0.875rem;
        color: var(--bb-ink-soft);
        margin: 0.25rem 0 0;
      }
    `,
  ];

  declare url?: string;
  declare codeProperty?: string;
  declare source?: string;
  declare labels?: Labels;
  declare legend?: string[];
  declare areas?: Area[];
  declare selected?: string;
  declare failed?: boolean;

  private map?: L.Map;
  private layers = new Map<string, L.Path>();
  private loadedUrl?: string;

  protected render(): TemplateResult {
    const areas = this.areas ?? [];
    const used = (this.legend ?? []).map((name, valueClass) => ({ name, valueClass }));
    return html`
      ${this.patterns()}
      <ul class="legend">
        ${used.map(({ name, valueClass }) => html`<li>${this.key(valueClass)} ${name}</li>`)}
      </ul>
      <div class="sides ${this.narrow ? 'narrow' : ''}">
        <div>
          <div class="map" ?hidden=${this.failed}></div>
          ${this.failed ? html`<p role="status">${this.labels?.notLoaded}</p>` : nothing}
          <p class="source">${this.source}</p>
        </div>
        <div class="beside">
          <h4 id="list">${this.labels?.list}</h4>
          <ul class="list" aria-labelledby="list">
            ${areas.map(
              (area, index) => html`<li>
                ${area.opens
                  ? html`<button
                      type="button"
                      aria-pressed=${area.code === this.selected}
                      @click=${() => this.choose(area.code)}
                    >
                      ${this.line(area, index)}
                    </button>`
                  : html`<div class="line">${this.line(area, index)}</div>`}
              </li>`,
            )}
          </ul>
        </div>
      </div>
    `;
  }

  protected updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.clientWidth === 0 || !this.url) {
      return;
    }
    if (this.loadedUrl !== this.url) {
      void this.load(this.url);
    } else {
      if (changed.has('areas') || changed.has('selected')) {
        this.paint();
      }
      this.map?.invalidateSize();
    }
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.map?.remove();
    this.map = undefined;
    this.loadedUrl = undefined;
    this.layers.clear();
  }

  private choose(code: string): void {
    this.selected = code;
    this.dispatchEvent(new CustomEvent('neighbourhood-selected', { detail: { code } }));
  }

  private async load(url: string): Promise<void> {
    this.loadedUrl = url;
    try {
      const answer = await fetch(url, { credentials: 'same-origin' });
      if (!answer.ok) {
        throw new Error(`${answer.status} for ${url}`);
      }
      const polygons = await answer.json();
      if (this.loadedUrl === url && this.isConnected) {
        this.failed = false;
        await this.updateComplete;
        this.draw(polygons);
      }
    } catch (problem) {
      console.warn(problem);
      this.failed = true;
    }
  }

  private draw(polygons: GeoJSON.FeatureCollection): void {
    this.map?.remove();
    this.layers.clear();
    const map = L.map(this.renderRoot.querySelector<HTMLElement>('.map')!, {
      attributionControl: false,
      zoomControl: false,
      keyboard: false, // the list beside the map is the way by keyboard
      scrollWheelZoom: false, // scrolling the page must not get stuck on the map
      dragging: !L.Browser.mobile,
      zoomSnap: 0.25,
      zoomDelta: 0.5,
      zoomAnimation: !this.calm,
      fadeAnimation: !this.calm,
      renderer: L.svg({ padding: 0.5 }),
    });
    this.map = map;
    L.control.zoom({ zoomInTitle: this.labels?.zoomIn, zoomOutTitle: this.labels?.zoomOut }).addTo(map);
    map.on('zoomstart zoomend', () => (map.getZoom() > map.getMinZoom() ? map.dragging.enable() : undefined));
    const opens = new Set((this.areas ?? []).filter((area) => area.opens).map((area) => area.code));
    const known = new Set((this.areas ?? []).map((area) => area.code));
    const code = (feature?: GeoJSON.Feature) => String(feature?.properties?.[this.codeProperty ?? ''] ?? '');
    const layer = L.geoJSON(polygons, {
      filter: (feature) => known.has(code(feature)),
      onEachFeature: (feature, shape) => {
        this.layers.set(code(feature), shape as L.Path);
        if (opens.has(code(feature))) {
          shape.on('click', () => this.choose(code(feature)));
        } else {
          (shape as L.Path).options.interactive = false; // no hand over what does nothing
        }
      },
    }).addTo(map);
    if (layer.getLayers().length > 0) {
      map.fitBounds(layer.getBounds(), { padding: [12, 12], animate: false });
      map.setMinZoom(map.getZoom());
    }
    map.on('zoomend', () => this.nameShapes());
    this.paint();
  }

  private paint(): void {
    for (const area of this.areas ?? []) {
      const shape = this.layers.get(area.code);
      if (!shape) {
        continue;
      }
      const chosen = area.code === this.selected;
      shape.setStyle({
        color: this.token('--bb-ink'),
        weight: chosen ? 4 : 1,
        fillColor: `url(#class-${area.valueClass})`,
        fillOpacity: 1,
      });
      if (chosen) {
        shape.bringToFront();
      }
    }
    this.nameShapes();
  }

  /** Each shape has its number in the list, and its name too where that fits inside. */
  private nameShapes(): void {
    const map = this.map;
    if (!map) {
      return;
    }
    (this.areas ?? []).forEach((area, index) => {
      const shape = this.layers.get(area.code) as L.Polygon | undefined;
      if (!shape) {
        return;
      }
      const bounds = shape.getBounds();
      const width = map.latLngToLayerPoint(bounds.getNorthEast()).x - map.latLngToLayerPoint(bounds.getSouthWest()).x;
      const height = map.latLngToLayerPoint(bounds.getSouthWest()).y - map.latLngToLayerPoint(bounds.getNorthEast()).y;
      const text = document.createElement('span');
      text.append(String(index + 1));
      if (width * 0.8 > area.name.length * 8 && height > 60) {
        text.append(document.createElement('br'), area.name);
      }
      shape.unbindTooltip();
      if (width > 14 && height > 14) {
        shape.bindTooltip(text, { permanent: true, direction: 'center', className: 'name', opacity: 1 });
      }
    });
  }

  private line(area: Area, index: number): TemplateResult {
    return html`<span class="number">${index + 1}</span>${this.key(area.valueClass)}<span class="place">${area.name}</span
      ><span>${area.value}</span>`;
  }

  private key(valueClass: number): TemplateResult {
    return html`<svg class="key" width="32" height="22" aria-hidden="true">
      <rect x="0.5" y="0.5" width="31" height="21" fill="url(#class-${valueClass})" stroke="currentColor"></rect>
    </svg>`;
  }

  /** One shade and one pattern for each class: dots, none, and lines that grow denser. */
  private patterns(): TemplateResult {
    const ink = this.token('--bb-ink');
    const shade = (valueClass: number) => this.token(`--bb-value-${valueClass}`);
    const line = (d: string) => svg`<path d=${d} stroke=${ink} stroke-width="1" stroke-opacity="0.5" fill="none" />`;
    const marks = [
      svg`<circle cx="3" cy="3" r="1" fill=${ink} /><circle cx="8" cy="8" r="1" fill=${ink} />`,
      nothing,
      line('M0,10 L10,0'),
      line('M0,5 L5,0 M5,10 L10,5 M0,10 L10,0'),
      line('M0,10 L10,0 M0,0 L10,10'),
      svg`<path d="M5,0 V10 M0,5 H10" stroke=${this.token('--bb-paper')} stroke-width="1" stroke-opacity="0.6" />`,
    ];
    return html`<svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        ${marks.map(
          (mark, valueClass) => svg`<pattern id=${`class-${valueClass}`} width="10" height="10" patternUnits="userSpaceOnUse">
            <rect width="10" height="10" fill=${valueClass === 0 ? this.token('--bb-paper') : shade(valueClass)} />${mark}
          </pattern>`,
        )}
      </defs>
    </svg>`;
  }
}

customElements.define('bb-neighbourhood-map', NeighbourhoodMap);
