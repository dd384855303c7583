import type { ReactNode } from "react";
import "./tag.css";

export type Tone = "plain" | "coordinated" | "inauthentic" | "good" | "warn" | "bad" | "act";

/** A fact in a word or two. The tone only repeats what the word says. */
export function Tag({ tone = "plain", children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

export function Tags({ children }: { readonly children: ReactNode }) {
  return <span className="tags">{children}</span>;
}
