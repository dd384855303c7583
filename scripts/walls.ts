// The walls: one table (walls.json) of what each room may import, held against every import statement.
import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pureRooms = new Set(["records", "engine", "simulator", "ledger", "claims", "casework"]);

type WallTable = Readonly<Record<string, readonly string[]>>;

/** Every import that crosses a wall, as `file: reason`. `rooms` are ordered folders inside the engine. */
export function listBreaches(): readonly string[] {
  const table = JSON.parse(readFileSync(join(root, "scripts/walls.json"), "utf8")) as WallTable;
  const order = JSON.parse(readFileSync(join(root, "scripts/engine-rooms.json"), "utf8")) as readonly string[];
  const files = globSync(["packages/*/src/**/*.{ts,tsx}", "benchmarks/src/**/*.ts"], { cwd: root });
  return files.flatMap((file) => {
    const source = readFileSync(join(root, file), "utf8");
    return importsOf(source).flatMap((target) => {
      const reason = findBreach(file.replaceAll("\\", "/"), target, { table, order });
      return reason === null ? [] : [`${file}: ${reason}`];
    });
  });
}

function findBreach(
  file: string,
  target: string,
  walls: { table: WallTable; order: readonly string[] },
): string | null {
  const room = roomOf(file);
  const isTest = /\.test\.tsx?$|\/testing\//.test(file);
  if (target.startsWith("@breakwater/")) {
    const door = target.slice("@breakwater/".length);
    const allowed = (isTest ? walls.table[`${room} (tests)`] : undefined) ?? walls.table[room] ?? [];
    const isAllowed = allowed.includes(door) || allowed.includes(door.split("/")[0] ?? "");
    return isAllowed ? null : `${room} may not import ${door}`;
  }
  if (target.startsWith(".")) {
    const landed = relative(root, resolve(root, dirname(file), target)).replaceAll("\\", "/");
    if (roomOf(landed) !== room) return `${target} reaches into another package`;
    if (room === "engine" && !isTest) return findOrderBreach(file, landed, walls.order);
    return null;
  }
  if (pureRooms.has(room) && !isTest) return `pure room ${room} may not import ${target}`;
  return null;
}

/** Inside the engine a folder imports only from itself and from folders to its left. */
function findOrderBreach(file: string, landed: string, order: readonly string[]): string | null {
  const [from, to] = [folderOf(file), folderOf(landed)];
  if (from === "") return null;
  const [left, right] = [order.indexOf(from), order.indexOf(to)];
  if (left === -1) return `engine folder ${from} has no place in scripts/engine-rooms.json`;
  return right !== -1 && right <= left ? null : `engine/${from} may not import engine/${to === "" ? "(door)" : to}`;
}

function folderOf(file: string): string {
  const parts = file.split("/");
  return parts.length > 4 ? (parts[3] ?? "") : "";
}

function roomOf(file: string): string {
  const parts = file.split("/");
  return parts[0] === "packages" ? (parts[1] ?? "") : (parts[0] ?? "");
}

function importsOf(source: string): readonly string[] {
  const statements = source.matchAll(/\bfrom\s+"([^"\n]+)";|^import\s+"([^"\n]+)";|\bimport\("([^"\n]+)"\)/gm);
  return [...statements].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}
