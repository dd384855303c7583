import { useEffect, useState } from "react";
import { useWords } from "../app/context.tsx";
import { partWords } from "./words.ts";
import "./states.css";

const quietMs = 200;

/** Nothing for a fifth of a second, then in words what is being waited for. */
export function Waiting({ what }: { readonly what: string }) {
  const words = useWords(partWords);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), quietMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="waiting" role="status">
      {isLong && words.loading(what)}
    </p>
  );
}
