/** The actions of the longest window, numbered by push from 0; memory follows what the window holds. */
export interface ActionRing {
  readonly end: number;
  push(at: number, account: number, source: number): void;
  at(index: number): number;
  account(index: number): number;
  source(index: number): number;
  /** Rank of the window that flagged it, 255 where none did. */
  flaggedBy(index: number): number;
  flag(index: number, rank: number): void;
  dropBefore(index: number): void;
}

export function createActionRing(): ActionRing {
  let size = 64;
  let times = new Float64Array(size);
  let accounts = new Int32Array(size);
  let sources = new Int32Array(size);
  let flags = new Uint8Array(size);
  let begin = 0;
  let end = 0;
  const resize = (): void => {
    const larger = size * 2;
    const moved = {
      times: new Float64Array(larger),
      accounts: new Int32Array(larger),
      sources: new Int32Array(larger),
      flags: new Uint8Array(larger),
    };
    for (let i = begin; i < end; i += 1) {
      const [from, to] = [i & (size - 1), i & (larger - 1)];
      moved.times[to] = times[from];
      moved.accounts[to] = accounts[from];
      moved.sources[to] = sources[from];
      moved.flags[to] = flags[from];
    }
    ({ times, accounts, sources, flags } = moved);
    size = larger;
  };
  return {
    get end() {
      return end;
    },
    push(at, account, source) {
      if (end - begin === size) resize();
      const place = end & (size - 1);
      times[place] = at;
      accounts[place] = account;
      sources[place] = source;
      flags[place] = 255;
      end += 1;
    },
    at: (index) => times[index & (size - 1)],
    account: (index) => accounts[index & (size - 1)],
    source: (index) => sources[index & (size - 1)],
    flaggedBy: (index) => flags[index & (size - 1)],
    flag(index, rank) {
      flags[index & (size - 1)] = rank;
    },
    dropBefore(index) {
      begin = index;
    },
  };
}
