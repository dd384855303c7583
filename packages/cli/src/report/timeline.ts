import type { Group, Timeline } from "@breakwater/engine";
import { toGrouped, type Phrase } from "../words/phrase.ts";
import { say } from "../words/catalogue.ts";
import { toDuration, toMoment } from "../words/values.ts";
import { toFigure } from "../outputs/csv.ts";
import { caps } from "./caps.ts";
import { inSvg, markup, plain, type Markup } from "./markup.ts";

const size = { width: 520, height: 260, left: 40, right: 12, top: 20, bottom: 34 } as const;

const minuteMs = 60_000;

/** The group's actions in time, against what the rhythm of the same things would expect. */
export function timelineFigure(group: Group, tickMs: number): Markup {
  const line = thin(group.timeline);
  const high = Math.max(1, ...line.observed, ...line.expected);
  const id = `time-${group.id}`;
  const tick = line.stepMs > minuteMs ? Math.max(tickMs, minuteMs) : tickMs;
  return markup`<figure class="timeline"><h4 id="${plain(id)}">${say("timeline_title")}</h4>
<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="${plain(id)} ${plain(id)}-note">
<path class="grid" d="M${size.left} ${size.top}H${size.width - size.right}M${size.left} ${middle()}H${size.width - size.right}"/>
<path class="bars" d="${plain(drawBars(line, high))}"/>
<path class="expected" d="${plain(drawExpected(line, high))}"/>
<path class="base" d="M${size.left} ${base()}H${size.width - size.right}"/>
<text x="${size.left - 6}" y="${size.top + 4}" text-anchor="end">${plain(toGrouped(high))}</text>
<text x="${size.left - 6}" y="${base() + 4}" text-anchor="end">0</text>
<text x="${size.left}" y="${size.top - 8}">${inSvg(say("timeline_actions"))}</text>
<text x="${size.left}" y="${base() + 20}">${plain(toMoment(line.from, tick))}</text>
<text x="${size.width - size.right}" y="${base() + 20}" text-anchor="end">${plain(toMoment(endOf(line), tick))}</text>
</svg>
<figcaption id="${plain(id)}-note">${say("timeline_note", { step: toDuration(line.stepMs) })} ${sayPeak(line)}</figcaption></figure>`;
}

/** The step that stands out most, where one does by an action or more. */
function sayPeak(line: Timeline): Phrase | null {
  const excess = line.observed.map((value, step) => value - (line.expected[step] ?? 0));
  const step = excess.indexOf(Math.max(...excess));
  if ((excess[step] ?? 0) < 1) return null;
  const expected = Number((line.expected[step] ?? 0).toFixed(1));
  return say("timeline_peak", { observed: line.observed[step] ?? 0, expected });
}

/** Joins steps until the bars fit the picture. */
function thin(timeline: Timeline): Timeline {
  const factor = Math.ceil(timeline.observed.length / caps.timelineBars);
  if (factor <= 1) return timeline;
  return {
    from: timeline.from,
    stepMs: timeline.stepMs * factor,
    observed: sumEvery(timeline.observed, factor),
    expected: sumEvery(timeline.expected, factor),
  };
}

function sumEvery(values: readonly number[], factor: number): readonly number[] {
  const sums = Array.from({ length: Math.ceil(values.length / factor) }, () => 0);
  values.forEach((value, index) => {
    const place = Math.floor(index / factor);
    sums[place] = (sums[place] ?? 0) + value;
  });
  return sums;
}

function drawBars(line: Timeline, high: number): string {
  const width = widthOf(line);
  const gap = Math.min(1.5, width * 0.15);
  return line.observed
    .map((value, index) => {
      if (value <= 0) return "";
      const height = (value / high) * (base() - size.top);
      const left = size.left + index * width + gap / 2;
      return `M${toFigure(left)} ${base()}v${toFigure(-height)}h${toFigure(width - gap)}v${toFigure(height)}z`;
    })
    .join("");
}

function drawExpected(line: Timeline, high: number): string {
  const width = widthOf(line);
  return line.expected
    .map((value, index) => {
      const y = toFigure(base() - (value / high) * (base() - size.top));
      return `${index === 0 ? `M${size.left} ${y}` : `V${y}`}H${toFigure(size.left + (index + 1) * width)}`;
    })
    .join("");
}

function widthOf(line: Timeline): number {
  return (size.width - size.left - size.right) / Math.max(1, line.observed.length);
}

function base(): number {
  return size.height - size.bottom;
}

function middle(): number {
  return (base() + size.top) / 2;
}

function endOf(line: Timeline): number {
  return line.from + line.stepMs * line.observed.length;
}
