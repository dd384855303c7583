import type { WebhookView } from "@breakwater/contract";
import { useWords } from "../../../app/context.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { webhookWords } from "./words.ts";

export function WebhookState({ webhook }: { readonly webhook: WebhookView }) {
  const words = useWords(webhookWords);
  const { disabled, disabledReason, failures } = webhook;
  if (disabled) return <Tag tone="bad">{words.reasons[disabledReason ?? "by_hand"]}</Tag>;
  return <Tag tone={failures > 0 ? "warn" : "good"}>{words.on}</Tag>;
}
