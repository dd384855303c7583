import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import { langs, type Lang } from "../words/phrase.ts";

/** `--lang` as given, else what the environment speaks. */
export function parseLang(word: string | undefined, env: Readonly<Record<string, string | undefined>>): Lang {
  if (word === undefined) return findLang(env);
  const lang = langs.find((one) => one === word.toLowerCase().split(/[-_]/)[0]);
  if (lang === undefined) throw new CliError(say("error_lang", { word }));
  return lang;
}

export function findLang(env: Readonly<Record<string, string | undefined>>): Lang {
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return /^zh/i.test(locale) ? "zh" : "en";
}
