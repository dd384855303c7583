import { getGroupNetwork } from "@breakwater/contract";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useRoute } from "../../../api/queries.ts";
import { useConsole, usePreferenceStore, useWords } from "../../../app/context.tsx";
import { Boundary } from "../../../ui/Boundary.tsx";
import { Button } from "../../../ui/Button.tsx";
import { RateChart } from "../../../ui/chart/RateChart.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Tick } from "../../../ui/Field.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { proposedRoleNames } from "../../../words/detection-terms.ts";
import type { Group } from "../group-type.ts";
import { sayPace } from "../parts/GroupPace.tsx";
import { cutName, nameThing } from "../parts/name-thing.ts";
import { useSpeech } from "../parts/use-speech.ts";
import { hasWebgl } from "./has-webgl.ts";
import { countUntil, indexNetwork, type NetworkIndex } from "./network-index.ts";
import type { NetworkGraph as NetworkGraphType, NetworkGraphProps } from "./NetworkGraph.tsx";
import { NetworkTable } from "./NetworkTable.tsx";
import type { NodeKey } from "./node-names.ts";
import { Replay } from "./Replay.tsx";
import "./network.css";

// As soon as the page itself is there: both go on beside the answers that it asks for, not after them.
type Graph = typeof NetworkGraphType;
const loadGraph = import("./NetworkGraph.tsx");
hasWebgl();
let loadedGraph: Graph | null = null;

/** Null until it is loaded. By hand, as React holds back what comes by `Suspense` for a third of a second. */
function useNetworkGraph(): Graph | null {
  const [graph, setGraph] = useState<Graph | null>(() => loadedGraph);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    loadGraph.then(({ NetworkGraph }) => {
      loadedGraph = NetworkGraph;
      setGraph(() => NetworkGraph);
    }, setError);
  }, []);
  if (error !== null) throw error;
  return graph;
}

const stillMs = 400;

type WithGroup = { readonly group: Group; readonly aliases: ReadonlyMap<string, string> };

/** Network, timeline and replay, which share one time; and the same as a table. */
export function GroupPicture({ group, aliases }: WithGroup) {
  const { words, format } = useSpeech();
  const { data, error, isPending, refetch } = useRoute(getGroupNetwork, { params: { id: group.id } });
  const index = useMemo(() => (data === undefined ? null : indexNetwork(data)), [data]);
  const search = useSearch({ from: "/groups/$id" });
  const [until, setUntil] = useState<number | null>(search.until ?? null);
  const [isTableOpen, openTable] = useState(false);
  useKeptInAddress(until);
  const counted = index === null ? null : countUntil(index.network, until ?? Number.POSITIVE_INFINITY);
  const end = group.timeline.from + group.timeline.stepMs * group.timeline.observed.length;
  return (
    <Sheet title={words.picture}>
      <p className="quiet small">{words.pictureHint}</p>
      {error !== null && index === null && (
        <Failed what={words.thePicture} error={error} onRetry={() => void refetch()} />
      )}
      {isPending && <Waiting what={words.thePicture} />}
      {index !== null && <Drawing index={index} aliases={aliases} until={until} />}
      <RateChart {...group.timeline} text={sayPace(group.timeline, { words, format })} markAt={until} />
      {counted !== null && index !== null && index.network.actions.at.length > 0 && (
        <Replay
          course={group.timeline}
          until={until}
          onMove={setUntil}
          said={words.replayAt(
            format.dateTime(until ?? end),
            format.number(counted.actions),
            format.number(counted.accounts),
          )}
        />
      )}
      <details className="small" onToggle={({ currentTarget }) => openTable(currentTarget.open)}>
        <summary>{words.asTable}</summary>
        {isTableOpen && <NetworkTable group={group} index={index} aliases={aliases} />}
      </details>
    </Sheet>
  );
}

/** Puts the time of the replay into the address once it has stood still for a moment. */
function useKeptInAddress(until: number | null): void {
  const navigate = useNavigate({ from: "/groups/$id" });
  const kept = useSearch({ from: "/groups/$id" }).until ?? null;
  useEffect(() => {
    if (kept === until) return undefined;
    const keep = (): void =>
      void navigate({ search: (now) => ({ ...now, until: until ?? undefined }), replace: true, resetScroll: false });
    const timer = setTimeout(keep, stillMs);
    return () => clearTimeout(timer);
  }, [kept, until, navigate]);
}

