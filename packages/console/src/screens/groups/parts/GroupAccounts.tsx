import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Tick } from "../../../ui/Field.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { WideTable } from "../../../ui/WideTable.tsx";
import { proposedRoleNames } from "../../../words/detection-terms.ts";
import type { Group } from "../group-type.ts";
import { useSpeech } from "./use-speech.ts";

const [shownAtFirst, shownMore] = [25, 200];

/** What is held of each account, in the order of the names made for this group: nobody is ranked, and there is nothing to search by. */
export function GroupAccounts({
  group,
  aliases,
}: {
  readonly group: Group;
  readonly aliases: ReadonlyMap<string, string>;
}) {
  const { words, format, nameFamily } = useSpeech();
  const roles = useWords(proposedRoleNames);
  const [shown, setShown] = useState(shownAtFirst);
  const [isIdShown, showIds] = useState(false);
  const named = group.accounts.map((finding) => ({ ...finding, alias: aliases.get(finding.account) ?? "–" }));
  const ordered = named.toSorted((a, b) => (a.alias < b.alias ? -1 : 1));
  const rest = Math.min(shownMore, ordered.length - shown);
  return (
    <Sheet title={words.accounts} aside={<span className="quiet">{format.number(ordered.length)}</span>}>
      <p className="quiet small">{words.accountsHint}</p>
      <Tick isOn={isIdShown} onChange={showIds}>
        {words.showIds}
      </Tick>
      <WideTable
        caption={words.accounts}
        columns={[
          { title: words.alias },
          ...(isIdShown ? [{ title: words.platformId }] : []),
          { title: words.role },
          { title: words.inStep, isNumber: true },
          { title: words.byChanceInStep, isNumber: true },
          { title: words.ofAll, isNumber: true },
          { title: words.byChance, isNumber: true },
          { title: words.heldBy },
        ]}
      >
        {ordered.slice(0, shown).map(({ account, alias, role, inStep, expected, actions, q, families }) => (
          <tr key={account}>
            <th scope="row" className="id">
              {alias}
            </th>
            {isIdShown && <td className="id long">{account}</td>}
            <td>{roles[role]}</td>
            <td className="number">{format.number(inStep)}</td>
            <td className="number">{format.figure(expected)}</td>
            <td className="number">{format.number(actions)}</td>
            <td className="number">{format.figure(q)}</td>
            <td className="some">{format.list([...new Set(families)].map(nameFamily))}</td>
          </tr>
        ))}
      </WideTable>
      {rest > 0 && (
        <p>
          <Button onClick={() => setShown(shown + rest)}>{words.showMore(format.number(rest))}</Button>
        </p>
      )}
    </Sheet>
  );
}
