import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import type { EChartsCoreOption } from 'echarts/core';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Chart } from './chart';

use([LineChart, GridComponent, LegendComponent, SVGRenderer]);

interface Step {
  part: number;
  money: number;
}

/** A Lorenz curve: how much of the money the part with the least has together, beside what it would be if all had the same. */
class SpreadCurve extends Chart {
  static properties = {
    steps: { attribute: false },
    names: { attribute: false },
    axes: { attribute: false },
  };

  declare steps?: Step[];
  /** What it is, and what it would be. */
  declare names?: string[];
  declare axes?: string[];

  protected chartHeight(): number {
    return this.narrow ? 360 : 420;
  }

  private axis(name: string, middle: number): object {
    return {
      type: 'value',
      min: 0,
      max: 100,
      interval: this.narrow ? 25 : 10,
      name,
      nameLocation: 'middle',
      nameGap: middle,
      nameTextStyle: this.text(13),
      axisLabel: { ...this.text(12), formatter: '{value}%' },
      axisLine: { show: true, lineStyle: { color: this.token('--bb-line') } },
      splitLine: { lineStyle: { color: this.token('--bb-line-soft') } },
    };
  }

  protected option(): EChartsCoreOption {
    const steps = this.steps ?? [];
    const names = this.names ?? [];
    const axes = this.axes ?? [];
    const real = this.token('--bb-realised');
    const same = this.token('--bb-needed');
    return {
      grid: { left: 30, right: 28, top: this.narrow ? 64 : 48, bottom: 30, containLabel: true },
      legend: { ...this.legend(names), itemWidth: 38 },
      xAxis: this.axis(axes[0] ?? '', 30),
      yAxis: this.axis(axes[1] ?? '', 48),
      series: [
        {
          name: names[0],
          type: 'line',
          silent: true,
          symbol: 'rect',
          symbolSize: 8,
          data: [[0, 0], ...steps.map((step) => [step.part, step.money]), [100, 100]],
          lineStyle: { color: real, width: 3 },
          itemStyle: { color: real },
          areaStyle: { color: real, opacity: 0.12 },
        },
        {
          name: names[1],
          type: 'line',
          silent: true,
          symbol: 'none',
          data: [
            [0, 0],
            [100, 100],
          ],
          lineStyle: { color: same, width: 2, type: 'dashed' },
          itemStyle: { color: same },
        },
      ],
    };
  }
}

customElements.define('bb-spread-curve', SpreadCurve);
