import { useWords } from "../../../app/context.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { WideTable } from "../../../ui/WideTable.tsx";
import { nullNames, statisticNames } from "../../../words/detection-terms.ts";
import { axisNames, nameOf } from "../../../words/terms.ts";
import type { Group, Signal } from "../group-type.ts";
import { cutName, nameThing } from "./name-thing.ts";
import { useSpeech } from "./use-speech.ts";

type WithAliases = { readonly aliases: ReadonlyMap<string, string> };

/** Every test of the group, axis by axis: what was seen, what its null expects, and the actions behind it. */
export function GroupTests({ group, aliases }: { readonly group: Group } & WithAliases) {
  const { words } = useSpeech();
  const axes = useWords(axisNames);
  return (
    <Sheet title={words.tested}>
      <p className="quiet small">{words.testedHint}</p>
      {(["coordinated", "inauthentic"] as const).map((axis) => (
        <div key={axis} className="group-tests">
          <h3>
            <Tag tone={axis}>{axes[axis]}</Tag>
          </h3>
          {group[axis].length === 0 ? (
            <p className="quiet">{words.noTests}</p>
          ) : (
            <Tests signals={group[axis]} caption={`${words.tested}${words.colon}${axes[axis]}`} />
          )}
          {group[axis].map((signal, i) => (
            <Actions key={`${i} ${signal.family}`} signal={signal} aliases={aliases} />
          ))}
        </div>
      ))}
    </Sheet>
  );
}

function useSignalName(): (signal: Signal) => string {
  const { nameFamily, nameLayer } = useSpeech();
  return ({ family, layer }) =>
    layer === null || family === "samples" ? nameFamily(family) : `${nameFamily(family)} · ${nameLayer(layer)}`;
}

function Tests({ signals, caption }: { readonly signals: readonly Signal[]; readonly caption: string }) {
  const { words, format } = useSpeech();
  const statistics = useWords(statisticNames);
  const nulls = useWords(nullNames);
  const nameSignal = useSignalName();
  const sayResult = ({ significant, effect, family }: Signal): string => {
    if (significant) return words.significant;
    if (effect !== null && effect.value < effect.least) {
      const [value, least] = [format.percent(effect.value), format.percent(effect.least)];
      return words.smallEffect(nameOf(statistics, effect.statistic), value, least);
    }
    // Members were found by meeting: how often they met is told, and proves nothing anew.
    return family === "co_selection" ? words.told : words.chance;
  };
  return (
    <WideTable
      caption={caption}
      columns={[
        { title: words.signal },
        { title: words.seen, isNumber: true },
        { title: words.expected, isNumber: true },
        { title: words.byChance, isNumber: true },
        { title: words.result },
      ]}
    >
      {signals.map((signal, i) => (
        <tr key={`${i} ${signal.family}`}>
          <th scope="row" className="long">
            {nameSignal(signal)}
            <span className="test-what">{nameOf(statistics, signal.statistic)}</span>
            {signals[i - 1]?.null !== signal.null && (
              <span className="test-what">{words.expectedIf(nameOf(nulls, signal.null))}</span>
            )}
          </th>
          <td className="number">{format.figure(signal.observed)}</td>
          <td className="number">{format.figure(signal.expected)}</td>
          <td className="number">{format.figure(signal.q)}</td>
          <td className="some">{sayResult(signal)}</td>
        </tr>
      ))}
    </WideTable>
  );
}

function Actions({ signal, aliases }: { readonly signal: Signal } & WithAliases) {
  const { words, format } = useSpeech();
  const nameSignal = useSignalName();
  if (signal.actions.length === 0) return null;
  const title = words.behind(format.number(signal.actions.length), format.number(signal.actionsTotal));
  const caption = `${nameSignal(signal)}${words.colon}${title}`;
  return (
    <details className="small">
      <summary>{caption}</summary>
      <WideTable
        caption={caption}
        columns={[{ title: words.when }, { title: words.account }, { title: words.onWhat }, { title: words.text }]}
      >
        {signal.actions.map(({ id, at, account, object, text }) => (
          <tr key={id}>
            <th scope="row">
              <Moment at={at} />
            </th>
            <td className="id">{aliases.get(account) ?? "–"}</td>
            <td className="long">{object === null ? "–" : cutName(nameThing(signal.layer ?? "sample", object))}</td>
            <td className="long" dir="auto">
              {text === null ? "–" : text === "" ? words.gone : cutName(text)}
            </td>
          </tr>
        ))}
      </WideTable>
    </details>
  );
}
