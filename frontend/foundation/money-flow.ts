import type { TemplateResult } from 'lit';
import { css, html, nothing, svg } from 'lit';
import { Drawing } from './drawing';

interface Node {
  stage: number;
  name: string;
}

interface Link {
  from: number;
  to: number;
  amount: number;
  text: string;
  certainty: 'planned' | 'realised';
}

interface Placed extends Node {
  x: number;
  y: number;
  height: number;
  out: number;
  in: number;
}

interface Ribbon extends Link {
  path: string;
  x: number;
  y: number;
  thickness: number;
}

const BAR = 12;
const LINE = 17;
/** How wide a letter is, about: on a phone the type is smaller. */
const LETTER = 7.2;
const SMALL_LETTER = 6.6;

/** Of a word that is too long for a line: parts with a hyphen between them, where a syllable ends if there is such a place. */
function parts(word: string, most: number): string {
  if (word.length <= most) {
    return word;
  }
  const vowel = (at: number) => /[aeiouy\u00e0-\u00fc]/i.test(word[at] ?? '');
  let cut = most - 1;
  for (let at = most - 1; at >= 3; at -= 1) {
    // a consonant with a vowel behind it begins a syllable
    if (word.length - at >= 3 && !vowel(at) && vowel(at + 1)) {
      cut = at;
      break;
    }
  }
  return `${word.slice(0, cut)}- ${parts(word.slice(cut), most)}`;
}

/** Money from left to right. A planned flow is hatched with a dashed edge, a realised one is filled. */
class MoneyFlow extends Drawing {
  static properties = {
    stages: { attribute: false },
    nodes: { attribute: false },
    links: { attribute: false },
    plannedName: { attribute: false },
    realisedName: { attribute: false },
  };

  static styles = [
    Drawing.styles,
    css`
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.25rem;
        margin-block-end: 0.5rem;
      }
      .legend span {
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
      }
      .drawing {
        position: relative;
        overflow: hidden;
      }
      svg {
        display: block;
      }
      .label {
        position: absolute;
        font-size: 0.875rem;
        line-height: 17px;
        overflow-wrap: break-word;
        -webkit-text-stroke: 4px var(--bb-paper);
        paint-order: stroke fill;
      }
      .small .label {
        font-size: 0.75rem;
      }
      /* on a phone bands run behind the words */
      .small .name span {
        background: var(--bb-ground);
        box-shadow: 0 0 0 2px var(--bb-ground);
        box-decoration-break: clone;
        -webkit-text-stroke: 0;
      }
      .stage {
        font-weight: 650;
        color: var(--bb-ink-soft);
        top: 0;
      }
      .last {
        text-align: end;
      }
      .bar {
        fill: var(--bb-ink);
      }
      .realised {
        fill: var(--bb-realised);
        fill-opacity: 0.55;
        stroke: var(--bb-realised);
      }
      .planned {
        stroke: var(--bb-planned);
        stroke-dasharray: 5 4;
        stroke-width: 1.5;
      }
      .hatch {
        stroke: var(--bb-planned);
        stroke-width: 2;
      }
      .amount {
        font-size: 13px;
        fill: var(--bb-ink);
        stroke: var(--bb-paper);
        stroke-width: 4;
        paint-order: stroke;
        stroke-linejoin: round;
        text-anchor: middle;
      }
      @media (forced-colors: active) {
        .bar,
        .amount {
          fill: CanvasText;
          stroke: none;
        }
      }
    `,
  ];

  declare stages?: string[];
  declare nodes?: Node[];
  declare links?: Link[];
  declare plannedName?: string;
  declare realisedName?: string;

  protected render(): TemplateResult {
    const links = this.links ?? [];
    const width = this.clientWidth;
    if (width === 0 || links.length === 0) {
      return html``;
    }
    const stops = this.narrow ? [0, 0.28, 0.55, 1] : [0, 0.32, 0.66, 1];
    const left = stops.map((stop) => stop * (width - BAR));
    // the last two columns face each other and share the room between them
    const shared = left[3] - left[2];
    const room = [left[1] - 8, left[2] - left[1] - 8, shared * 0.43, shared * 0.57];
    const head = Math.max(...(this.stages ?? []).map((name, stage) => this.textHeight(name, room[stage]))) + 16;
    const { placed, height } = this.place(links, left, room, head);
    const ribbons = this.ribbons(links, placed);
    return html`
      <div class="legend" aria-hidden="true">
        ${(['realised', 'planned'] as const).map((kind) =>
          links.some((link) => link.certainty === kind)
            ? html`<span
                ><svg width="34" height="16">
                  ${this.hatch(`legend-${kind}`)}
                  <rect x="1" y="1" width="32" height="14" class=${kind} fill=${this.fill(kind, `legend-${kind}`)}></rect>
                </svg>
                ${kind === 'planned' ? this.plannedName : this.realisedName}</span
              >`
            : nothing,
        )}
      </div>
      <div class="drawing ${this.narrow ? 'small' : ''}" aria-hidden="true">
        <svg width=${width} height=${height}>
          ${this.hatch('flow')}
          ${ribbons.map((ribbon) => svg`<path class=${ribbon.certainty} fill=${this.fill(ribbon.certainty, 'flow')} d=${ribbon.path} />`)}
          ${placed.map((node) => svg`<rect class="bar" x=${node.x} y=${node.y} width=${BAR} height=${node.height} rx="2" />`)}
          ${this.amounts(ribbons)}
        </svg>
        ${(this.stages ?? []).map((name, stage) => this.label(name, left[stage], room[stage], stage, 0, 'stage'))}
        ${placed.map((node) =>
          this.label(node.name, left[node.stage], room[node.stage], node.stage,
            node.y - this.textHeight(node.name, room[node.stage]) - 3, 'name'),
        )}
      </div>
    `;
  }

