import type { Target } from "./benchmark.ts";
import type { ResultFile, ResultRow } from "./results.ts";

/**
 * The results as one Markdown page: a section per benchmark, a table per heading, a line per case, a column per metric.
 */
export function renderResults(files: readonly ResultFile[], extras: Extras): string {
  const sections = files.map((file) => renderFile(file, extras));
  const head = [
    "# Benchmark results",
    "",
    "Written by `npm run bench`; do not edit. How to read it, and what it does not show: [METHOD.md](../METHOD.md).",
    "Square brackets hold 95% intervals. The rows with commit, seed and machine are in the JSON files beside this page.",
    "",
    renderOverview(files),
  ];
  return [...head, ...sections].join("\n");
}

export type Extras = {
  /** What people wrote about misses and what was tried, by benchmark. */
  readonly notes: ReadonlyMap<string, string>;
  /** Files beside the page; one belongs to the benchmark that its name begins with. */
  readonly pictures: readonly string[];
};

function renderOverview(files: readonly ResultFile[]): string {
  const lines = files.map((file) => {
    const judged = file.rows.filter((row) => row.reached !== null);
    const reached = judged.filter((row) => row.reached === true).length;
    const score = judged.length === 0 ? "no target" : `${reached} of ${judged.length}`;
    return `| [${file.title}](#${anchorOf(file.title)}) | ${score} | ${file.quick ? "quick run" : "full run"} |`;
  });
  return ["| benchmark | targets reached | |", "|---|---|---|", ...lines, ""].join("\n");
}

function renderFile(file: ResultFile, extras: Extras): string {
  const [first] = file.rows;
  const machine =
    first === undefined ? "" : `Commit ${first.commit}, Node ${first.node}, ${first.cpu} × ${first.cores}.`;
  const run = `${machine} ${file.seconds} s${file.quick ? ", quick run: fewer repeats than the figures ask for" : ""}.`;
  const tables = [...groupRows(file.rows, (row) => row.table)].map(([table, rows]) => renderTable(table, rows));
  const pictures = extras.pictures.filter((picture) => picture.startsWith(file.name));
  const drawn = pictures.flatMap((picture) => [`![${picture.replace(".svg", "")}](${picture})`, ""]);
  const note = extras.notes.get(file.name);
  const tail = note === undefined ? [] : ["### Notes", "", note.trim(), ""];
  return [`## ${file.title}`, "", file.method, "", run, "", ...tables, ...drawn, ...tail].join("\n");
}

function renderTable(title: string, rows: readonly ResultRow[]): string {
  const metrics = [...new Set(rows.map((row) => row.metric))];
  const hasTarget = rows.some((row) => row.target !== undefined);
  const hasPeer = rows.some((row) => row.beside !== undefined);
  const header = [
    "case",
    ...metrics,
    ...(hasTarget ? ["target", "reached"] : []),
    ...(hasPeer ? ["beside"] : []),
    "data; seed",
  ];
  const lines = [...groupRows(rows, (row) => row.what)].map(([what, cells]) => {
    const values = metrics.map((metric) => renderCell(cells.find((cell) => cell.metric === metric)));
    const goals = cells.flatMap((cell) =>
      cell.target === undefined ? [] : [`${cell.metric} ${renderTarget(cell.target)}`],
    );
    return [
      what,
      ...values,
      ...(hasTarget ? [goals.join(", "), renderReached(cells)] : []),
      ...(hasPeer ? [[...new Set(cells.flatMap((cell) => cell.beside ?? []))].join("; ")] : []),
      [...new Set(cells.map((cell) => `${cell.data}; ${cell.seed}`))].join("; "),
    ];
  });
  const toLine = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = `|${header.map(() => "---").join("|")}|`;
  return [`### ${title}`, "", toLine(header), rule, ...lines.map(toLine), ""].join("\n");
}

function groupRows(
  rows: readonly ResultRow[],
  keyOf: (row: ResultRow) => string,
): ReadonlyMap<string, readonly ResultRow[]> {
  const groups = new Map<string, ResultRow[]>();
  for (const row of rows) {
    const known = groups.get(keyOf(row));
    if (known === undefined) groups.set(keyOf(row), [row]);
    else known.push(row);
  }
  return groups;
}

function renderCell(row: ResultRow | undefined): string {
  if (row === undefined) return "";
  const value = formatNumber(row.value);
  if (row.interval === null) return value;
  return `${value} [${formatNumber(row.interval[0])}, ${formatNumber(row.interval[1])}]`;
}

function renderTarget(target: Target): string {
  return `${target.kind === "at_least" ? "≥" : "≤"} ${formatNumber(target.value)}`;
}

function renderReached(cells: readonly ResultRow[]): string {
  const judged = cells.filter((cell) => cell.reached !== null);
  if (judged.length === 0) return "";
  const missed = judged.filter((cell) => cell.reached === false).map((cell) => cell.metric);
  return missed.length === 0 ? "yes" : `**no** (${missed.join(", ")})`;
}

/** Four significant digits for small numbers, thousands separated for large ones; "–" where there is no value. */
export function formatNumber(value: number | null): string {
  if (value === null || Number.isNaN(value)) return "–";
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en-US");
  if (Math.abs(value) >= 10) return value.toFixed(1);
  return Math.abs(value) >= 0.01 ? value.toFixed(3) : value.toPrecision(2);
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}
