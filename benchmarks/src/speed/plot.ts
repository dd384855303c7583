export type Line = { readonly name: string; readonly points: readonly (readonly [x: number, y: number])[] };

const [width, height, left, bottom] = [520, 320, 64, 44];
const colours = ["#1f77b4", "#d62728", "#2ca02c"];

/** A small log–log plot as SVG, with a dashed line of slope one through the first point of the first line. */
export function renderPlot(lines: readonly Line[], words: { readonly x: string; readonly y: string }): string {
  const points = lines.flatMap((line) => line.points);
  const [x, y] = [toScale(points.map(([value]) => value)), toScale(points.map(([, value]) => value))];
  const toX = (value: number): number => left + x.place(value) * (width - left - 130);
  const toY = (value: number): number => height - bottom - y.place(value) * (height - bottom - 16);
  const path = (list: Line["points"]): string =>
    list.map(([a, b], i) => `${i === 0 ? "M" : "L"}${toX(a).toFixed(1)} ${toY(b).toFixed(1)}`).join("");
  const [first] = lines[0].points;
  const reference = [first, [x.max, (first[1] * x.max) / first[0]] as const];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    ...x.ticks.map(
      (tick) => `<text x="${toX(tick)}" y="${height - bottom + 16}" text-anchor="middle">${toWords(tick)}</text>`,
    ),
    ...y.ticks.map((tick) => `<text x="${left - 6}" y="${toY(tick) + 4}" text-anchor="end">${toWords(tick)}</text>`),
    ...y.ticks.map((tick) => `<path d="M${left} ${toY(tick)}H${width - 130}" stroke="#ddd"/>`),
    `<clipPath id="area"><rect x="${left}" y="16" width="${width - left - 130}" height="${height - bottom - 16}"/></clipPath>`,
    `<path d="${path(reference)}" fill="none" stroke="#999" stroke-dasharray="4 4" clip-path="url(#area)"/>`,
    ...lines.flatMap((line, i) => [
      `<path d="${path(line.points)}" fill="none" stroke="${colours[i]}" stroke-width="2"/>`,
      ...line.points.map(([a, b]) => `<circle cx="${toX(a)}" cy="${toY(b)}" r="3" fill="${colours[i]}"/>`),
      `<text x="${width - 122}" y="${32 + i * 16}" fill="${colours[i]}">${line.name}</text>`,
    ]),
    `<text x="${width - 122}" y="${32 + lines.length * 16}" fill="#777">dashed: linear</text>`,
    `<text x="${(left + width - 130) / 2}" y="${height - 8}" text-anchor="middle">${words.x}</text>`,
    `<text x="14" y="${height / 2}" text-anchor="middle" transform="rotate(-90 14 ${height / 2})">${words.y}</text>`,
    "</svg>\n",
  ].join("\n");
}

/** Exponent of the best power law through the points: 1 is linear, 2 is quadratic. */
export function fitExponent(points: Line["points"]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const [meanX, meanY] = [0, 1].map((axis) => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length);
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

function toScale(values: readonly number[]): {
  readonly ticks: readonly number[];
  readonly max: number;
  readonly place: (value: number) => number;
} {
  const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  const span = Math.max(1, high - low);
  return {
    ticks: Array.from({ length: span + 1 }, (_, i) => 10 ** (low + i)),
    max: 10 ** (low + span),
    place: (value) => (Math.log10(value) - low) / span,
  };
}

function toWords(tick: number): string {
  if (tick >= 1e6) return `${tick / 1e6} M`;
  return tick >= 1000 ? `${tick / 1000} k` : String(Number(tick.toPrecision(1)));
}
