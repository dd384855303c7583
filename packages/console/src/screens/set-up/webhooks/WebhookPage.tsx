import { pingWebhook, readWebhook, type WebhookView } from "@breakwater/contract";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useCommand, useRoute } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { ShownOnce } from "../../../ui/ShownOnce.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { partWords } from "../../../ui/words.ts";
import { SetUpFrame } from "../SetUpFrame.tsx";
import { Deliveries } from "./Deliveries.tsx";
import { ChangeWebhook, RemoveWebhook, RotateSecret } from "./webhook-dialogs.tsx";
import { WebhookState } from "./WebhookState.tsx";
import { webhookWords } from "./words.ts";

export function WebhookPage() {
  const { id } = useParams({ from: "/set-up/webhooks/$id" });
  const words = useWords(webhookWords);
  const reading = useRoute(readWebhook, { params: { id } });
  const { data: webhook } = reading;
  return (
    <SetUpFrame part="webhooks" title={webhook?.url ?? words.list} key={id}>
      <p className="small">
        <Link to="/set-up/webhooks">← {words.all}</Link>
      </p>
      <Awaited what={words.theWebhook} reading={reading} />
      {webhook !== undefined && (
        <div className="columns">
          <Deliveries id={id} />
          <Standing webhook={webhook} />
        </div>
      )}
    </SetUpFrame>
  );
}

type Asked = "change" | "rotate" | "remove";

function Standing({ webhook }: { readonly webhook: WebhookView }) {
  const words = useWords(webhookWords);
  const parts = useWords(partWords);
  const format = useFormat();
  const tell = useToast();
  const navigate = useNavigate();
  const ping = useCommand(pingWebhook);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const { id, kinds, description, failures, missed, givenUp, cursor, secrets } = webhook;
  const close = (): void => setAsked(null);
  const runPing = async (): Promise<void> => {
    await ping.run({ params: { id } });
    tell(words.pinged);
  };
  return (
    <Sheet title={words.standing}>
      <Facts
        facts={[
          [words.state, <WebhookState webhook={webhook} key="state" />],
          description === "" ? null : [words.description, description],
          [words.kinds, kinds.includes("*") ? words.everything : format.list(kinds)],
          [words.behind, format.number(cursor)],
        ]}
      />
      {failures > 0 && <p>{words.failing(format.number(failures))}</p>}
      {givenUp > 0 && <p>{words.givenUp(format.number(givenUp))}</p>}
      {missed > 0 && <p>{words.missed(format.number(missed))}</p>}
      <h3>{words.secrets}</h3>
      <ul>
        {secrets.map((one) => (
          <li key={one.id} className="small">
            <Moment at={one.createdAt} />{" "}
            <span className="quiet">
              {one.expiresAt === null ? (
                words.secretNow
              ) : (
                <>
                  {words.secretUntil} <Moment at={one.expiresAt} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {ping.error !== null && <Failed error={ping.error} />}
      <div className="set-up-acts">
        <Button
          look="main"
          busy={ping.isRunning ? parts.working : null}
          onClick={() => void runPing().catch(() => undefined)}
        >
          {words.ping}
        </Button>
        <Button onClick={() => setAsked("change")}>{words.change}</Button>
        <Button onClick={() => setAsked("rotate")}>{words.rotate}</Button>
        <Button look="danger" onClick={() => setAsked("remove")}>
          {words.remove}
        </Button>
      </div>
      {asked === "change" && <ChangeWebhook webhook={webhook} onClose={close} />}
      {asked === "rotate" && <RotateSecret webhook={webhook} onClose={close} onMade={setSecret} />}
      {asked === "remove" && (
        <RemoveWebhook webhook={webhook} onClose={close} onGone={() => void navigate({ to: "/set-up/webhooks" })} />
      )}
      <ShownOnce title={words.secretTitle} hint={words.secretHint} text={secret} onClose={() => setSecret(null)} />
    </Sheet>
  );
}
