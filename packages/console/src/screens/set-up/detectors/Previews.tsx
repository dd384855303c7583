import { listPreviews, type preview as previewSchema } from "@breakwater/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import { toKey } from "../../../api/queries.ts";
import { useConsole, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { CommandButton } from "../../../ui/CommandButton.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { useMay } from "../use-may.ts";
import { AskPreview } from "./AskPreview.tsx";
import { PreviewResult } from "./PreviewResult.tsx";
import type { Named, Overview } from "./Standing.tsx";
import { detectorWords } from "./words.ts";

export type Preview = z.infer<typeof previewSchema>;

/** Administrators follow no events: while one is run they ask for it. */
const waitingMs = 3000;

export function Previews({ detector, nameOfPerson }: Named & Pick<Overview, "detector">) {
  const words = useWords(detectorWords);
  const { api } = useConsole();
  const may = useMay("detection:manage");
  const [isAsking, setAsking] = useState(false);
  const reading = useQuery({
    queryKey: toKey(listPreviews, {}),
    queryFn: async ({ signal }) => (await api.call(listPreviews, {}, { signal })).data,
    refetchInterval: ({ state }) =>
      state.data?.items.some((preview) => preview.state === "waiting") === true ? waitingMs : false,
  });
  const { data } = reading;
  return (
    <Sheet
      title={words.previews}
      aside={
        <CommandButton availability={may} onRun={() => setAsking(true)}>
          {words.ask}
        </CommandButton>
      }
    >
      <p className="quiet small">{words.previewsHint}</p>
      <Awaited what={words.thePreviews} reading={reading} />
      {data?.items.length === 0 && (
        <Empty title={words.noPreviews}>
          <p>{words.noPreviewsHint}</p>
        </Empty>
      )}
      <ul className="previews">
        {(data?.items ?? []).map((preview) => (
          <li key={preview.id}>
            <PreviewResult preview={preview} detector={detector} nameOfPerson={nameOfPerson} />
          </li>
        ))}
      </ul>
      {isAsking && <AskPreview onClose={() => setAsking(false)} />}
    </Sheet>
  );
}
