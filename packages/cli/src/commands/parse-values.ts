import { parseTime } from "@breakwater/intake";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";

export function parseWhole(option: string, word: string | undefined, otherwise: number): number {
  if (word === undefined) return otherwise;
  const value = Number(word);
  if (!/^\d+$/.test(word) || !Number.isSafeInteger(value)) throw new CliError(say("error_whole", { option, word }));
  return value;
}

export function parseMoment(option: string, word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const at = parseTime(word);
  if (!Number.isFinite(at)) throw new CliError(say("error_time", { option, word }));
  return at;
}
