import {
  commandPolicyRecord,
  listPolicies,
  listPolicyRecords,
  takeStarterPolicies,
  type ruleContent,
  type ruleName,
} from "@breakwater/contract";
import type { z } from "zod";
import type { DemoApi } from "../demo-api.ts";

/** A rule in force. */
export type StoryRule = { readonly rule: z.output<typeof ruleName>; readonly content: z.output<typeof ruleContent> };

const transition = {
  en: "There was no rule before it: it holds at once.",
  "zh-Hans": "此前没有规则，本规则即时生效。",
};

/**
 * The rules that ship are drafted by one, and reviewed and published by another, with a word on why they hold at once. Goes on where it was
 * broken off.
 */
export async function publishRules(writer: DemoApi, second: DemoApi): Promise<void> {
  await writer.call(takeStarterPolicies, {});
  const { items } = await second.call(listPolicyRecords, {});
  for (const { id, status, version } of items) {
    const params = { id };
    const agreed = {
      kind: "review",
      agrees: true,
      reason: "It is about what accounts do, whatever they say.",
    } as const;
    const reviewed =
      status === "draft"
        ? await second.call(commandPolicyRecord, { params, body: agreed, version })
        : { status, version };
    if (reviewed.status !== "reviewed") continue;
    const body = { kind: "publish", transition } as const;
    await second.call(commandPolicyRecord, { params, body, version: reviewed.version });
  }
}

/** By id. */
export async function readRules(api: DemoApi): Promise<ReadonlyMap<string, StoryRule>> {
  const { items } = await api.call(listPolicies, {});
  return new Map(items.filter(({ status }) => status === "in_force").map((rule) => [rule.rule.id, rule]));
}
