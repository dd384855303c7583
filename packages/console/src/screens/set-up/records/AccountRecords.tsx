import { accessAccountRecords, type erasureReport } from "@breakwater/contract";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import { useConsole, useFormat, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { CopyText } from "../../../ui/CopyText.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { saveFile } from "../../../ui/save-file.ts";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Ago, Moment } from "../../../ui/Time.tsx";
import { nameOf } from "../../../words/terms.ts";
import { countRecords } from "./count-records.ts";
import { EraseAccount } from "./EraseAccount.tsx";
import { recordWords } from "./words.ts";

type Report = z.infer<typeof erasureReport>;

/** The two things that a person may ask of an operator about their own account. */
export function AccountRecords() {
  const words = useWords(recordWords);
  const format = useFormat();
  const { api } = useConsole();
  const [account, setAccount] = useState("");
  const [isErasing, setErasing] = useState(false);
  const [report, setReport] = useState<Report | null>(null);
  const id = account.trim();
  const handOut = useMutation({
    mutationFn: async (asked: string): Promise<number | "cut"> => {
      const bytes = await api.read(accessAccountRecords, { body: { account: asked } });
      const records = countRecords(new TextDecoder().decode(bytes));
      if (records === null) return "cut";
      saveFile({ name: "subject-access.ndjson", bytes, type: "application/x-ndjson" });
      return records;
    },
  });
  return (
    <Sheet title={words.account}>
      <p className="quiet small">{words.accountHint}</p>
      <TextField label={words.id} hint={words.idHint} value={account} onChange={setAccount} />
      <div className="set-up-acts">
        <Button
          aria-disabled={id === ""}
          busy={handOut.isPending ? words.handingOut : null}
          onClick={id === "" ? undefined : () => handOut.mutate(id)}
        >
          {words.handOut}
        </Button>
        <Button look="danger" aria-disabled={id === ""} onClick={id === "" ? undefined : () => setErasing(true)}>
          {words.erase}
        </Button>
      </div>
      {handOut.error !== null && <Failed error={handOut.error} />}
      {handOut.data === "cut" && <p role="alert">{words.cut}</p>}
      {typeof handOut.data === "number" && <p role="status">{words.handedOut(format.number(handOut.data))}</p>}
      {report !== null && <Told report={report} />}
      <p className="small">{words.byCommand}</p>
      <CopyText text="breakwater subject-access --account ID" />
      {isErasing && (
        <EraseAccount
          account={id}
          onClose={() => setErasing(false)}
          onErased={(told) => {
            setErasing(false);
            setReport(told);
          }}
        />
      )}
    </Sheet>
  );
}

function Told({ report }: { readonly report: Report }) {
  const words = useWords(recordWords);
  const format = useFormat();
  const erased = Object.entries(report.erased).filter(([, count]) => count > 0);
  return (
    <section role="status">
      <h3>{words.erased}</h3>
      {erased.length === 0 && <p>{words.nothingErased}</p>}
      <ul>
        {erased.map(([kind, count]) => (
          <li key={kind}>{words.countOf(nameOf(words.kinds, kind), format.number(count))}</li>
        ))}
      </ul>
      {report.keptBack.length > 0 && (
        <>
          <h3>{words.keptBack}</h3>
          <ul>
            {report.keptBack.map(({ holder, kind, count, because, until }) => (
              <li key={`${holder} ${kind} ${because}`}>
                {words.because(words.countOf(nameOf(words.kinds, kind), format.number(count)), because)}{" "}
                {until === null ? (
                  <span className="quiet">({words.untilUnknown})</span>
                ) : (
                  <span className="quiet">
                    ({words.until} <Moment at={until} />)
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {report.failed.length > 0 && (
        <p>
          {words.failed} {format.list(report.failed)}
        </p>
      )}
      {report.dueAt !== null && (
        <p>
          {words.dueAt} <Ago at={report.dueAt} />
        </p>
      )}
    </section>
  );
}
