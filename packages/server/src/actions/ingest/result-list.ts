import { actionsRequestLimits, type ActionsAnswer } from "@breakwater/contract";

type Result = ActionsAnswer["results"][number];

/** The answers to the records of one request, in the order of the records whatever the order in which they come. */
export class ResultList {
  readonly #listsStored: boolean;
  readonly #results: Result[] = [];
  #accepted = 0;
  #duplicates = 0;
  #refused = 0;
  #omitted = 0;

  constructor(listsStored: boolean) {
    this.#listsStored = listsStored;
  }

  refuse(index: number, reason: NonNullable<Result["reason"]>): void {
    this.#refused++;
    this.#list({ index, status: "refused", reason });
  }

  /** The answer to a batch: `indexes` are its records' positions in the request. */
  settle(indexes: readonly number[], duplicates: readonly number[]): void {
    this.#duplicates += duplicates.length;
    this.#accepted += indexes.length - duplicates.length;
    if (!this.#listsStored) {
      for (const position of duplicates) this.#list({ index: indexes[position] ?? 0, status: "duplicate" });
      return;
    }
    const isDuplicate = new Set(duplicates);
    for (const [i, index] of indexes.entries()) {
      this.#list({ index, status: isDuplicate.has(i) ? "duplicate" : "stored" });
    }
  }

  toAnswer(): ActionsAnswer {
    return {
      accepted: this.#accepted,
      duplicates: this.#duplicates,
      refused: this.#refused,
      results: this.#results.toSorted((a, b) => a.index - b.index),
      resultsOmitted: this.#omitted,
    };
  }

  #list(result: Result): void {
    if (this.#results.length < actionsRequestLimits.resultsMax) this.#results.push(result);
    else this.#omitted++;
  }
}
