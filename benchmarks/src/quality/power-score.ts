import { type PowerFile, powerGrid } from "./power-data.ts";

export type PowerScore = {
  readonly recall: number;
  /** Injected among all flagged; NaN where nothing is flagged. */
  readonly precision: number;
  readonly found: number;
  readonly falseDecoys: number;
  readonly falseBackground: number;
  /** Share of each group's accounts that is flagged, by `<size>x<objects>`. */
  readonly recallOf: Readonly<Record<string, number>>;
};

export function scorePower(file: PowerFile, flagged: ReadonlySet<string>): PowerScore {
  const found = [...flagged].filter((account) => file.injected.has(account));
  const falseDecoys = [...flagged].filter((account) => file.decoys.has(account)).length;
  return {
    recall: found.length / file.injected.size,
    precision: found.length / flagged.size,
    found: found.length,
    falseDecoys,
    falseBackground: flagged.size - found.length - falseDecoys,
    recallOf: Object.fromEntries(
      powerGrid.sizes.flatMap((size) =>
        powerGrid.objects.map((objects) => {
          const name = `${size}x${objects}`;
          return [name, found.filter((account) => file.groupOf.get(account) === name).length / size];
        }),
      ),
    ),
  };
}

/** Three objects columns by four sizes, for the terminal. */
export function describeScore(score: PowerScore): string {
  const cells = powerGrid.sizes.map((size) =>
    [
      `${size} accounts:`.padEnd(14),
      ...powerGrid.objects.map((objects) => `${objects} objects ${score.recallOf[`${size}x${objects}`]?.toFixed(2)}`),
    ].join("  "),
  );
  const head = `R ${score.recall.toFixed(3)}  P ${score.precision.toFixed(3)}  found ${score.found} of 435`;
  return [`${head}; false: ${score.falseDecoys} decoys, ${score.falseBackground} others`, ...cells, ""].join("\n");
}
