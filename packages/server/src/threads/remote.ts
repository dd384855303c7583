import type { MessagePort, Transferable, Worker } from "node:worker_threads";
import { fromWireError, toWireError, type WireError } from "./wire-error.ts";

/** Objects by name whose methods take and give plain data: what one thread offers to another. */
export type Services = Readonly<Record<string, object>>;

type Method = (...args: never[]) => Promise<unknown>;
/** What of a service can be called from afar: its methods that give a promise. */
export type Remote<T> = { readonly [K in keyof T as T[K] extends Method ? K : never]: T[K] };
export type RemoteServices<T extends Services> = { readonly [K in keyof T]: Remote<T[K]> };

type Call = {
  readonly id: number;
  readonly service: string;
  readonly method: string;
  readonly args: readonly unknown[];
};
type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: WireError };
/** Said by whoever offers, without having been asked. */
type Word = { readonly word: string; readonly data: unknown };

/** Where messages go out and come in: a worker, or the port to whoever started this one. */
export type Line = MessagePort | Worker;

/** Answers calls that come over `line`. What a method throws crosses over as an error of the same class and code. */
export function offer(line: Line, services: Services): { readonly tell: (word: string, data: unknown) => void } {
  (line as MessagePort).on("message", (message: Call) => {
    void answer(services, message).then((result) => line.postMessage(result));
  });
  return { tell: (word, data) => line.postMessage({ word, data } satisfies Word) };
}

async function answer(services: Services, { id, service, method, args }: Call): Promise<Answer> {
  try {
    const target = services[service] as Readonly<Record<string, unknown>> | undefined;
    const call = target?.[method];
    if (typeof call !== "function") throw new Error(`Nobody offers ${service}.${method}.`);
    return { id, ok: true, value: await (call as (...given: unknown[]) => unknown).apply(target, [...args]) };
  } catch (error) {
    return { id, ok: false, error: toWireError(error) };
  }
}

export type Caller<T extends Services> = {
  readonly services: RemoteServices<T>;
  /** Calls that were made and not answered. */
  readonly pending: () => number;
  readonly onWord: (listener: (word: string, data: unknown) => void) => void;
  /** Every call that waits fails, and every later one: the other side is gone. */
  readonly fail: (error: Error) => void;
};

/**
 * Calls services that another thread offers. Typed arrays among the arguments, or among the members of one, are *moved* when they own their
 * whole buffer, not copied: the caller has them no longer.
 */
export function reach<T extends Services>(line: Line): Caller<T> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners: ((word: string, data: unknown) => void)[] = [];
  let next = 1;
  let gone: Error | null = null;
  (line as MessagePort).on("message", (message: Answer | Word) => {
    if ("word" in message) {
      for (const listener of listeners) listener(message.word, message.data);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) call?.resolve(message.value);
    else call?.reject(fromWireError(message.error));
  });
  const call = (service: string, method: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (gone !== null) {
        reject(gone);
        return;
      }
      const id = next;
      next += 1;
      waiting.set(id, { resolve, reject });
      try {
        line.postMessage({ id, service, method, args } satisfies Call, listMovable(args));
      } catch (error) {
        waiting.delete(id);
        reject(error as Error);
      }
    });
  const toService = (service: string): object =>
    new Proxy(
      {},
      {
        // A promise is told by its `then`: a service handed through `await` must not look like one.
        get: (_, method) =>
          typeof method === "symbol" || method === "then"
            ? undefined
            : (...args: readonly unknown[]) => call(service, method, args),
      },
    );
  return {
    services: new Proxy({}, { get: (_, service) => toService(String(service)) }) as RemoteServices<T>,
    pending: () => waiting.size,
    onWord: (listener) => {
      listeners.push(listener);
    },
    fail: (error) => {
      gone = error;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    },
  };
}

function listMovable(args: readonly unknown[]): Transferable[] {
  const parts = args.flatMap((arg) => (isRecord(arg) ? Object.values(arg) : [arg]));
  const buffers = parts.flatMap((part) =>
    ArrayBuffer.isView(part) && part.byteLength === part.buffer.byteLength && part.buffer instanceof ArrayBuffer
      ? [part.buffer]
      : [],
  );
  return [...new Set(buffers)];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