type DrawingProps = {
  readonly index: NetworkIndex;
  readonly aliases: ReadonlyMap<string, string>;
  readonly until: number | null;
};

function Drawing({ index, aliases, until }: DrawingProps) {
  const { words, format } = useSpeech();
  const { network, layers } = index;
  const search = useSearch({ from: "/groups/$id" });
  const hidden = useMemo(() => new Set(search.hide ?? []), [search.hide]);
  const [chosen, choose] = useState<NodeKey | null>(null);
  const { theme } = usePreferenceStore(useConsole().preferences);
  if (network.actions.at.length === 0) return <p className="quiet">{words.noActions}</p>;
  const { accounts, actions } = network.leftOff;
  return (
    <>
      <p>
        {words.pictureText(
          format.number(network.accounts.length),
          format.number(network.objects.length),
          format.number(network.actions.at.length),
        )}
        {accounts + actions > 0 && ` ${words.leftOff(format.number(accounts), format.number(actions))}`}
      </p>
      {hasWebgl() ? (
        <>
          {layers.length > 1 && <LayerTicks layers={layers} hidden={hidden} />}
          <Boundary>
            <LoadedGraph
              key={theme}
              index={index}
              aliases={aliases}
              hidden={hidden}
              until={until}
              chosen={chosen}
              onChoose={choose}
            />
          </Boundary>
          <Legend />
          <Chosen index={index} aliases={aliases} chosen={chosen} onLetGo={() => choose(null)} />
        </>
      ) : (
        <p role="status" className="network-missing">
          {words.noWebgl}
        </p>
      )}
    </>
  );
}

function LoadedGraph(props: NetworkGraphProps) {
  const NetworkGraph = useNetworkGraph();
  return NetworkGraph === null ? <div className="network-box" /> : <NetworkGraph {...props} />;
}

function LayerTicks({ layers, hidden }: Pick<NetworkIndex, "layers"> & { readonly hidden: ReadonlySet<string> }) {
  const { words, format, nameLayer } = useSpeech();
  const navigate = useNavigate({ from: "/groups/$id" });
  const set = (layer: string, isOn: boolean): void => {
    const hide = isOn ? [...hidden].filter((one) => one !== layer) : [...hidden, layer];
    void navigate({
      search: (now) => ({ ...now, hide: hide.length === 0 ? undefined : hide }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <fieldset className="layer-ticks">
      <legend className="small">{words.layers}</legend>
      {layers.map(({ layer, actions }) => (
        <Tick key={layer} isOn={!hidden.has(layer)} onChange={(isOn) => set(layer, isOn)}>
          {words.layerN(nameLayer(layer), format.number(actions))}
        </Tick>
      ))}
    </fieldset>
  );
}

function Legend() {
  const { words } = useSpeech();
  const kinds = ["account", "source", "thing"] as const;
  return (
    <p className="network-legend quiet small">
      {kinds.map((kind) => (
        <span key={kind} data-kind={kind}>
          {words.legend[kind]}
        </span>
      ))}
      <span>{words.pictureHelp}</span>
    </p>
  );
}

/** What was pressed in the picture, in words. */
function Chosen({
  index: { network, thingsOf },
  aliases,
  chosen,
  onLetGo,
}: Omit<DrawingProps, "until"> & { readonly chosen: NodeKey | null; readonly onLetGo: () => void }) {
  const { words, format, nameLayer } = useSpeech();
  const roles = useWords(proposedRoleNames);
  const say = (): string => {
    const account = chosen?.kind === "account" ? network.accounts[chosen.place] : undefined;
    if (chosen !== null && account !== undefined) {
      const things = format.number(new Set(thingsOf[chosen.place]).size);
      const name = aliases.get(account.account) ?? "–";
      return words.chosenAccount(name, roles[account.role], format.number(account.inStep), things);
    }
    const thing = chosen?.kind === "thing" ? network.objects[chosen.place] : undefined;
    if (thing === undefined) return words.chosenNone;
    const name = thing.id === "" ? words.gone : cutName(nameThing(thing.layer, thing.id));
    return words.chosenThing(nameLayer(thing.layer), name, format.number(thing.members), format.number(thing.accounts));
  };
  return (
    <div className="network-chosen" role="status">
      <span className={chosen === null ? "quiet" : undefined}>{say()}</span>
      {chosen !== null && (
        <Button look="quiet" onClick={onLetGo}>
          {words.letGo}
        </Button>
      )}
    </div>
  );
}
