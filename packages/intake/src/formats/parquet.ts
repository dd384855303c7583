import {
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type AsyncBuffer,
} from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { IntakeError } from "../intake-error.ts";
import type { IntakeLimits } from "../limits.ts";

const rowsAtOnceMax = 16_384;

export type ParquetTable = {
  readonly columns: readonly string[];
  /** Rows in slices, a row group or less at a time. */
  read(): AsyncGenerator<readonly Readonly<Record<string, unknown>>[], void>;
};

/** Opens a Parquet file from its path, or from its whole bytes where there is none. */
export async function openParquet(
  name: string,
  from: { readonly path: string } | { readonly bytes: Buffer },
  limits: IntakeLimits,
): Promise<ParquetTable> {
  try {
    const file = "path" in from ? await asyncBufferFromFile(from.path) : toAsyncBuffer(from.bytes);
    const metadata = await parquetMetadataAsync(file);
    const columns = parquetSchema(metadata).children.map((child) => child.element.name);
    if (columns.length > limits.columnsMax) {
      throw new IntakeError(
        "too_many_columns",
        `${name} has ${columns.length} columns, and at most ${limits.columnsMax} are read; keep the columns that you map.`,
      );
    }
    const groups = metadata.row_groups.map((group) => Number(group.num_rows));
    return {
      columns,
      read: () => readGroups(name, groups, (rowStart, rowEnd) => ({ file, metadata, rowStart, rowEnd, compressors })),
    };
  } catch (error) {
    throw toParquetError(name, error);
  }
}

type SliceOptions = Parameters<typeof parquetReadObjects>[0];

async function* readGroups(
  name: string,
  groups: readonly number[],
  slice: (rowStart: number, rowEnd: number) => SliceOptions,
): AsyncGenerator<readonly Readonly<Record<string, unknown>>[], void> {
  let start = 0;
  for (const rows of groups) {
    for (let at = start; at < start + rows; at += rowsAtOnceMax) {
      try {
        yield await parquetReadObjects(slice(at, Math.min(at + rowsAtOnceMax, start + rows)));
      } catch (error) {
        throw toParquetError(name, error);
      }
    }
    start += rows;
  }
}

function toAsyncBuffer(bytes: Buffer): AsyncBuffer {
  const whole = new Uint8Array(bytes).buffer;
  return { byteLength: whole.byteLength, slice: (start, end) => whole.slice(start, end) };
}

function toParquetError(name: string, error: unknown): IntakeError {
  if (error instanceof IntakeError) return error;
  return new IntakeError(
    "bad_parquet",
    `${name} begins like Parquet and cannot be read as it; write it again, or give CSV or NDJSON.`,
    error,
  );
}
