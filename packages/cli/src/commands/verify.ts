import { verifyBundle, type BundleReport, type StampedCheckpoint } from "@breakwater/ledger/verifier";
import { judgeTimestamp, primitives, rootsOf, type JudgedTimestamp } from "@breakwater/server/ledger";
import { renderVerdict, toVerdictJson, type JudgedStamp } from "../outputs/verdict.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import { faultWords } from "../words/ledger-words.ts";
import type { Phrase } from "../words/phrase.ts";
import { readKept } from "./read-checkpoint.ts";
import { readWholeFile } from "./read-file.ts";
import type { VerifyCommandOptions } from "./verify-options.ts";

const bundleBytesMax = 2_000_000_000;
const smallBytesMax = 1_000_000;

/** Judges a bundle offline. True where everything that was asked for is proven. */
export async function verify(options: VerifyCommandOptions, terminal: Terminal): Promise<boolean> {
  const outside = readKept(options);
  const zip = readWholeFile(options.bundle, bundleBytesMax);
  const judged = verifyBundle(zip, { ...primitives, trustedKeys: options.keys, outside });
  if (!judged.ok) return tellRefusal({ ...judged.fault, why: faultWords[judged.fault.kind] }, options, terminal);
  const roots = options.tsaRoots.map((path) => Buffer.from(readWholeFile(path, smallBytesMax)).toString()).join("\n");
  const stamps = await judgeStamps(judged.value, roots);
  if (options.isJson) terminal.out(toVerdictJson(judged.value, stamps));
  else if (!options.isQuiet) terminal.out(renderVerdict(options.bundle, judged.value, { stamps, lang: options.lang }));
  return true;
}

export function tellRefusal(
  { kind, why, where }: { readonly kind: string; readonly why: Phrase; readonly where: string },
  { bundle, lang, isJson }: VerifyCommandOptions,
  terminal: Terminal,
): false {
  if (isJson) terminal.out(`${JSON.stringify({ outcome: "refused", kind, where })}\n`);
  else terminal.out(`${say("refused", { path: bundle, why, where })[lang]}\n`);
  return false;
}

async function judgeStamps({ timestamps }: BundleReport, trusted: string): Promise<readonly JudgedStamp[]> {
  return Promise.all(
    timestamps.map(async (stamp) => {
      return { size: stamp.size, isRootTrusted: trusted !== "", judged: await judgeStamp(stamp, trusted) };
    }),
  );
}

/** Without roots of the reader's own, the bundle's are taken, and the verdict says so. */
function judgeStamp(stamp: StampedCheckpoint, trusted: string): Promise<JudgedTimestamp> {
  const chain = Buffer.from(stamp.chain).toString();
  const roots = trusted === "" ? rootsOf(chain) : trusted;
  return judgeTimestamp({ data: stamp.checkpoint, response: stamp.response, chain, roots, now: Date.now() });
}
