import { resumeDetector } from "@breakwater/contract";
import { useState } from "react";
import { useFormat, useWords } from "../../../app/context.tsx";
import { CommandButton } from "../../../ui/CommandButton.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { Row, Rows } from "../../../ui/Rows.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { axisNames, familyNames, nameOf } from "../../../words/terms.ts";
import { useMay } from "../use-may.ts";
import type { Named, Overview } from "./Standing.tsx";
import { detectorWords } from "./words.ts";

type Family = Overview["families"][number];

/** Each family of tests: what it is tested against, whether it is paused and why, and letting it go on. */
export function Families({ families, nameOfPerson }: Named & { readonly families: readonly Family[] }) {
  const words = useWords(detectorWords);
  const [asked, setAsked] = useState<Family["family"] | null>(null);
  return (
    <Sheet title={words.families}>
      <p className="quiet small">{words.familiesHint}</p>
      <Rows label={words.families}>
        {families.map((family) => (
          <FamilyRow
            key={family.family}
            family={family}
            nameOfPerson={nameOfPerson}
            onResume={() => setAsked(family.family)}
          />
        ))}
      </Rows>
      {asked !== null && <ResumeFamily family={asked} onClose={() => setAsked(null)} />}
    </Sheet>
  );
}

function FamilyRow({
  family,
  nameOfPerson,
  onResume,
}: Named & { readonly family: Family; readonly onResume: () => void }) {
  const words = useWords(detectorWords);
  const names = useWords(familyNames);
  const axes = useWords(axisNames);
  const format = useFormat();
  const may = useMay("detection:manage");
  const { axis, state, since, jump, resumed, today } = family;
  const isPaused = state === "paused";
  return (
    <Row
      title={names[family.family]}
      tags={
        <>
          <Tag tone={axis}>{axes[axis]}</Tag>
          <Tag tone={isPaused ? "warn" : "good"}>{isPaused ? words.paused : words.active}</Tag>
        </>
      }
      facts={[
        words.against(nameOf(words.nulls, family.null)),
        today === 0 ? null : words.today(format.number(today), today),
        isPaused && since !== null ? <Ago at={since} key="since" /> : null,
        isPaused && jump !== null
          ? words.jump(
              format.number(jump.today),
              format.number(jump.past),
              format.number(jump.pastDays),
              format.figure(jump.p),
            )
          : null,
        resumed === null ? null : words.resumedBy(nameOfPerson(resumed.by), resumed.reason),
      ]}
    >
      {isPaused && (
        <CommandButton availability={may} onRun={onResume}>
          {words.resume}
        </CommandButton>
      )}
    </Row>
  );
}

function ResumeFamily({ family, onClose }: { readonly family: Family["family"]; readonly onClose: () => void }) {
  const words = useWords(detectorWords);
  const names = useWords(familyNames);
  const { command, give } = useDialogCommand(resumeDetector, onClose);
  const [reason, setReason] = useState("");
  return (
    <CommandDialog
      title={words.resumeTitle(names[family])}
      hint={words.resumeHint}
      action={words.resume}
      command={command}
      onRun={
        reason.trim() === "" ? undefined : () => give({ params: { family }, body: { reason } }, { done: words.resumed })
      }
      onClose={onClose}
    >
      <TextField label={words.reason} value={reason} onChange={setReason} />
    </CommandDialog>
  );
}
