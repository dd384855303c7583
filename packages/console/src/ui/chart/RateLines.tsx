import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useFormat } from "../../app/context.tsx";
import type { Rate } from "./RateChart.tsx";

const heightPx = 180;

/** The two lines on a canvas, drawn anew when figures, width or language change. */
export function RateLines({ from, stepMs, observed, expected }: Rate) {
  const place = useRef<HTMLDivElement>(null);
  const format = useFormat();

  useEffect(() => {
    const box = place.current;
    if (box === null) return undefined;
    const times = observed.map((_, i) => (from + i * stepMs) / 1000);
    let plot: uPlot | null = null;
    const draw = (): void => {
      plot?.destroy();
      const span = stepMs * observed.length;
      const toTick = (s: number): string => (span > 2 * 86_400_000 ? format.date(s * 1000) : format.time(s * 1000));
      const data: uPlot.AlignedData = [times, [...observed], [...expected]];
      plot = new uPlot(
        toOptions(getComputedStyle(box), box.clientWidth, { toTick, toCount: format.figure }),
        data,
        box,
      );
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
    };
  }, [from, stepMs, observed, expected, format]);

  return <div ref={place} className="chart-lines" />;
}

type Words = { readonly toTick: (seconds: number) => string; readonly toCount: (value: number) => string };

/** Colours are read off the page: a canvas knows no custom properties. */
function toOptions(style: CSSStyleDeclaration, width: number, { toTick, toCount }: Words): uPlot.Options {
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
      { ...axis, space: 90, size: 28, values: (_self, ticks) => ticks.map(toTick) },
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

/** What `light-dark()` comes to just now. */
function resolveColour({ colorScheme }: CSSStyleDeclaration, name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  probe.style.colorScheme = colorScheme;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
