import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import type { EChartsCoreOption } from 'echarts/core';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Chart } from './chart';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

interface Bar {
  month: string;
  count: number;
  after: boolean;
}

/** One bar a month; what came before a change is hatched, what came after it is not. */
class MonthBars extends Chart {
  static properties = {
    bars: { attribute: false },
    beforeName: { attribute: false },
    afterName: { attribute: false },
  };

  declare bars?: Bar[];
  declare beforeName?: string;
  declare afterName?: string;

  protected chartHeight(): number {
    return this.narrow ? 280 : 300;
  }

  protected option(): EChartsCoreOption {
    const bars = this.bars ?? [];
    const names = [this.beforeName ?? '', this.afterName ?? ''].filter((name) => name !== '');
    const series = (name: string, after: boolean, colour: string, hatched: boolean) => ({
      name,
      type: 'bar',
      stack: 'months',
      silent: true,
      barCategoryGap: '30%',
      data: bars.map((bar) => (bar.after === after ? bar.count : null)),
      itemStyle: {
        color: colour,
        ...(hatched && {
          decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, color: 'rgba(255,255,255,0.45)' },
        }),
      },
    });
    return {
      aria: { enabled: false },
      grid: { left: 8, right: 16, top: this.narrow && names.length > 1 ? 72 : 44, bottom: 8, containLabel: true },
      legend: this.legend(names),
      xAxis: {
        type: 'category',
        data: bars.map((bar) => bar.month),
        axisTick: { show: false },
        axisLabel: {
          ...this.text(12),
          interval: (index: number) => index % (this.narrow ? 4 : 2) === 0,
          formatter: (month: string) => month.replace(' ', '\n'),
          lineHeight: 15,
        },
        axisLine: { lineStyle: { color: this.token('--bb-line') } },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        splitNumber: this.narrow ? 3 : 5,
        axisLabel: this.text(12),
        splitLine: { lineStyle: { color: this.token('--bb-line-soft') } },
      },
      series: [
        series(this.beforeName ?? '', false, this.token('--bb-today'), (this.afterName ?? '') !== ''),
        series(this.afterName ?? '', true, this.token('--bb-together'), false),
      ],
    };
  }
}

customElements.define('bb-month-bars', MonthBars);
