import { useEffect, useState } from "react";
import type { Language, WordTable } from "../words/languages.ts";
import { toSentences } from "../ui/to-sentences.ts";
import "../ui/button.css";
import "../ui/states.css";
import "./entrance.css";

export type EntranceState =
  | { readonly kind: "waiting" }
  | { readonly kind: "token" }
  | { readonly kind: "failed"; readonly error: Error };

type EntranceWords = { readonly waiting: string; readonly token: string; readonly tryAgain: string };
const table: WordTable<EntranceWords> = {
  en: {
    waiting: "Asking the service who you are…",
    token: "This browser sends an API token. The console is for people: sign in.",
    tryAgain: "Try again",
  },
  "zh-Hans": {
    waiting: "正在向服务核实您的身份……",
    token: "此浏览器使用的是接口令牌。控制台供人使用，请登录。",
    tryAgain: "重试",
  },
};

/** Before it is known who comes. */
export function Entrance({
  state,
  language,
  onRetry,
}: {
  readonly state: EntranceState;
  readonly language: Language;
  readonly onRetry: () => void;
}) {
  const words = table[language];
  const isLong = useLong(200);
  return (
    <main className="entrance">
      <h1>Breakwater 防波堤</h1>
      {state.kind === "waiting" && <p role="status">{isLong && words.waiting}</p>}
      {state.kind === "token" && (
        <p role="alert">
          {words.token} <a href="/login">/login</a>
        </p>
      )}
      {state.kind === "failed" && (
        <div className="failed" role="alert">
          <p>{toSentences(state.error, language).text}</p>
          <button type="button" className="button button-plain" onClick={onRetry}>
            {words.tryAgain}
          </button>
        </div>
      )}
    </main>
  );
}

function useLong(ms: number): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isLong;
}
