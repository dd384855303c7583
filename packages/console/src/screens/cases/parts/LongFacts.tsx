/** Names and the sentences that they stand for; those without words are left out. */
export function LongFacts({ facts }: { readonly facts: readonly (readonly [name: string, words: string])[] }) {
  return (
    <dl className="long-facts">
      {facts
        .filter(([, words]) => words !== "")
        .map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        ))}
    </dl>
  );
}
