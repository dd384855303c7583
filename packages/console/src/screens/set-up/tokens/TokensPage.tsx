import { listTokens, revokeToken, type accessToken } from "@breakwater/contract";
import { useState } from "react";
import type { z } from "zod";
import { usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { AwaitedList } from "../../../ui/Awaited.tsx";
import { CommandButton } from "../../../ui/CommandButton.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Row, Rows } from "../../../ui/Rows.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { ShownOnce } from "../../../ui/ShownOnce.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { SetUpFrame } from "../SetUpFrame.tsx";
import { useMay } from "../use-may.ts";
import { MakeToken } from "./MakeToken.tsx";
import { tokenWords } from "./words.ts";

type Token = z.infer<typeof accessToken>;

export function TokensPage() {
  return (
    <SetUpFrame part="tokens">
      <Tokens />
    </SetUpFrame>
  );
}

function Tokens() {
  const words = useWords(tokenWords);
  const pages = usePages(listTokens, {});
  const may = useMay("access:manage");
  const [isMaking, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<Token | null>(null);
  return (
    <Sheet
      title={words.list}
      aside={
        <CommandButton availability={may} look="main" onRun={() => setMaking(true)}>
          {words.make}
        </CommandButton>
      }
    >
      <AwaitedList
        what={words.tokens}
        pages={pages}
        empty={
          <Empty title={words.emptyTitle}>
            <p>{words.emptyHint}</p>
          </Empty>
        }
      />
      <Rows label={words.list}>
        {pages.items.map((token) => (
          <TokenRow key={token.id} token={token} onRevoke={() => setRevoking(token)} />
        ))}
      </Rows>
      <MoreButton pages={pages} />
      {isMaking && <MakeToken onClose={() => setMaking(false)} onMade={setSecret} />}
      <ShownOnce title={words.secretTitle} hint={words.secretHint} text={secret} onClose={() => setSecret(null)} />
      {revoking !== null && <RevokeToken token={revoking} onClose={() => setRevoking(null)} />}
    </Sheet>
  );
}

function TokenRow({ token, onRevoke }: { readonly token: Token; readonly onRevoke: () => void }) {
  const words = useWords(tokenWords);
  const format = useFormat();
  const now = useNow();
  const may = useMay("access:manage");
  const { name, scopes, createdAt, expiresAt, lastUsedOn, revokedAt } = token;
  const isEnded = expiresAt !== null && expiresAt <= now;
  return (
    <Row
      title={name}
      tags={
        <>
          {revokedAt !== null && <Tag tone="bad">{words.revoked}</Tag>}
          {revokedAt === null && isEnded && <Tag tone="warn">{words.ended}</Tag>}
        </>
      }
      facts={[
        <span className="id" key="scopes">
          {format.list(scopes)}
        </span>,
        <span key="made">
          {words.created} <Ago at={createdAt} />
        </span>,
        expiresAt === null ? (
          words.noEnd
        ) : (
          <span key="ends">
            {words.expires} <Ago at={expiresAt} />
          </span>
        ),
        lastUsedOn === null ? words.unused : words.lastUsed(format.date(Date.parse(lastUsedOn))),
      ]}
    >
      {revokedAt === null && (
        <CommandButton availability={may} look="danger" onRun={onRevoke}>
          {words.revoke}
        </CommandButton>
      )}
    </Row>
  );
}

function RevokeToken({ token, onClose }: { readonly token: Token; readonly onClose: () => void }) {
  const words = useWords(tokenWords);
  const { command, give } = useDialogCommand(revokeToken, onClose);
  return (
    <CommandDialog
      title={words.revokeTitle(token.name)}
      hint={words.revokeHint}
      action={words.revoke}
      look="danger"
      command={command}
      onRun={() => give({ params: { id: token.id } }, { done: words.revokedNow })}
      onClose={onClose}
    />
  );
}
