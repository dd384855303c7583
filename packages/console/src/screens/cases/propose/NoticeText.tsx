import { Children } from "react";
import { useWords } from "../../../app/context.tsx";
import { caseWords } from "../words/table.ts";

type Notice = {
  readonly language: string;
  readonly subject: string;
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly lines: readonly string[] }[];
};

/** A letter to a person, as they will read it; what is filled in when it is sent is marked. */
export function NoticeText({ notice }: { readonly notice: Notice }) {
  const words = useWords(caseWords);
  return (
    <article className="letter" lang={notice.language} aria-label={notice.subject}>
      <h3>{notice.subject}</h3>
      {notice.sections.map(({ id, heading, lines }) => (
        <section key={id}>
          <h3>{heading}</h3>
          {lines.map((line) => (
            <p key={line}>
              {Children.map(line.split(/(\{[^}]+\})/), (part) =>
                part.startsWith("{") ? <Gap name={part.slice(1, -1)} /> : part,
              )}
            </p>
          ))}
        </section>
      ))}
      <p className="quiet small">{words.gapsHint}</p>
    </article>
  );
}

function Gap({ name }: { readonly name: string }) {
  const words = useWords(caseWords);
  const names: Readonly<Record<string, string>> = words.gaps;
  return <mark className="gap">{names[name] ?? name}</mark>;
}
