import {
  askPolicyOverride,
  holdCommand,
  operationCommand,
  openWorkspace,
  receiveAuthorityRequest,
  reporterCommand,
  requestCommand,
  requestUnmasking,
  reviewCommand,
  ruleCommand,
  startOperation,
  transferCommand,
  unmaskingCommand,
  workspaceCommand,
} from "@breakwater/contract";
import { z } from "zod";
import { describe, expect, it } from "vitest";
import { findFaults, splitLines, toBody, toDraft } from "./draft.ts";
import { pickCommand, readMembers } from "./shape.ts";

const commands = {
  holdCommand,
  operationCommand,
  reporterCommand,
  requestCommand,
  reviewCommand,
  transferCommand,
  unmaskingCommand,
  workspaceCommand,
};
const openings = { askPolicyOverride, openWorkspace, receiveAuthorityRequest, requestUnmasking, startOperation };

describe("readMembers()", () => {
  it("knows a form for every command of the desks and for every opening", () => {
    for (const union of Object.values(commands)) {
      for (const option of union.options) expect(() => readMembers(option)).not.toThrow();
    }
    for (const { body } of Object.values(openings)) expect(() => readMembers(body)).not.toThrow();
  });

  it("says what has to be filled in", () => {
    const { reason, endsAt, newEvidence } = readMembers(pickCommand(operationCommand, "renew"));
    expect(reason).toEqual({ shape: { kind: "text", longest: 5_000 }, isNeeded: true });
    expect(endsAt).toEqual({ shape: { kind: "time" }, isNeeded: true });
    expect(newEvidence).toEqual({ shape: { kind: "lines" }, isNeeded: true });
    const { secrecy, explanation } = readMembers(receiveAuthorityRequest.body);
    expect(secrecy?.isNeeded).toBe(false);
    expect(explanation?.isNeeded).toBe(false);
    const { transition, effectiveFrom } = readMembers(pickCommand(ruleCommand, "publish"));
    expect(transition).toMatchObject({ isNeeded: false, shape: { kind: "group" } });
    expect(effectiveFrom).toMatchObject({ isNeeded: false, shape: { kind: "time" } });
  });

  it("refuses what no form can ask for, and a command that is not there", () => {
    expect(() => readMembers(z.object({ share: z.map(z.string(), z.string()) }))).toThrow("map");
    expect(() => pickCommand(holdCommand, "extend")).toThrow("extend");
  });
});

describe("a form", () => {
  const { body: schema } = receiveAuthorityRequest;
  const members = readMembers(schema);
  const content = {
    authority: "Regional court",
    country: "DE",
    channel: "desk",
    legalBasis: "Article 9 DSA",
    explanation: "An injunction.",
    items: ["post-1", "post-2"],
    asksFor: ["item_copy"],
    redress: "Appeal.",
    deadline: Date.UTC(2026, 10, 30, 9, 30),
    secrecy: { basis: "§ 17", until: Date.UTC(2027, 0, 1) },
  };

  it("gives back what it began with", () => {
    expect(toBody(members, toDraft(members, content))).toEqual(content);
    const plain = { ...content, deadline: null, secrecy: null };
    expect(toBody(members, toDraft(members, plain))).toEqual(plain);
    expect(findFaults(schema, content)).toEqual({});
  });

  it("names each field that the contract would not take", () => {
    const { secrecy: _, ...rest } = content;
    const body = { ...rest, country: "DEU", items: ["post 1"], secrecy: { basis: "", until: null } };
    expect(findFaults(schema, body)).toEqual({
      country: "long",
      items: "malformed",
      "secrecy.basis": "missing",
      "secrecy.until": "missing",
    });
    const gap = pickCommand(reviewCommand, "record_gap");
    const empty = { kind: "record_gap", ...toBody(readMembers(gap), toDraft(readMembers(gap))) };
    expect(findFaults(gap, empty)).toEqual({ text: "missing", owner: "missing", dueAt: "missing" });
    const follow = pickCommand(workspaceCommand, "capture");
    const item = { sha256: "AB", capturedAt: 1 };
    expect(findFaults(follow, { kind: "capture", item })).toEqual({ "item.sha256": "malformed" });
  });
});

it("splitLines() takes lines, spaces and commas of both scripts", () => {
  expect(splitLines(" post-1, post-2\npost-3，post-4、post-5 ")).toEqual([
    "post-1",
    "post-2",
    "post-3",
    "post-4",
    "post-5",
  ]);
  expect(splitLines("  ")).toEqual([]);
});
