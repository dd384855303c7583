import { getFigureRow, getFigureWords, toMonths, type Figures } from "@breakwater/casework";
import { getFigures } from "@breakwater/contract";
import { useQueries } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { toKey } from "../../api/queries.ts";
import { useConsole, useFormat, useWords } from "../../app/context.tsx";
import { MonthMarks } from "../../ui/chart/MonthMarks.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Choice } from "../../ui/Field.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { listMonths } from "./figures-search.ts";
import { figuresWords } from "./words/table.ts";

const monthsMax = 12;

/** One count over the last twelve months of the period, with what speaks against it in the same columns. */
export function ByMonth({ figures }: { readonly figures: Figures }) {
  const words = useWords(figuresWords);
  const format = useFormat();
  const { api } = useConsole();
  const search = useSearch({ from: "/figures" });
  const navigate = useNavigate({ from: "/figures" });
  const counted = figures.figures.filter(({ key, kind }) => kind === "count" && getFigureRow(key).kind === "count");
  const usual = counted.find(
    ({ key, ...figure }) => key === "decisions_action" && "count" in figure && figure.count > 0,
  );
  const chosen = counted.find(({ key }) => key === search.month) ?? usual ?? counted[0];
  const { from, to } = toMonths(figures);
  const months = listMonths(from, to).slice(-monthsMax);
  const answers = useQueries({
    queries: months.map((month) => {
      const request = { query: { from: month, to: month } };
      return {
        queryKey: toKey(getFigures, request),
        queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
          (await api.call(getFigures, request, { signal })).data,
      };
    }),
  });
  if (chosen === undefined) return null;
  const row = getFigureRow(chosen.key);
  const againstKey = row.kind === "count" ? (row.beside[0] ?? null) : null;
  const nameOfFigure = (key: typeof chosen.key): string => getFigureWords(key, format.language).name;
  const failed = answers.find(({ error }) => error !== null);
  const read = (i: number, key: string): number => {
    const figure = answers[i]?.data?.figures.find((one) => one.key === key);
    return figure !== undefined && "count" in figure ? figure.count : 0;
  };
  const columns = months.map((month, i) => ({
    key: month,
    label: month,
    value: read(i, chosen.key),
    against: againstKey === null ? 0 : read(i, againstKey),
  }));
  const sum = (values: readonly number[]): string => format.number(values.reduce((all, value) => all + value, 0));
  const text = [
    words.monthsText(nameOfFigure(chosen.key), sum(columns.map(({ value }) => value)), format.number(months.length)),
    ...(againstKey === null
      ? []
      : [words.monthsAgainst(nameOfFigure(againstKey), sum(columns.map(({ against }) => against)))]),
  ].join(format.language === "en" ? " " : "");
  return (
    <Sheet title={words.months}>
      <Choice
        label={words.monthsOf}
        value={chosen.key}
        options={counted.map(({ key }) => [key, nameOfFigure(key)] as const)}
        onChange={(month) => void navigate({ search: (now) => ({ ...now, month }), replace: true })}
      />
      {failed?.error != null && (
        <Failed what={words.theMonths} error={failed.error} onRetry={() => void failed.refetch()} />
      )}
      {answers.some(({ isPending }) => isPending) && failed === undefined && <Waiting what={words.theMonths} />}
      {answers.every(({ isSuccess }) => isSuccess) && (
        <MonthMarks
          text={text}
          name={nameOfFigure(chosen.key)}
          against={againstKey === null ? null : nameOfFigure(againstKey)}
          months={columns}
        />
      )}
    </Sheet>
  );
}
