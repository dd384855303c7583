import type { DatabaseSync } from "node:sqlite";
import type { Migration } from "../../state/migration.ts";
import type { OpinionStore, QualitySample, SecondOpinion } from "./opinion-store.ts";

export const opinionMigrations: readonly Migration[] = [
  {
    id: "casework-024",
    sql: `
CREATE TABLE casework_opinion (id TEXT PRIMARY KEY, case_id TEXT NOT NULL, asked_at INTEGER NOT NULL, opinion TEXT NOT NULL) STRICT;
CREATE INDEX casework_opinion_case ON casework_opinion (case_id, asked_at, id);
CREATE TABLE casework_quality (
  id TEXT PRIMARY KEY, drawn_at INTEGER NOT NULL, agrees INTEGER, sample TEXT NOT NULL
) STRICT;
CREATE INDEX casework_quality_drawn ON casework_quality (drawn_at, id);
`,
  },
];

export function createSqliteOpinionStore(db: DatabaseSync): OpinionStore {
  const putOpinion = db.prepare("INSERT OR REPLACE INTO casework_opinion VALUES (?, ?, ?, ?)");
  const opinion = db.prepare("SELECT opinion FROM casework_opinion WHERE id = ?");
  const opinions = db.prepare("SELECT opinion FROM casework_opinion WHERE case_id = ? ORDER BY asked_at, id");
  const putSample = db.prepare("INSERT OR REPLACE INTO casework_quality VALUES (?, ?, ?, ?)");
  const sample = db.prepare("SELECT sample FROM casework_quality WHERE id = ?");
  const samples = db.prepare(
    "SELECT sample FROM casework_quality WHERE (drawn_at, id) < (?, ?) ORDER BY drawn_at DESC, id DESC LIMIT ?",
  );
  const counts = db.prepare(
    "SELECT count(*) AS drawn, count(agrees) AS judged, coalesce(sum(agrees), 0) AS agreed FROM casework_quality",
  );
  return {
    putOpinion: async (given) => {
      putOpinion.run(given.id, given.case, given.askedAt, JSON.stringify(given));
    },
    findOpinion: async (id) => parse(opinion.get(id)?.["opinion"]) as SecondOpinion | null,
    listOpinions: async (caseId) => opinions.all(caseId).map((row) => parse(row["opinion"]) as SecondOpinion),
    putSample: async (given) => {
      const { id, drawnAt, judgement } = given;
      putSample.run(id, drawnAt, judgement === null ? null : Number(judgement.agrees), JSON.stringify(given));
    },
    findSample: async (decision) => parse(sample.get(decision)?.["sample"]) as QualitySample | null,
    listSamples: async (after = [Number.MAX_SAFE_INTEGER, ""], limit) =>
      samples.all(...after, limit).map((row) => parse(row["sample"]) as QualitySample),
    countSamples: async () => {
      const row = counts.get();
      return { drawn: Number(row?.["drawn"]), judged: Number(row?.["judged"]), agreed: Number(row?.["agreed"]) };
    },
  };
}

function parse(text: unknown): unknown {
  return typeof text === "string" ? JSON.parse(text) : null;
}
