import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseCursor, toCursor } from "./cursor.ts";
import { isUnchanged, readVersion, requireIfMatch, requireVersion, toEtag } from "./etag.ts";
import { toFastifyPath } from "./fastify-path.ts";
import { HttpError } from "./http-error.ts";
import { chooseLanguage } from "./problem.ts";
import { readForm } from "./read-form.ts";
import { jsonDepthMax, readJson } from "./read-json.ts";
import { isSameSite } from "./same-site.ts";

const seed = 20_261_125;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return "none";
  } catch (error) {
    return error instanceof HttpError ? error.code : String(error);
  }
};

describe("readJson()", () => {
  /** The slow, obvious way: parse, then look at what came out. */
  const reference = (text: string): { value: unknown } | "malformed_body" => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return "malformed_body";
    }
    const depthOf = (part: unknown): number =>
      part === null || typeof part !== "object" ? 0 : 1 + Math.max(0, ...Object.values(part).map(depthOf));
    const isBad = (part: unknown): boolean => {
      if (part === null || typeof part !== "object") return false;
      return Object.entries(part).some(([key, inner]: [string, unknown]) => {
        if (key === "__proto__" || isBad(inner)) return true;
        return (
          key === "constructor" && inner !== null && typeof inner === "object" && Object.hasOwn(inner, "prototype")
        );
      });
    };
    return depthOf(value) > jsonDepthMax || isBad(value) ? "malformed_body" : { value };
  };
  const same = (text: string): void => {
    const expected = reference(text);
    if (expected === "malformed_body") expect(codeOf(() => readJson(encode(text)))).toBe(expected);
    else expect(readJson(encode(text))).toEqual(expected.value);
  };

  it("reads what JSON.parse() reads, but what is too deep or poisoned", () => {
    const key = fc.constantFrom("a", "__proto__", "constructor", "prototype", '"', "\\", "[{");
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ depthSize: "small" }, tie("leaf"), tie("list"), tie("object")),
      leaf: fc.oneof(key, fc.integer(), fc.constant(null)),
      list: fc.array(tie("tree"), { maxLength: 3 }),
      object: fc
        .array(fc.tuple(key, tie("tree")), { maxLength: 3 })
        .map((entries) => Object.fromEntries(entries.map(([name, value]) => [name, value]))),
    }));
    const wrapped = fc.tuple(tree, fc.nat(40)).map(([value, levels]) => {
      const text = JSON.stringify(value);
      return "[".repeat(levels) + text + "]".repeat(levels);
    });
    // Members written with escapes say the same.
    const hidden = wrapped.map((text) => text.replaceAll("__proto__", "\\u005f\\u005fproto__"));
    fc.assert(fc.property(fc.oneof(wrapped, hidden, fc.string(), fc.json()), same), { numRuns: 2000, seed });
  });

  it.each(['{"__proto__":1}', '{"a":[{"__prot\\u006f__":{}}]}', '{"constructor":{"prototype":{}}}'])(
    "refuses %s",
    (text) => {
      expect(codeOf(() => readJson(encode(text)))).toBe("malformed_body");
    },
  );

  it.each(['{"constructor":"Lego"}', '"__proto__"', '{"a":"\\u0041"}', '{"text":"see __proto__: constructor"}'])(
    "takes %s",
    (text) => {
      expect(readJson(encode(text))).toEqual(JSON.parse(text));
    },
  );
});

describe("readForm()", () => {
  it("gives texts, lists where a name comes again, and nothing for a poisoned name", () => {
    expect(readForm(encode("a=1&b=%E8%B0%A3&a=2&__proto__=x"))).toEqual({ a: ["1", "2"], b: "谣" });
    expect(codeOf(() => readForm(Uint8Array.of(0xff)))).toBe("malformed_body");
  });
});

