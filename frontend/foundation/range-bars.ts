import { BarChart, CustomChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import type { EChartsCoreOption } from 'echarts/core';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Chart } from './chart';

use([BarChart, CustomChart, GridComponent, LegendComponent, SVGRenderer]);

interface Bar {
  low: number;
  likely: number;
  high: number;
  text: string;
}

interface Row {
  label: string;
  today: Bar;
  together: Bar;
}

const BAR = 24;

/** Two bars for each comparison; the bar ends at the likely value and the whisker runs from low to high. */
class RangeBars extends Chart {
  static properties = {
    rows: { attribute: false },
    todayName: { attribute: false },
    togetherName: { attribute: false },
    locale: { attribute: false },
  };

  declare rows?: Row[];
  declare todayName?: string;
  declare togetherName?: string;
  declare locale?: string;

  protected chartHeight(): number {
    // on a phone the amounts stand below the bars and need a line of their own
    return 70 + (this.rows?.length ?? 0) * 3 * (this.narrow ? 56 : 41);
  }

  protected option(): EChartsCoreOption {
    const rows = this.rows ?? [];
    const names = [this.todayName ?? '', this.togetherName ?? ''];
    // each comparison takes three lines: its name, the bar of today, the bar of together
    const lines = rows.flatMap((row, index) => [`name${index}`, `today${index}`, `together${index}`]);
    const bars = rows.flatMap((row, index) => [
      { bar: row.today, line: `today${index}` },
      { bar: row.together, line: `together${index}` },
    ]);
    const series = (name: string, offset: number, colour: string, hatched: boolean) => ({
      name,
      type: 'bar',
      barWidth: BAR,
      barGap: '-100%',
      data: bars.filter((_, index) => index % 2 === offset).map(({ bar, line }) => [bar.likely, line]),
      itemStyle: {
        color: colour,
        ...(hatched && {
          decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, color: 'rgba(255,255,255,0.45)' },
        }),
      },
    });
    return {
      aria: { enabled: false },
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, data: names, textStyle: this.text(14), itemGap: 20, selectedMode: false },
      xAxis: this.euroAxis(this.locale ?? '', { alignMinLabel: 'left', alignMaxLabel: 'right' }),
      yAxis: { type: 'category', data: lines, inverse: true, axisLabel: { show: false }, axisTick: { show: false },
        axisLine: { lineStyle: { color: this.token('--bb-line') } } },
      series: [
        series(names[0], 0, this.token('--bb-today'), true),
        series(names[1], 1, this.token('--bb-together'), false),
        {
          type: 'custom',
          silent: true,
          z: 5,
          data: [
            ...rows.map((row, index) => [0, 0, 0, `name${index}`]),
            ...bars.map(({ bar, line }) => [bar.low, bar.likely, bar.high, line]),
          ],
          encode: { x: [0, 1, 2], y: 3 },
          renderItem: (params: any, api: any) => {
            const left = params.coordSys.x;
            if (params.dataIndex < rows.length) {
              const [, y] = api.coord([0, api.value(3)]);
              return this.label(left, y + 6, rows[params.dataIndex].label, params.coordSys.width, 600);
            }
            const { bar } = bars[params.dataIndex - rows.length];
            const [low, y] = api.coord([bar.low, api.value(3)]);
            const [high] = api.coord([bar.high, api.value(3)]);
            const [likely] = api.coord([bar.likely, api.value(3)]);
            const children: object[] = [];
            if (bar.low !== bar.high) {
              children.push(...this.whisker(low, high, y));
            }
            const text = bar.text.replace('\n', ' · ');
            const end = Math.max(high, likely) + 8;
            const fits = end + text.length * 6.9 <= left + params.coordSys.width;
            children.push(
              this.narrow || !fits
                ? this.label(left + 4, y + BAR / 2 + 9, text, params.coordSys.width + 16)
                : this.label(end, y, text, text.length * 8),
            );
            return { type: 'group', children };
          },
        },
      ],
    };
  }

  private whisker(low: number, high: number, y: number): object[] {
    const line = (x1: number, y1: number, x2: number, y2: number, colour: string, lineWidth: number) => ({
      type: 'line',
      shape: { x1, y1, x2, y2 },
      style: { stroke: colour, lineWidth, lineCap: 'round' },
    });
    const strokes = [
      [low, y, high, y],
      [low, y - 7, low, y + 7],
      [high, y - 7, high, y + 7],
    ];
    // a pale edge keeps the whisker visible on the bar as well as beside it
    return [
      ...strokes.map(([a, b, c, d]) => line(a, b, c, d, this.token('--bb-paper'), 4)),
      ...strokes.map(([a, b, c, d]) => line(a, b, c, d, this.token('--bb-ink'), 2)),
    ];
  }

  private label(x: number, y: number, text: string, width: number, fontWeight = 400): object {
    return {
      type: 'text',
      x,
      y,
      style: {
        text,
        width,
        overflow: 'truncate',
        verticalAlign: 'middle',
        fill: this.token('--bb-ink'),
        stroke: this.token('--bb-paper'),
        lineWidth: 3,
        font: `${fontWeight} 13px ${this.token('--bb-font')}`,
      },
    };
  }
}

customElements.define('bb-range-bars', RangeBars);
