import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useFormat } from "../../app/context.tsx";
import type { Rate } from "./RateChart.tsx";
import { resolveColour } from "./resolve-colour.ts";

const heightPx = 180;

/** The two lines on a canvas, drawn anew when figures, width or language change. */
export function RateLines({ from, stepMs, observed, expected, markAt = null }: Rate & Marked) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<uPlot | null>(null);
  const mark = useRef(markAt);
  const format = useFormat();

  useEffect(() => {
    const box = place.current;
    if (box === null) return undefined;
    const times = observed.map((_, i) => (from + i * stepMs) / 1000);
    let plot: uPlot | null = null;
    const draw = (): void => {
      plot?.destroy();
      const span = stepMs * observed.length;
      // Over days the date stands where a day begins, and times between.
      const toTicks = (ticks: readonly number[]): string[] =>
        ticks.map((s, i) => {
          const date = format.date(s * 1000);
          const before = ticks[i - 1];
          const isSame = before !== undefined && format.date(before * 1000) === date;
          return span > 2 * 86_400_000 && !isSame ? date : format.time(s * 1000);
        });
      const data: uPlot.AlignedData = [times, [...observed], [...expected]];
      const style = getComputedStyle(box);
      const options = toOptions(style, box.clientWidth, { toTicks, toCount: format.figure });
      const drawMark = (self: uPlot): void => strike(self, mark.current, resolveColour(style, "--act"));
      plot = new uPlot({ ...options, hooks: { draw: [drawMark] } }, data, box);
      shown.current = plot;
    };
    const watch = new ResizeObserver(() => plot?.setSize({ width: box.clientWidth, height: heightPx }));
    const night = matchMedia("(prefers-color-scheme: dark)");
    draw();
    watch.observe(box);
    night.addEventListener("change", draw);
    return () => {
      night.removeEventListener("change", draw);
      watch.disconnect();
      plot?.destroy();
      shown.current = null;
    };
  }, [from, stepMs, observed, expected, format]);

  useEffect(() => {
    mark.current = markAt;
    shown.current?.redraw(false);
  }, [markAt]);

  return <div ref={place} className="chart-lines" />;
}

/** A time to mark, ms; null: none. */
export type Marked = { readonly markAt?: number | null };

function strike(plot: uPlot, at: number | null, colour: string): void {
  if (at === null) return;
  const x = Math.round(plot.valToPos(at / 1000, "x", true));
  plot.ctx.save();
  plot.ctx.strokeStyle = colour;
  plot.ctx.lineWidth = 2;
  plot.ctx.setLineDash([]);
  plot.ctx.beginPath();
  plot.ctx.moveTo(x, plot.bbox.top);
  plot.ctx.lineTo(x, plot.bbox.top + plot.bbox.height);
  plot.ctx.stroke();
  plot.ctx.restore();
}

type Words = {
  readonly toTicks: (seconds: readonly number[]) => string[];
  readonly toCount: (value: number) => string;
};

/** Colours are read off the page: a canvas knows no custom properties. */
function toOptions(style: CSSStyleDeclaration, width: number, { toTicks, toCount }: Words): uPlot.Options {
  const colour = (name: string): string => resolveColour(style, name);
  const axis = { stroke: colour("--quiet"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false } };
  const paths = uPlot.paths.stepped?.({ align: 1 });
  const stepped = paths === undefined ? {} : { paths };
  return {
    width,
    height: heightPx,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: true }, y: { range: (_self, _least, most) => [0, Math.max(1, most * 1.08)] } },
    axes: [
      { ...axis, space: 90, size: 28, values: (_self, ticks) => toTicks(ticks) },
      { ...axis, size: 44, values: (_self, ticks) => ticks.map(toCount) },
    ],
    series: [
      {},
      {
        stroke: colour("--coordinated"),
        fill: colour("--coordinated-soft"),
        width: 1.5,
        points: { show: false },
        ...stepped,
      },
      { stroke: colour("--ink"), width: 1.5, dash: [5, 4], points: { show: false }, ...stepped },
    ],
  };
}
