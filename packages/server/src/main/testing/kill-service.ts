import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { toLayout } from "../layout.ts";
import { createDrillApi, type Credentials, type DrillApi } from "./drill-api.ts";
import { toDrillConfig } from "./drill-config.ts";
import { runHands, type HandsOptions } from "./hands.ts";
import { checkLedgerOf, checkLog, checkOutbox } from "./hold-folder.ts";
import { compareJudges, type JudgeComparison } from "./hold-judge.ts";
import { checkTokens, countAll, settle, type ServiceCount, type Settled } from "./hold-service.ts";
import { createJournal, type Journal } from "./journal.ts";
import { createLiveCommunity } from "./live-community.ts";
import { startServiceProcess, type ServiceProcess, type ServiceWord } from "./service-process.ts";

export type ServiceKillTrial = ServiceCount &
  JudgeComparison & {
    readonly rounds: number;
    /** What was acknowledged, by kind. */
    readonly actions: number;
    readonly changes: number;
    readonly claims: number;
    readonly reports: number;
    readonly tokens: number;
    readonly notices: number;
    readonly ledgerEntries: number;
    /** Sentences about what was lost, came twice, or differs; the first hundred. */
    readonly problems: readonly string[];
  };

export type ServiceKillOptions = {
  /** A scratch folder. */
  readonly folder: string;
  readonly rounds: number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly onRound?: (round: number, problems: number) => void;
};

/** Longest time under load before a kill, and the time without changes at the end, in which epochs end that can be compared. */
const loadMsMax = 2500;
const calmMs = 9000;
/** One kill in so many comes before the process answers. */
const earlyKillEvery = 8;

/**
 * Kills a whole service with SIGKILL at random points under load over HTTP, starts it again on what it left, and holds that against what it
 * had acknowledged. One life of a service over all rounds; at its end the log, the outbox, the ledger and the judge are read from scratch.
 */
export async function runServiceKillTrial(options: ServiceKillOptions): Promise<ServiceKillTrial> {
  const { folder, rounds, random } = options;
  const journal = createJournal();
  const community = [...createLiveCommunity(Date.now(), Math.ceil(rounds / 6) + 6, 7)];
  const hands: HandsOptions = { journal, community, random, newId: randomUUID, now: Date.now };
  let known: (Credentials & { readonly session: string }) | null = null;
  let settled: Settled = { batches: 0, changes: 0, objects: 0 };
  const start = (): ServiceProcess => startServiceProcess(folder, known, (word) => hear(word, journal));
  for (let round = 0; round < rounds; round++) {
    const service = start();
    if (known !== null && random() * earlyKillEvery < 1) {
      await wait(random() * 2500);
      await service.kill();
      continue;
    }
    const { api, url, ...credentials } = await open(service);
    known = credentials;
    settled = await settle(api, journal, settled);
    await checkTokens(journal, (one) => createDrillApi(url, { token: one }), 4);
    const stop = new AbortController();
    const working = runHands(api, hands, stop.signal);
    await wait(random() * loadMsMax);
    await service.kill();
    stop.abort();
    await working;
    options.onRound?.(round, journal.problems.length);
  }
  const service = start();
  const { api, url } = await open(service);
  await settle(api, journal, settled);
  await checkTokens(journal, (one) => createDrillApi(url, { token: one }), journal.tokens.size);
  await runCalm(api, hands);
  const count = await countAll(api, journal);
  const code = await service.end();
  if (code !== 0) journal.problems.push(`The service ended with ${code}.`);
  return { rounds, ...count, ...(await holdFolder(folder, journal)) };
}

async function open(
  service: ServiceProcess,
): Promise<{ readonly api: DrillApi; readonly url: string; readonly token: string; readonly session: string }> {
  const ready = await service.ready;
  if (ready === null) throw new Error("The service did not start again.");
  const { url, token, session } = ready;
  return { api: createDrillApi(url, ready), url, token, session };
}

/** Life without edits and deletions. */
async function runCalm(api: DrillApi, hands: HandsOptions): Promise<void> {
  const stop = new AbortController();
  const working = runHands(api, { ...hands, isCalm: true }, stop.signal);
  await wait(calmMs);
  stop.abort();
  await working;
}

async function holdFolder(
  folder: string,
  journal: Journal,
): Promise<Omit<ServiceKillTrial, "rounds" | keyof ServiceCount>> {
  const config = toDrillConfig(folder);
  const layout = toLayout(config.storage);
  const records = await checkLog(layout, journal);
  const notices = checkOutbox(layout, journal);
  const ledgerEntries = await checkLedgerOf(layout, journal);
  const comparison = await compareJudges(config, records, journal);
  const { batches, changes, objects, tokens, problems } = journal;
  return {
    ...comparison,
    notices,
    ledgerEntries,
    actions: batches.reduce((sum, { actions }) => sum + actions.length, 0),
    changes: changes.length,
    claims: objects.filter(({ kind }) => kind === "claims").length,
    reports: objects.filter(({ kind }) => kind === "reports").length,
    tokens: tokens.size,
    problems: problems.slice(0, 100),
  };
}

function hear(word: ServiceWord, { tokens, problems }: Journal): void {
  if (word.word === "failed") problems.push(`A thread failed: ${word.why}`);
  if (word.word === "token") tokens.set(word.id, { secret: word.secret, state: "made" });
  if (word.word !== "revoking" && word.word !== "revoked") return;
  const token = tokens.get(word.id);
  if (token !== undefined) token.state = word.word;
}
