import * as echarts from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';
import { $, $$, el } from './dom.js';

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

/*
 * <figure data-chart="id-of-the-json-block"><div data-chart-canvas></div>…<table hidden>…</table></figure>
 * { kind: "columns" | "bars" | "funnel" | "line", labels: [], series: [{ name, values, dashed?, lower?, upper? }], unit, urls?: [], target? }
 * Values start at zero, always. Colours are of the Okabe-Ito family, tuned so that they hold 3:1 on either background.
 */
const palettes = {
  light: ['#1f6f9c', '#c8671b', '#2a8f7b', '#7d5ba6', '#8a6d00', '#a33a55'],
  dark: ['#58a9d6', '#f09a52', '#4fc3ab', '#b596dd', '#dcb93c', '#ec7f9b'],
};

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const shortDollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', notation: 'compact', maximumFractionDigits: 1 });
const shortNumber = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

function format(value, unit, short = false) {
  if (value === null || value === undefined) return '–';
  if (unit === 'usd') return (short ? shortDollars : dollars).format(value);
  if (unit === 'percent') return `${number.format(value)} %`;
  if (unit === 'minutes') return `${number.format(value)} min`;
  return (short ? shortNumber : number).format(value);
}

function theme() {
  const dark = document.documentElement.dataset.bsTheme === 'dark';
  return {
    dark,
    colors: dark ? palettes.dark : palettes.light,
    text: dark ? '#b1c2cd' : '#4a5a66',
    line: dark ? '#2a3d4a' : '#e1e8ed',
    font: getComputedStyle(document.body).fontFamily,
  };
}

// Elements instead of markup: the policy of the site refuses style attributes, which the built-in tooltip is full of.
function tooltip(data, rows, title) {
  return el('div', { class: 'chart-tip' },
    el('div', { class: 'chart-tip-title' }, title),
    ...rows.map(({ name, value, color }) => {
      const dot = el('span', { class: 'chart-tip-dot' });
      dot.style.backgroundColor = color;
      return el('div', { class: 'chart-tip-row' }, dot, el('span', {}, name), el('strong', {}, format(value, data.unit)));
    }));
}

