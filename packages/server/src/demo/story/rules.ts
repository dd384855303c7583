import {
  commandPolicyRecord,
  getPolicyRecord,
  listPolicies,
  takeStarterPolicies,
  type ruleContent,
  type ruleName,
} from "@breakwater/contract";
import type { z } from "zod";
import type { DemoApi } from "../demo-api.ts";

/** A rule in force. */
export type StoryRule = { readonly rule: z.output<typeof ruleName>; readonly content: z.output<typeof ruleContent> };

/** The rules that ship are drafted by one, and reviewed and published by another, with a word on why they hold at once. */
export async function publishRules(writer: DemoApi, second: DemoApi): Promise<void> {
  const { drafted } = await writer.call(takeStarterPolicies, {});
  for (const id of drafted) {
    const { version } = await second.call(getPolicyRecord, { params: { id } });
    const reviewed = await second.call(commandPolicyRecord, {
      params: { id },
      body: { kind: "review", agrees: true, reason: "It is about what accounts do, whatever they say." },
      version,
    });
    await second.call(commandPolicyRecord, {
      params: { id },
      body: {
        kind: "publish",
        transition: {
          en: "There was no rule before it: it holds at once.",
          "zh-Hans": "此前没有规则，本规则即时生效。",
        },
      },
      version: reviewed.version,
    });
  }
}

/** By id. */
export async function readRules(api: DemoApi): Promise<ReadonlyMap<string, StoryRule>> {
  const { items } = await api.call(listPolicies, {});
  return new Map(items.filter(({ status }) => status === "in_force").map((rule) => [rule.rule.id, rule]));
}
