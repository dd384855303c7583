import { IntakeError } from "@breakwater/intake";
import { CliError } from "./cli-error.ts";
import { parseAnalyzeOptions } from "./commands/analyze-options.ts";
import { analyze } from "./commands/analyze.ts";
import { parseExportOptions } from "./commands/export-options.ts";
import { findLang, parseLang } from "./commands/lang.ts";
import { runLifecycle } from "./commands/lifecycle.ts";
import { parseSimulateOptions } from "./commands/simulate-options.ts";
import { simulate } from "./commands/simulate.ts";
import type { Terminal } from "./terminal/terminal.ts";
import { readVersion } from "./version.ts";
import { say } from "./words/catalogue.ts";
import { helpWords, type HelpTopic } from "./words/help.ts";
import { toPhrase, type Lang, type Phrase } from "./words/phrase.ts";

export type ExitCode = 0 | 1 | 2 | 3;

/** Runs one command. 0: done, whether or not anything was found; 1: our own fault; 2: bad usage or input; 3: not verified, or refused. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const lang = guessLang(args, terminal);
  try {
    return (await dispatch(args, terminal, lang)) ?? 0;
  } catch (error) {
    const told = tellError(error);
    terminal.err(`${told.phrase[lang]}\n`);
    return told.exitCode;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal, lang: Lang): Promise<ExitCode | void> {
  const [command, ...rest] = args;
  const isHelpAsked = rest.some((arg) => arg === "--help" || arg === "-h");
  switch (command) {
    case undefined:
    case "help":
    case "--help":
    case "-h":
      return terminal.out(helpWords[parseTopic(rest.slice(0, 2).join(" "))][lang]);
    case "--version":
      return terminal.out(`${readVersion()}\n`);
    case "serve":
      if (isHelpAsked) return terminal.out(helpWords.serve[lang]);
      return serveLazily(rest, terminal);
    case "analyze":
    case "analyse":
      if (isHelpAsked) return terminal.out(helpWords.analyze[lang]);
      await analyze(parseAnalyzeOptions(rest, terminal.env), terminal);
      return;
    case "simulate":
      if (isHelpAsked) return terminal.out(helpWords.simulate[lang]);
      simulate(parseSimulateOptions(rest, terminal.env), terminal);
      return;
    case "check":
      if (isHelpAsked) return terminal.out(helpWords.check[lang]);
      return checkLazily(rest, terminal);
    case "registry":
      if (isHelpAsked || rest.length === 0 || rest[0] === "help") {
        return terminal.out(helpWords[parseTopic(`registry ${rest.find((word) => word !== "help")}`)][lang]);
      }
      return registryLazily(rest, terminal);
    case "verify":
      if (isHelpAsked) return terminal.out(helpWords.verify[lang]);
      return verifyLazily(rest, terminal);
    case "figures":
      if (isHelpAsked) return terminal.out(helpWords.figures[lang]);
      return figuresLazily(rest, terminal);
    case "export-evidence":
      if (isHelpAsked) return terminal.out(helpWords["export-evidence"][lang]);
      return exportLazily(rest, terminal);
    case "token":
      if (isHelpAsked || rest.length === 0 || rest[0] === "help") return terminal.out(helpWords.token[lang]);
      return tokenLazily(rest, terminal);
    case "backup":
    case "restore":
    case "erase":
    case "subject-access":
    case "doctor":
      if (isHelpAsked) return terminal.out(helpWords[command][lang]);
      return (await runLifecycle(command, rest, terminal)) ? 0 : 3;
    default:
      throw new CliError(say("error_command", { word: command }));
  }
}

/** The ledger's libraries are read only where they are needed: other commands start faster without. */
async function verifyLazily(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { parseVerifyOptions } = await import("./commands/verify-options.ts");
  const options = parseVerifyOptions(args, terminal.env);
  const { verify } = await import("./commands/verify.ts");
  const { verifyLog } = await import("./commands/verify-log.ts");
  const { place } = options;
  const isProven = await (place === "bundle" ? verify(options, terminal) : verifyLog(options, place, terminal));
  return isProven ? 0 : 3;
}

async function figuresLazily(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { parseFiguresOptions } = await import("./commands/figures-options.ts");
  const { figures } = await import("./commands/figures.ts");
  return (await figures(parseFiguresOptions(args, terminal.env), terminal)) ? 0 : 3;
}

async function exportLazily(args: readonly string[], terminal: Terminal): Promise<void> {
  const { exportBundle } = await import("./commands/export-evidence.ts");
  await exportBundle(parseExportOptions(args, terminal.env), terminal);
}

/** Until Ctrl-C, or whoever started it says that it is enough; a second Ctrl-C ends it at once. */
async function serveLazily(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { parseServeOptions } = await import("./commands/serve-options.ts");
  const { serve } = await import("./commands/serve.ts");
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return (await serve(parseServeOptions(args, terminal.env), terminal, stop.signal)) ? 0 : 1;
}

async function checkLazily(args: readonly string[], terminal: Terminal): Promise<void> {
  const { checkPosts } = await import("./commands/check.ts");
  const { parseCheckOptions } = await import("./commands/check-options.ts");
  await checkPosts(parseCheckOptions(args, terminal.env), terminal);
}

async function registryLazily(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { runRegistry } = await import("./commands/registry.ts");
  return (await runRegistry(args, terminal)) ? 0 : 3;
}

async function tokenLazily(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { parseTokenOptions } = await import("./commands/token-options.ts");
  const { runToken } = await import("./commands/token.ts");
  return (await runToken(parseTokenOptions(args, terminal.env), terminal, Date.now())) ? 0 : 3;
}

function parseTopic(words: string): HelpTopic {
  const topic = [words, words.split(" ")[0] ?? ""].find((word) => Object.hasOwn(helpWords, word));
  return topic === undefined ? "overview" : (topic as HelpTopic);
}

/** The language of messages about a command line that may itself be wrong. */
function guessLang(args: readonly string[], terminal: Terminal): Lang {
  const at = args.indexOf("--lang");
  const word = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith("--lang="))?.slice("--lang=".length);
  try {
    return parseLang(word, terminal.env);
  } catch {
    return findLang(terminal.env);
  }
}

function tellError(error: unknown): { readonly phrase: Phrase; readonly exitCode: ExitCode } {
  if (error instanceof CliError) return { phrase: error.phrase, exitCode: 2 };
  if (error instanceof IntakeError) return { phrase: toPhrase(error.message), exitCode: 2 };
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (typeof code === "string" && code.startsWith("ERR_PARSE_ARGS_")) {
    const [sentence = message] = message.split(/\.\s/);
    return { phrase: say("error_usage", { message: sentence.replace(/\.$/, "") }), exitCode: 2 };
  }
  const [line = ""] = message.split("\n");
  return { phrase: say("error_unexpected", { message: line.slice(0, 300), version: readVersion() }), exitCode: 1 };
}
