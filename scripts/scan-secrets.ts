// Looks for secrets in every file that is committed, or about to be. Only patterns that say what they are: no guess costs a reader's time.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export type SecretPattern = { readonly name: string; readonly pattern: RegExp; readonly entropyMin?: number };

/** In the last group, where there is one, stands the secret itself, whose entropy is measured. */
export const secretPatterns: readonly SecretPattern[] = [
  { name: "private key", pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  { name: "token of Breakwater", pattern: /\bbwt_[A-Za-z0-9_-]{43}\b/ },
  { name: "webhook secret", pattern: /\bwhsec_[A-Za-z0-9+/=]{32,}/ },
  { name: "key of AWS", pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { name: "token of GitHub", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})/ },
  { name: "token of GitLab", pattern: /\bglpat-[A-Za-z0-9_-]{20,}/ },
  { name: "token of npm", pattern: /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*\S{8,}/ },
  { name: "token of Slack", pattern: /\bxox[abprs]-[A-Za-z0-9-]{10,}/ },
  { name: "key of Google", pattern: /\bAIza[A-Za-z0-9_-]{35}\b/ },
  { name: "key of Stripe", pattern: /\b[rs]k_live_[A-Za-z0-9]{16,}/ },
  { name: "signed token (JWT)", pattern: /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/ },
  {
    name: "password in an address",
    pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"'`]{1,64}:([^\s:/@"'`{}$<>]{6,})@/,
    entropyMin: 2.5,
  },
  {
    name: "assigned secret",
    pattern:
      /(?:passw(?:or)?d|secret|token|api_?key|private_?key|credential)s?["']?\s*(?:[:=]|=>)\s*["'`]([A-Za-z0-9+/_=-]{20,})["'`]/i,
    entropyMin: 3.7,
  },
];

/** In the line of something that only looks like one: whoever writes it answers for it. */
export const fixtureMark = "scan-secrets: fixture";

export type FoundSecret = { readonly path: string; readonly line: number; readonly name: string };

/** Secrets in a text, without the secrets themselves: what reports them is read by many. */
export function findSecrets(path: string, text: string): readonly FoundSecret[] {
  return text.split("\n").flatMap((line, i) => {
    if (line.includes(fixtureMark)) return [];
    return secretPatterns
      .filter(({ pattern, entropyMin = 0 }) => {
        const match = pattern.exec(line);
        return match !== null && entropyOf(match[1] ?? match[0]) >= entropyMin;
      })
      .map(({ name }) => ({ path, line: i + 1, name }));
  });
}

/** Shannon's, in bits a letter: words have less than what was drawn at random. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Names that hold keys wherever they are, whatever is in them. */
const keyFile =
  /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.npmrc\.local|\.env(?:\.[a-z]+)?|[^/]+\.(?:key|p12|pfx|jks|keystore))$/;

export function isKeyFile(path: string): boolean {
  return keyFile.test(path);
}

const bytesMax = 5_000_000;

export function scanRepository(root: string): readonly FoundSecret[] {
  const { status, stdout } = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error("git cannot list the files of the repository.");
  return stdout.split("\0").flatMap((path) => {
    if (path === "") return [];
    const held = isKeyFile(path) ? [{ path, line: 1, name: "file of keys" }] : [];
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (found?.isFile() !== true || found.size > bytesMax) return held;
    const bytes = readFileSync(join(root, path));
    return bytes.includes(0) ? held : [...held, ...findSecrets(path, bytes.toString("utf8"))];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = scanRepository(dirname(dirname(fileURLToPath(import.meta.url))));
  for (const { path, line, name } of found) process.stderr.write(`${path}:${line}: ${name}\n`);
  if (found.length > 0) {
    process.stderr.write(
      `secrets: ${found.length} found. Take them out, make new ones, and mark what only looks like one with "${fixtureMark}".\n`,
    );
    process.exit(1);
  }
  process.stdout.write("secrets: none found\n");
}
