import type { AccountRecord, LeadState, ObjectKind } from "@breakwater/casework";
import {
  VersionTaken,
  type CaseworkStore,
  type KeptCommand,
  type Link,
  type StoredEvent,
  type StoredState,
} from "./casework-store.ts";

const nameOf = (object: ObjectKind, id: string): string => `${object}/${id}`;
const linkName = ({ relation, key, object, id, value }: Link): string =>
  JSON.stringify([relation, key, object, id, value]);

/** The obvious way, by looking through everything: what the other stores are held against. Nothing is undone when a unit fails. */
export function createMemoryCaseworkStore(): CaseworkStore {
  const events: StoredEvent[] = [];
  const states = new Map<string, StoredState>();
  const links = new Map<string, Link>();
  const accounts = new Map<string, AccountRecord>();
  const entries = new Map<number, number>();
  const commands = new Map<string, KeptCommand>();
  const destroyed = new Set<string>();
  const owedErasures = new Set<number>();
  const of = (object: ObjectKind, id: string): readonly StoredEvent[] =>
    events.filter((event) => event.object === object && event.id === id);
  const listAll = (object: ObjectKind): readonly StoredState[] =>
    [...states.values()].filter((state) => state.object === object).sort((a, b) => a.created - b.created);

  return {
    appendEvent: async (event) => {
      if (of(event.object, event.id).some(({ version }) => version === event.version)) throw new VersionTaken(event);
      const sequence = events.length + 1;
      events.push(structuredClone({ ...event, sequence }));
      return sequence;
    },
    readEvents: async (after, limit) => structuredClone(events.slice(after, after + limit)),
    readHistory: async (object, id) => structuredClone(of(object, id)),
    readKinds: async (names, after, limit) =>
      structuredClone(
        events.filter(({ sequence, event }) => sequence > after && names.includes(event.kind)).slice(0, limit),
      ),
    latestSequence: async () => events.length,

    readState: async (object, id) => structuredClone(states.get(nameOf(object, id)) ?? null),
    writeState: async (state) => {
      const { created, createdAt } = states.get(nameOf(state.object, state.id)) ?? state;
      states.set(nameOf(state.object, state.id), structuredClone({ ...state, created, createdAt }));
    },
    listStates: async (object, after, limit) =>
      structuredClone(
        listAll(object)
          .filter(({ created }) => created > after)
          .slice(0, limit),
      ),
    listDue: async (object, { at, after, limit }) =>
      listAll(object)
        .filter(({ created, dueAt }) => created > after && dueAt !== null && dueAt <= at)
        .slice(0, limit)
        .map(({ id, created }) => ({ id, created })),

    addLink: async (link) => {
      links.set(linkName(link), link);
    },
    removeLink: async (link) => {
      links.delete(linkName(link));
    },
    findLinks: async (relation, key) =>
      [...links.values()]
        .filter((link) => link.relation === relation && link.key === key)
        .sort((a, b) => (linkName(a) < linkName(b) ? -1 : 1)),

    readAccounts: async (names) =>
      new Map(names.flatMap((name) => (accounts.has(name) ? [[name, accounts.get(name) as AccountRecord]] : []))),
    writeAccount: async (name, record) => {
      accounts.set(name, structuredClone(record));
    },
    clearProjection: async () => {
      for (const map of [states, links, accounts]) map.clear();
    },

    listUnnotarised: async (limit) => events.filter(({ sequence }) => !entries.has(sequence)).slice(0, limit),
    countUnnotarised: async () => events.length - entries.size,
    noteNotarised: async (sequence, entry) => {
      if (!entries.has(sequence)) entries.set(sequence, entry);
    },
    findEntry: async (sequence) => entries.get(sequence) ?? null,
    latestEntry: async () => Math.max(-1, ...entries.values()),
    findFirstEntry: async (object, id) => entries.get(of(object, id)[0]?.sequence ?? 0) ?? null,

    listUndestroyed: async (object, { statuses, before, source, limit }) =>
      listAll(object)
        .filter(
          ({ id, state }) =>
            statuses.includes(state.status) &&
            state.updatedAt < before &&
            (source === undefined || (state as LeadState).content?.source === source) &&
            !destroyed.has(nameOf(object, id)),
        )
        .sort((a, b) => a.state.updatedAt - b.state.updatedAt || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id),
    findNaming: async (word) => {
      const naming = events.filter(
        ({ object, id, event }) =>
          JSON.stringify(event).includes(JSON.stringify(word)) || (object === "reporter" && id === word),
      );
      return [...new Map(naming.map(({ object, id }) => [nameOf(object, id), { object, id }])).values()];
    },
    rewriteEvent: async (sequence, event) => {
      const at = events.findIndex((one) => one.sequence === sequence);
      const there = events[at];
      if (there !== undefined) events[at] = structuredClone({ ...there, event });
    },
    noteDestroyed: async (object, id) => void destroyed.add(nameOf(object, id)),
    removeAccount: async (name) => void accounts.delete(name),
    oweErasure: async (entry) => void owedErasures.add(entry),
    listOwedErasures: async (limit) => [...owedErasures].sort((a, b) => a - b).slice(0, limit),
    settleErasure: async (entry) => void owedErasures.delete(entry),
    findCommand: async (key) => commands.get(key) ?? null,
    keepCommand: async (command) => {
      if (commands.has(command.key)) throw new Error(`A command is kept under ${command.key} already.`);
      commands.set(command.key, command);
    },
    forgetCommands: async (before) => {
      const old = [...commands.values()].filter(({ at }) => at < before);
      for (const { key } of old) commands.delete(key);
      return old.length;
    },
  };
}
