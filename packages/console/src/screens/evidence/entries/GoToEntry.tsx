import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { evidenceWords } from "../words/table.ts";

/** An entry by its number: what a notice or a bundle names. */
export function GoToEntry({ size }: { readonly size: number }) {
  const words = useWords(evidenceWords);
  const format = useFormat();
  const navigate = useNavigate({ from: "/evidence" });
  const [text, setText] = useState("");
  const [isWrong, setWrong] = useState(false);
  const go = (): void => {
    const entry = /^\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN;
    const isThere = entry < size;
    setWrong(!isThere);
    if (isThere) void navigate({ search: { entry } });
  };
  return (
    <form
      className="evidence-go"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <TextField label={words.goTo} hint={words.goToHint} value={text} onChange={setText} />
      <Button type="submit">{words.go}</Button>
      {isWrong && <p role="alert">{words.noEntry(format.number(size - 1))}</p>}
    </form>
  );
}
