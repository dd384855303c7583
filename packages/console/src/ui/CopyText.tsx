import { useRef } from "react";
import { useWords } from "../app/context.tsx";
import { Button } from "./Button.tsx";
import { useToast } from "./Toasts.tsx";
import { partWords } from "./words.ts";
import "./copy-text.css";

/** A text to take along: a command, a link, a secret. Copied by a press, or selected where the browser lets no page copy. */
export function CopyText({ text }: { readonly text: string }) {
  const words = useWords(partWords);
  const tell = useToast();
  const ref = useRef<HTMLElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      tell(words.copied);
    } catch {
      // Without TLS there is no clipboard: what is selected can be copied by hand.
      if (ref.current !== null) getSelection()?.selectAllChildren(ref.current);
    }
  };
  return (
    <div className="copy-text">
      <code ref={ref}>{text}</code>
      <Button onClick={() => void copy()}>{words.copy}</Button>
    </div>
  );
}
