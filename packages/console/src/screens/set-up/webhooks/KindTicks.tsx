import { noticeKinds, webhookKindNames, type NoticeKind } from "@breakwater/contract";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Choice, Ticks } from "../../../ui/Field.tsx";
import { webhookWords } from "./words.ts";

/** `*` alone, or kinds by name. */
export type Kinds = ReadonlySet<NoticeKind | "*">;

/** Which kinds of events are sent: all, or those that are ticked. */
export function KindTicks({
  chosen,
  onChange,
}: {
  readonly chosen: Kinds;
  readonly onChange: (chosen: Kinds) => void;
}) {
  const words = useWords(webhookWords);
  const { language } = useFormat();
  const isAll = chosen.has("*");
  return (
    <>
      <Choice
        label={words.kinds}
        value={isAll ? "all" : "some"}
        options={[
          ["all", words.allKinds],
          ["some", words.someKinds],
        ]}
        onChange={(choice) => onChange(new Set(choice === "all" ? ["*"] : []))}
      />
      {!isAll && (
        <Ticks
          label={words.someKinds}
          options={webhookKindNames.map((kind) => ({
            value: kind,
            words: (
              <>
                <code>{kind}</code>{" "}
                <span className="field-hint">{language === "en" ? noticeKinds[kind].en : noticeKinds[kind].zh}</span>
              </>
            ),
          }))}
          chosen={new Set([...chosen].filter((kind) => kind !== "*"))}
          onChange={onChange}
        />
      )}
    </>
  );
}
