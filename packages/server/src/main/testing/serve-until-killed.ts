// A service in a process of its own, for drills that kill it. Says on its standard output, a line of JSON each, where it answers and what
// was acknowledged of changes to tokens, which no platform can make. Ended with SIGTERM it lets its judge catch up and closes, with SIGINT it closes at once.
//   node serve-until-killed.ts FOLDER [SECRET OF THE PLATFORM'S TOKEN, SECRET OF THE EDITOR'S SESSION]
import { tokenScopes } from "@breakwater/contract";
import { argv, exit, stdout } from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import { startService } from "../start-service.ts";
import { toDrillConfig } from "./drill-config.ts";
import type { ServiceWord } from "./service-process.ts";

const [, , folder = "", knownToken = "", knownSession = ""] = argv;
const service = await startService(toDrillConfig(folder), pino({ level: "error" }));
const say = (word: ServiceWord): void => void stdout.write(`${JSON.stringify(word)}\n`);
const actor = { kind: "operator", id: null } as const;

const make = async (name: string): Promise<{ readonly id: string; readonly secret: string }> => {
  const input = { name, scopes: [...tokenScopes], expiresInDays: null, actor, at: Date.now() };
  const made = await service.access.createToken(input);
  if (!made.ok) throw new Error("No token was made.");
  return { id: made.value.token.id, secret: made.value.secret };
};

/** Somebody whom an identity provider vouches for: claims are written by people. */
const signIn = async (): Promise<string> => {
  const editor = { issuer: "https://drill.example", subject: "editor", name: "Edda", language: "en" } as const;
  const done = await service.access.signInByProvider({ ...editor, roles: ["editor"], at: Date.now() });
  if (!done.ok) throw new Error("The editor did not come in.");
  return done.value.session;
};

const token = knownToken === "" ? (await make("drill")).secret : knownToken;
say({ word: "ready", url: service.url, token, session: knownSession === "" ? await signIn() : knownSession });
const ending = new AbortController();
void service.failed.then((error) => {
  if (ending.signal.aborted) return;
  say({ word: "failed", why: error.message });
  exit(1);
});
process.once("SIGTERM", () => void end());
process.once("SIGINT", () => {
  ending.abort();
  void service.close().then(() => exit(0));
});

for (let i = 0; i < 4 && !ending.signal.aborted; i++) {
  const { id, secret } = await make(`made-${i}`);
  say({ word: "token", id, secret });
  await wait(150);
  if (i % 2 === 0) continue;
  say({ word: "revoking", id });
  await service.access.revokeToken({ id, actor, at: Date.now() });
  say({ word: "revoked", id });
}

async function end(): Promise<void> {
  ending.abort();
  for (let calm = 0; calm < 15; await wait(100)) {
    const { lag, epochsWaiting } = await service.judgeStatus();
    calm = lag.records === 0 && epochsWaiting === 0 ? calm + 1 : 0;
  }
  await service.close();
  exit(0);
}
