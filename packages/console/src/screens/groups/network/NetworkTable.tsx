import { WideTable } from "../../../ui/WideTable.tsx";
import type { Group } from "../group-type.ts";
import { cutName, nameThing } from "../parts/name-thing.ts";
import { useSpeech } from "../parts/use-speech.ts";
import type { NetworkIndex } from "./network-index.ts";

const namedMax = 12;

/** The network in words: each shared thing with what chance would give, and who of the group was in step on it. */
export function NetworkTable({
  group,
  index,
  aliases,
}: {
  readonly group: Group;
  /** Null where it is not there (yet): then the things stand without their accounts. */
  readonly index: NetworkIndex | null;
  readonly aliases: ReadonlyMap<string, string>;
}) {
  const { words, format, nameLayer } = useSpeech();
  const nameMembers = (thing: number): string => {
    const members = [...new Set(index?.membersOf[thing] ?? [])].map(
      (account) => aliases.get(index?.network.accounts[account]?.account ?? "") ?? "–",
    );
    const named = members.toSorted().slice(0, namedMax);
    const rest = members.length - named.length;
    return format.list(rest > 0 ? [...named, words.andMore(format.number(rest))] : named);
  };
  return (
    <WideTable
      caption={words.asTable}
      columns={[
        { title: words.thing },
        { title: words.layer },
        { title: words.members, isNumber: true },
        { title: words.allOn, isNumber: true },
        { title: words.inWindow, isNumber: true },
        { title: words.expected, isNumber: true },
        { title: words.window },
        ...(index === null ? [] : [{ title: words.who }]),
      ]}
    >
      {group.objects.map((object, place) => (
        <tr key={`${object.layer} ${object.id} ${place}`}>
          <th scope="row" className="long" dir="auto">
            {object.id === "" ? words.gone : cutName(nameThing(object.layer, object.id))}
          </th>
          <td>{nameLayer(object.layer)}</td>
          <td className="number">{format.number(object.members)}</td>
          <td className="number">{format.number(object.accounts)}</td>
          <td className="number">{format.number(object.inWindow)}</td>
          <td className="number">{format.figure(object.expected)}</td>
          <td>
            {format.dateTime(object.windowFrom)} – {format.dateTime(object.windowTo)}
          </td>
          {index !== null && <td className="long id">{nameMembers(place)}</td>}
        </tr>
      ))}
    </WideTable>
  );
}