describe("cursors", () => {
  const position = z.tuple([z.int(), z.string()]);

  it("come back as what they were made of", () => {
    const positions = fc.tuple(fc.integer(), fc.string({ unit: "grapheme", maxLength: 60 }));
    fc.assert(
      fc.property(positions, (value) => {
        expect(parseCursor(toCursor(value), position)).toEqual(value);
      }),
      { seed },
    );
    expect(parseCursor(undefined, position)).toBeUndefined();
  });

  it("of another list, or none at all, are refused", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.jsonValue().map(toCursor), fc.base64String()), (text) => {
        const result = position.safeParse(
          (() => {
            try {
              return JSON.parse(Buffer.from(text, "base64url").toString()) as unknown;
            } catch {
              return null;
            }
          })(),
        );
        if (!result.success) expect(codeOf(() => parseCursor(text, position))).toBe("invalid_request");
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe("versions", () => {
  it.each([
    [undefined, "precondition_required"],
    ["*", "precondition_required"],
    ['"6"', "precondition_failed"],
    ["7", "precondition_failed"],
    ['W/"7"', "precondition_failed"],
    ['"7"', "none"],
    ['"6", "7"', "none"],
  ])("If-Match %s for version 7: %s", (header, code) => {
    expect(codeOf(() => requireIfMatch({ "if-match": header }, 7))).toBe(code);
  });

  it.each([
    [undefined, null],
    ["*", null],
    [' "7" ', 7],
    ["7", "precondition_failed"],
    ['W/"7"', "precondition_failed"],
    ['"6", "7"', "precondition_failed"],
    ['"1234567890"', "precondition_failed"],
  ])("If-Match %s names version %s", (header, version) => {
    const headers = { "if-match": header };
    if (typeof version === "string") expect(codeOf(() => readVersion(headers))).toBe(version);
    else expect(readVersion(headers)).toBe(version);
    if (version === 7) expect(requireVersion(headers)).toBe(7);
    else expect(codeOf(() => requireVersion(headers))).toBe(version ?? "precondition_required");
  });

  it.each([
    [undefined, false],
    ["*", true],
    ['"6"', false],
    ['"7"', true],
    ['W/"7"', true],
    ['"5","7"', true],
  ])("If-None-Match %s for version 7: %s", (header, expected) => {
    expect(isUnchanged({ "if-none-match": header }, toEtag(7))).toBe(expected);
  });
});

describe("chooseLanguage()", () => {
  it.each([
    [undefined, "en"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"],
    ["en-GB,zh;q=0.5", "en"],
    ["zh-TW", "zh-Hans"],
    ["de, *;q=0.1", "en"],
    ["en;q=0.2, ZH;q=0.3", "zh-Hans"],
    ["zh;q=0", "en"],
    [`${"a,".repeat(50_000)}zh`, "en"],
    ["zhx", "en"],
    [";;;q=,", "en"],
  ])("%#: %s", (header, expected) => {
    expect(chooseLanguage(header?.slice(0, 100_000))).toBe(expected);
  });
});

describe("toFastifyPath()", () => {
  it.each([
    ["/v1/claims", "/v1/claims"],
    ["/v1/claims/{id}", "/v1/claims/:id"],
    ["/v1/claims:search", "/v1/claims::search"],
    ["/v1/claims/{id}:adopt", "/v1/claims/:id(^.+)::adopt"],
    ["/v1/claims/{id}/versions/{version}", "/v1/claims/:id/versions/:version"],
  ])("%s → %s", (path, expected) => {
    expect(toFastifyPath(path)).toBe(expected);
  });
});

describe("isSameSite()", () => {
  const knock = (headers: Record<string, string>): Parameters<typeof isSameSite>[0] => ({
    method: "POST",
    url: "/",
    headers: { host: "b.example", ...headers },
    ip: "192.0.2.1",
  });
  it.each<readonly [string, Record<string, string>, readonly string[], boolean]>([
    ["our own page", { "sec-fetch-site": "same-origin" }, [], true],
    ["the person at the address bar", { "sec-fetch-site": "none" }, [], true],
    ["a sibling domain", { "sec-fetch-site": "same-site", origin: "https://b.example" }, [], false],
    ["another site", { "sec-fetch-site": "cross-site" }, [], false],
    ["our origin, by host", { origin: "https://b.example" }, [], true],
    ["another origin", { origin: "https://b.example.evil" }, [], false],
    ["a page without an origin", { origin: "null" }, [], false],
    ["nothing said", {}, [], false],
    ["a listed origin, behind a proxy", { origin: "https://public.example" }, ["https://public.example"], true],
    ["the host, where origins are listed", { origin: "https://b.example" }, ["https://public.example"], false],
  ])("%s", (_name, headers, origins, expected) => {
    expect(isSameSite(knock(headers), origins)).toBe(expected);
  });
});