function options(data, width) {
  const look = theme();
  const flat = data.kind === 'bars' || data.kind === 'funnel';
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const first = data.series[0]?.values ?? [];
  const highest = Math.max(0, ...data.series.flatMap((one) => one.values));

  // No share is 120 %.
  const whole = data.unit === 'percent' && highest > 80 && highest <= 100 ? 100 : undefined;

  const category = {
    type: 'category',
    data: data.labels,
    inverse: flat,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.line } },
    axisLabel: { color: look.text, fontSize: 12, hideOverlap: true, width: flat ? Math.min(150, width * 0.32) : undefined, overflow: flat ? 'truncate' : undefined },
  };
  const value = {
    type: 'value',
    min: 0,
    max: flat ? 'dataMax' : whole,
    splitNumber: width < 420 ? 3 : 4,
    axisLabel: { show: !flat, color: look.text, fontSize: 12, formatter: (v) => format(v, data.unit, true) },
    splitLine: { show: !flat, lineStyle: { color: look.line } },
  };

  const series = [];
  data.series.forEach((one, index) => {
    const color = look.colors[index % look.colors.length];
    if (one.lower && one.upper) {
      const band = { type: 'line', stack: `band-${index}`, symbol: 'none', silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } };
      series.push({ ...band, name: `${one.name} from`, data: one.lower, areaStyle: { opacity: 0 } });
      series.push({ ...band, name: `${one.name} to`, data: one.upper.map((to, i) => (to === null ? null : to - (one.lower[i] ?? 0))), areaStyle: { opacity: 0.18, color } });
    }
    if (data.kind === 'line') {
      series.push({
        type: 'line', name: one.name, data: one.values, color, smooth: false, symbol: 'circle', symbolSize: 6, showSymbol: one.values.length < 16,
        lineStyle: { width: 2.5, type: one.dashed ? [6, 5] : 'solid' },
      });
    } else {
      series.push({
        type: 'bar', name: one.name, data: one.values, color,
        barMaxWidth: flat ? 22 : 34,
        barCategoryGap: flat ? '28%' : '34%',
        itemStyle: { borderRadius: flat ? [0, 4, 4, 0] : [4, 4, 0, 0], ...(one.dashed ? { opacity: 0.5 } : {}) },
        label: {
          show: flat, position: 'right', color: look.text, fontSize: 12, fontWeight: 600,
          formatter: ({ value: v, dataIndex }) => {
            const before = dataIndex > 0 ? first[dataIndex - 1] : null;
            const share = data.kind === 'funnel' && before ? `  ${Math.round((v / before) * 100)} %` : '';
            return `${format(v, data.unit, true)}${share}`;
          },
        },
        showBackground: data.kind === 'funnel',
        backgroundStyle: { color: look.line, borderRadius: [0, 4, 4, 0], opacity: 0.55 },
      });
    }
  });
  if (data.target !== null && data.target !== undefined && series[0]) {
    series[0].markLine = {
      silent: true, symbol: 'none',
      lineStyle: { color: look.text, type: [4, 4] },
      label: { formatter: `Target\n${format(data.target, data.unit, true)}`, color: look.text, position: 'end' },
      data: [{ [flat ? 'xAxis' : 'yAxis']: data.target }],
    };
  }

  const named = data.series.length > 1;
  return {
    animation: !calm,
    animationDuration: 300,
    textStyle: { fontFamily: look.font, color: look.text },
    grid: { left: 4, right: flat ? (data.kind === 'funnel' ? 88 : 64) : data.target ? 56 : 12, top: named ? 36 : 14, bottom: 4, containLabel: true },
    legend: { show: named, top: 0, left: 0, itemWidth: 14, itemHeight: 10, itemStyle: { borderWidth: 0 }, textStyle: { color: look.text }, data: data.series.map((one) => one.name) },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: data.kind === 'line' ? 'line' : 'shadow' },
      backgroundColor: look.dark ? '#1b2f3d' : '#ffffff',
      borderColor: look.line,
      padding: 0,
      formatter: (points) => {
        const at = points[0].dataIndex;
        const rows = data.series.map((one, index) => ({ name: one.name, value: one.values[at], color: look.colors[index % look.colors.length] }))
          .filter(({ value: v }) => v !== null && v !== undefined);
        return tooltip(data, rows, data.labels[at]);
      },
    },
    xAxis: flat ? value : category,
    yAxis: flat ? category : value,
    series,
  };
}

function draw(figure) {
  const block = document.getElementById(figure.dataset.chart);
  const canvas = $('[data-chart-canvas]', figure);
  if (!block || !canvas || canvas.dataset.drawn) return;
  const data = JSON.parse(block.textContent);
  canvas.dataset.drawn = 'yes';
  if (data.kind === 'bars' || data.kind === 'funnel') canvas.style.height = `${Math.max(120, data.labels.length * 38 + 16)}px`;
  canvas.replaceChildren();
  const chart = echarts.init(canvas, null, { renderer: 'canvas' });
  const paint = () => chart.setOption(options(data, canvas.clientWidth), true);
  paint();
  if (data.urls?.length) {
    chart.on('click', ({ dataIndex }) => {
      if (data.urls[dataIndex]) location.assign(data.urls[dataIndex]);
    });
  }
  const watcher = new ResizeObserver(() => {
    if (!canvas.isConnected) {
      watcher.disconnect();
      chart.dispose();
      return;
    }
    if (canvas.clientWidth > 0) {
      chart.resize();
      paint();
    }
  });
  watcher.observe(canvas);
  document.addEventListener('theme:changed', paint);
}

function toggle(button) {
  const figure = button.closest('[data-chart]');
  const table = $('[data-chart-table]', figure);
  const canvas = $('[data-chart-canvas]', figure);
  const showTable = table.hidden;
  table.hidden = !showTable;
  canvas.hidden = showTable;
  button.setAttribute('aria-pressed', String(showTable));
}

let listening = false;

export function startCharts(within = document) {
  for (const figure of $$('[data-chart]', within)) draw(figure);
  if (listening) return;
  listening = true;
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-chart-toggle]');
    if (button) toggle(button);
  });
}
