import { useWords } from "../../app/context.tsx";
import { shellWords } from "../words/table.ts";
import { useKeys } from "./Keys.tsx";

/**
 * `j` and `k` through the rows of a list on this page: elements inside `selector` that can be focused and carry `data-row`. Enter does what it does on
 * links anyway.
 */
export function useListKeys(selector: string): void {
  const words = useWords(shellWords);
  const move = (by: 1 | -1): void => {
    const rows = [...document.querySelectorAll<HTMLElement>(`${selector} [data-row]`)];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  useKeys("page", [
    { keys: "j", label: words.nextRow, run: () => move(1) },
    { keys: "k", label: words.previousRow, run: () => move(-1) },
  ]);
}
