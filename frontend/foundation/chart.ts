import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { init } from 'echarts/core';
import { Drawing } from './drawing';

/** A drawing made by ECharts, always as SVG. */
export abstract class Chart extends Drawing {
  private chart?: ECharts;

  protected abstract option(): EChartsCoreOption;

  protected abstract chartHeight(): number;

  protected render(): TemplateResult {
    return html`<div aria-hidden="true"></div>`;
  }

  protected updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.clientWidth === 0) {
      return;
    }
    const size = { width: this.clientWidth, height: this.chartHeight() };
    if (this.chart) {
      this.chart.resize(size);
    } else {
      this.chart = init(this.renderRoot.querySelector('div')!, undefined, { renderer: 'svg', ...size });
    }
    this.chart.setOption({ animation: !this.calm, animationDuration: 300, ...this.option() }, { notMerge: true });
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.chart?.dispose();
    this.chart = undefined;
  }

  protected text(size = 13): object {
    return { color: this.token('--bb-ink'), fontFamily: this.token('--bb-font'), fontSize: size };
  }

  /** It only tells which is which: nothing can be switched off with it. */
  protected legend(names: string[]): object {
    return {
      top: 0,
      left: 0,
      orient: this.narrow ? 'vertical' : 'horizontal',
      itemGap: this.narrow ? 8 : 22,
      textStyle: this.text(14),
      selectedMode: false,
      data: names,
    };
  }

  protected euroAxis(locale: string, edges: object = {}): object {
    const euros = new Intl.NumberFormat(locale || 'nl-NL', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
    return {
      type: 'value',
      splitNumber: this.narrow ? 3 : 5,
      axisLabel: { ...this.text(12), ...edges, hideOverlap: true, formatter: (value: number) => euros.format(value) },
      splitLine: { lineStyle: { color: this.token('--bb-line-soft') } },
    };
  }
}
