import { claimChanges, claimContent, type claimEntry } from "@breakwater/contract";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { emptyForm, toChanges, toContent, toForm, toNewKey } from "./claim-form.ts";

const entry: z.infer<typeof claimEntry> = {
  id: "a",
  claim: "The bridge is closed",
  verdict: "misleading",
  title: "It is open",
  sources: [
    { text: "https://a.example", kind: "press" },
    { text: "The visit", publisher: "Us" },
  ],
  wordings: [{ text: "Bridge shut!", date: "2026-05-01" }],
  languages: ["en", "zh-Hans"],
  regions: [],
  tags: ["sea, port"],
  media: ["https://a.example/1,2.jpg"],
  origin: "own",
  authors: ["ana"],
  reviewers: [],
  adoptedBy: [],
  status: "draft",
};

describe("the form of an entry", () => {
  it("makes of an entry that nobody touched no change, whatever signs its lists hold", () => {
    const form = toForm(entry);
    expect(toChanges(form, form)).toEqual({});
    expect(toChanges(form, { ...form, url: "  " })).toEqual({});
  });

  it("tells what was changed, and takes away what was emptied", () => {
    const form = toForm(entry);
    const [first] = form.sources;
    if (first === undefined) throw new Error("There is no source.");
    const after = {
      ...form,
      title: " ",
      languages: "en，fr",
      sources: [{ ...first, kind: "document" as const, archive: " https://keep.example " }],
    };
    const changes = toChanges(form, after);
    expect(claimChanges.parse(changes)).toEqual({
      title: null,
      languages: ["en", "fr"],
      sources: [{ text: "https://a.example", kind: "document", archive: "https://keep.example" }],
    });
  });

  it("leaves out what nobody wrote in a new entry", () => {
    const content = toContent({ ...emptyForm, claim: " The bridge is closed ", media: "a\nb" });
    expect(claimContent.parse(content)).toEqual({
      claim: "The bridge is closed",
      verdict: "false",
      media: ["a", "b"],
    });
  });

  it("gives each new row a key of its own", () => {
    expect([toNewKey([]), toNewKey([{ key: 0 }, { key: 7 }])]).toEqual([0, 8]);
  });
});
