import { useNavigate } from "@tanstack/react-router";
import { useWords } from "../../app/context.tsx";
import { Choice } from "../../ui/Field.tsx";
import { deskWords } from "./words/table.ts";

export type Filter = {
  /** Its name in the address. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** The first is the usual one, and is not said in the address. */
  readonly options: readonly (readonly [value: string, words: string])[];
};

/** Choices that the address keeps. */
export function Filters({
  path,
  search,
  filters,
}: {
  readonly path: string;
  readonly search: object;
  readonly filters: readonly Filter[];
}) {
  const words = useWords(deskWords);
  const navigate = useNavigate();
  return (
    <form className="filters" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
      {filters.map(({ name, label, value, options }) => (
        <Choice
          key={name}
          label={label}
          value={value}
          options={options}
          onChange={(chosen) => {
            const next = { ...search, [name]: chosen === options[0]?.[0] ? undefined : chosen };
            void navigate({ to: path, search: next as never, replace: true });
          }}
        />
      ))}
    </form>
  );
}
