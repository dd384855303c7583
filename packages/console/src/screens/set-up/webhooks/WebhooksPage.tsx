import { listWebhooks, type WebhookView } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { useListKeys } from "../../../shell/keys/use-list-keys.ts";
import { AwaitedList } from "../../../ui/Awaited.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Row, Rows } from "../../../ui/Rows.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { ShownOnce } from "../../../ui/ShownOnce.tsx";
import { SetUpFrame } from "../SetUpFrame.tsx";
import { MakeWebhook } from "./MakeWebhook.tsx";
import { WebhookState } from "./WebhookState.tsx";
import { webhookWords } from "./words.ts";

export function WebhooksPage() {
  return (
    <SetUpFrame part="webhooks">
      <Webhooks />
    </SetUpFrame>
  );
}

function Webhooks() {
  const words = useWords(webhookWords);
  const pages = usePages(listWebhooks, {});
  const [isMaking, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  useListKeys("#webhooks");
  return (
    <Sheet
      title={words.list}
      aside={
        <Button look="main" onClick={() => setMaking(true)}>
          {words.make}
        </Button>
      }
    >
      <AwaitedList
        what={words.webhooks}
        pages={pages}
        empty={
          <Empty title={words.emptyTitle}>
            <p>{words.emptyHint}</p>
          </Empty>
        }
      />
      <div id="webhooks">
        <Rows label={words.list}>
          {pages.items.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} />
          ))}
        </Rows>
      </div>
      <MoreButton pages={pages} />
      {isMaking && <MakeWebhook onClose={() => setMaking(false)} onMade={setSecret} />}
      <ShownOnce title={words.secretTitle} hint={words.secretHint} text={secret} onClose={() => setSecret(null)} />
    </Sheet>
  );
}

function WebhookRow({ webhook }: { readonly webhook: WebhookView }) {
  const words = useWords(webhookWords);
  const format = useFormat();
  const { id, url, kinds, description, failures, missed } = webhook;
  const isAll = kinds.includes("*");
  return (
    <Row
      title={
        <Link to="/set-up/webhooks/$id" params={{ id }} search={{}} data-row>
          {url}
        </Link>
      }
      tags={<WebhookState webhook={webhook} />}
      facts={[
        description === "" ? null : description,
        isAll ? words.everything : words.someOf(format.number(kinds.length), kinds.length),
        failures === 0 ? null : words.failing(format.number(failures)),
        missed === 0 ? null : words.missed(format.number(missed)),
      ]}
    />
  );
}
