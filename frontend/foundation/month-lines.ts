import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import type { EChartsCoreOption } from 'echarts/core';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Chart } from './chart';

use([LineChart, GridComponent, LegendComponent, SVGRenderer]);

interface Line {
  kind: 'needed' | 'realised' | 'planned' | 'limit';
  name: string;
  values: (number | null)[];
}

// stroke and mark differ too: colour alone tells nobody anything
const LOOKS = {
  needed: { token: '--bb-needed', type: 'solid', width: 3, symbol: 'circle' },
  realised: { token: '--bb-realised', type: 'solid', width: 3, symbol: 'rect' },
  planned: { token: '--bb-planned', type: 'dashed', width: 2, symbol: 'emptyTriangle' },
  limit: { token: '--bb-limit', type: 'dotted', width: 3, symbol: 'diamond' },
};

class MonthLines extends Chart {
  static properties = {
    months: { attribute: false },
    lines: { attribute: false },
    locale: { attribute: false },
  };

  declare months?: string[];
  declare lines?: Line[];
  declare locale?: string;

  protected chartHeight(): number {
    return this.narrow ? 360 : 380;
  }

  /** As many as fit: on a phone one in three, with the year below the month. */
  private monthLabel(): object {
    return this.narrow
      ? {
          ...this.text(12),
          interval: (index: number) => index % ((this.months ?? []).length > 6 ? 3 : 1) === 0,
          alignMinLabel: 'left',
          formatter: (month: string) => month.replace(' ', '\n'),
          lineHeight: 15,
        }
      : {
          ...this.text(12),
          hideOverlap: true,
          showMinLabel: true,
          showMaxLabel: true,
          alignMinLabel: 'left',
          alignMaxLabel: 'right',
        };
  }

  protected option(): EChartsCoreOption {
    const lines = this.lines ?? [];
    return {
      grid: { left: 8, right: 20, top: this.narrow ? 112 : 48, bottom: 8, containLabel: true },
      legend: { ...this.legend(lines.map((line) => line.name)), itemWidth: 38 },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: this.months ?? [],
        axisLabel: this.monthLabel(),
        axisLine: { lineStyle: { color: this.token('--bb-line') } },
      },
      yAxis: this.euroAxis(this.locale ?? ''),
      series: lines.map((line) => {
        const look = LOOKS[line.kind];
        const color = this.token(look.token);
        return {
          name: line.name,
          type: 'line',
          data: line.values,
          symbol: look.symbol,
          symbolSize: 8,
          silent: true,
          lineStyle: { color, type: look.type, width: look.width },
          itemStyle: { color },
        };
      }),
    };
  }
}

customElements.define('bb-month-lines', MonthLines);
