import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { entropyOf, findSecrets, fixtureMark, isKeyFile, scanRepository, secretPatterns } from "./scan-secrets.ts";

// Put together here, so that no file holds one.
const join = (...parts: readonly string[]): string => parts.join("");
const letters = (count: number): string => "aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zcFiLoRuXbDhTkMqPwVyZ".slice(0, count);
const planted: Readonly<Record<string, readonly string[]>> = {
  "private key": [join("-----BEGIN ", "PRIVATE KEY-----"), join("-----BEGIN ", "OPENSSH PRIVATE KEY-----")],
  "token of Breakwater": [join("bwt", "_", letters(43))],
  "webhook secret": [join("whsec", "_", letters(40))],
  "key of AWS": [join("AKIA", "ABCDEFGHIJKLMNOP")],
  "token of GitHub": [join("ghp", "_", letters(36)), join("github", "_pat_", letters(30))],
  "token of GitLab": [join("glpat", "-", letters(20))],
  "token of npm": [join("npm", "_", letters(36)), join("//registry.example/:_auth", "Token=", letters(20))],
  "token of Slack": [join("xoxb", "-1234567890-abc")],
  "key of Google": [join("AIza", letters(35))],
  "key of Stripe": [join("sk", "_live_", letters(20))],
  "signed token (JWT)": [join("eyJ", letters(15), ".eyJ", letters(15), ".", letters(15))],
  "password in an address": [join("postgres://app:", "k3yR8x!q", "@db.internal/x")],
  "assigned secret": [join('const apiKey = "', letters(32), '"'), join('"client_secret": "', letters(24), '"')],
};

describe("findSecrets()", () => {
  it.each(Object.entries(planted))("finds a %s and says where, not what", (name, texts) => {
    for (const text of texts) {
      const found = findSecrets("a.ts", `first\n  x(${text});\n`);
      expect(found).toContainEqual({ path: "a.ts", line: 2, name });
      expect(JSON.stringify(found)).not.toContain(letters(10));
      expect(findSecrets("a.ts", `${text} // ${fixtureMark}`)).toEqual([]);
    }
  });

  it("has an example of every pattern", () => {
    expect(Object.keys(planted)).toEqual(secretPatterns.map(({ name }) => name));
  });

  it.each([
    'const token = "a-token-for-the-test-of-tokens"',
    'secret: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
    'password = "correct horse battery staple"',
    "const tokenPattern = /^bwt_[A-Za-z0-9_-]{43}$/;",
    "-----BEGIN PUBLIC KEY-----",
    "https://user:${password}@host.example/",
    "https://host.example:8710/a@b",
    "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
  ])("leaves %s be", (text) => {
    expect(findSecrets("a.ts", text)).toEqual([]);
  });
});

it("entropyOf() tells what was drawn from what was written", () => {
  expect(entropyOf(randomBytes(24).toString("base64"))).toBeGreaterThan(3.7);
  expect(entropyOf("breakwater-ledger-key")).toBeLessThan(3.7);
});

it.each([
  ["keys/signing.key", true],
  [".env", true],
  ["a/.env.production", true],
  ["id_ed25519", true],
  ["src/key.ts", false],
  ["docs/environment.md", false],
])("isKeyFile(%s) is %s", (path, is) => {
  expect(isKeyFile(path)).toBe(is);
});

it("finds none in this repository", () => {
  expect(scanRepository(dirname(dirname(fileURLToPath(import.meta.url))))).toEqual([]);
});