  private fill(kind: string, id: string): string {
    return kind === 'planned' ? `url(#${id})` : '';
  }

  private hatch(id: string): TemplateResult {
    return svg`<defs>
      <pattern id=${id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatch" x1="0" y1="0" x2="0" y2="7" />
      </pattern>
    </defs>` as unknown as TemplateResult;
  }

  private textHeight(text: string, width: number): number {
    return this.lineCount(this.fitted(text, width), this.letters(width)) * LINE;
  }

  private letters(width: number): number {
    return Math.max(6, Math.floor(width / (this.narrow ? SMALL_LETTER : LETTER)));
  }

  /** A word that is wider than its column goes on in the next line. */
  private fitted(text: string, width: number): string {
    const most = this.letters(width);
    return text
      .split(' ')
      .map((word) => parts(word, most))
      .join(' ');
  }

  private lineCount(text: string, most: number): number {
    let lines = 1;
    let used = 0;
    for (const word of text.split(' ')) {
      if (used > 0 && used + 1 + word.length > most) {
        lines += 1;
        used = 0;
      }
      used += word.length + (used > 0 ? 1 : 0);
    }
    return lines;
  }

  private place(links: Link[], left: number[], room: number[], head: number): { placed: Placed[]; height: number } {
    const nodes = this.nodes ?? [];
    const sum = (which: (link: Link) => boolean) => links.filter(which).reduce((total, link) => total + link.amount, 0);
    const values = nodes.map((_, index) => Math.max(sum((link) => link.from === index), sum((link) => link.to === index)));
    const totals = [0, 1, 2, 3].map((stage) => nodes.reduce((total, node, i) => total + (node.stage === stage ? values[i] : 0), 0));
    const scale = (this.narrow ? 190 : 230) / Math.max(...totals);
    const bottoms = [head, head, head, head];
    const placed = nodes.map((node, index) => {
      const height = Math.max(3, values[index] * scale);
      const y = bottoms[node.stage] + this.textHeight(node.name, room[node.stage]) + 4;
      bottoms[node.stage] = y + height + 14;
      return { ...node, x: left[node.stage], y, height, out: 0, in: 0 };
    });
    const lowest = Math.max(...bottoms);
    for (const node of placed) {
      node.y += (lowest - bottoms[node.stage]) / 2;
    }
    return { placed, height: lowest };
  }

  private ribbons(links: Link[], placed: Placed[]): Ribbon[] {
    const nodes = this.nodes ?? [];
    const total = (index: number) =>
      Math.max(
        links.filter((link) => link.from === index).reduce((sum, link) => sum + link.amount, 0),
        links.filter((link) => link.to === index).reduce((sum, link) => sum + link.amount, 0),
      );
    const thicknessAt = (link: Link, index: number) => (link.amount / total(index)) * placed[index].height;
    const order = [...links].sort((a, b) => placed[a.from].y - placed[b.from].y || placed[a.to].y - placed[b.to].y);
    return order
      .filter((link) => nodes[link.from] && nodes[link.to])
      .map((link) => {
        const from = placed[link.from];
        const to = placed[link.to];
        const t0 = thicknessAt(link, link.from);
        const t1 = thicknessAt(link, link.to);
        const x0 = from.x + BAR;
        const x1 = to.x;
        const y0 = from.y + from.out;
        const y1 = to.y + to.in;
        from.out += t0;
        to.in += t1;
        const middle = (x0 + x1) / 2;
        const path =
          `M${x0},${y0} C${middle},${y0} ${middle},${y1} ${x1},${y1} L${x1},${y1 + t1} ` +
          `C${middle},${y1 + t1} ${middle},${y0 + t0} ${x0},${y0 + t0} Z`;
        return { ...link, path, x: middle, y: (y0 + y1) / 2 + (t0 + t1) / 4, thickness: Math.min(t0, t1) };
      });
  }

  /** Amounts with their word on the drawing, where there is room; the table has them all. */
  private amounts(ribbons: Ribbon[]): unknown {
    if (this.narrow) {
      return nothing;
    }
    return ribbons
      .filter((ribbon) => ribbon.thickness >= 18)
      .map(
        (ribbon) => svg`<text class="amount" x=${ribbon.x} y=${ribbon.y + 4}>${ribbon.text} ${
          ribbon.certainty === 'planned' ? this.plannedName : this.realisedName
        }</text>`,
      );
  }

  private label(text: string, x: number, room: number, stage: number, top: number, kind: string): TemplateResult {
    const last = stage === 3;
    return html`<div
      class="label ${kind} ${last ? 'last' : ''}"
      .style=${`top:${top}px;width:${room}px;${last ? 'right:0' : `left:${x}px`}`}
    >
      <span>${this.fitted(text, room)}</span>
    </div>`;
  }
}

customElements.define('bb-money-flow', MoneyFlow);
