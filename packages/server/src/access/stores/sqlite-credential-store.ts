import type { DatabaseSync } from "node:sqlite";
import type { CredentialStore } from "../ports/credential-store.ts";
import { textOrNull } from "./row.ts";

export function createSqliteCredentialStore(db: DatabaseSync): CredentialStore {
  const setPassword = db.prepare(
    "INSERT INTO access_password (person_id, hash) VALUES (?, ?) ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash",
  );
  const getPassword = db.prepare("SELECT hash FROM access_password WHERE person_id = ?");
  const setTotp = db.prepare(
    `INSERT INTO access_totp (person_id, sealed, last_step) VALUES (?, ?, ?)
     ON CONFLICT (person_id) DO UPDATE SET sealed = excluded.sealed, last_step = excluded.last_step`,
  );
  const getTotp = db.prepare("SELECT sealed, last_step FROM access_totp WHERE person_id = ?");
  const advance = db.prepare("UPDATE access_totp SET last_step = ? WHERE person_id = ? AND last_step < ?");
  const clearCodes = db.prepare("DELETE FROM access_recovery WHERE person_id = ?");
  const addCode = db.prepare("INSERT INTO access_recovery (person_id, hash) VALUES (?, ?)");
  const takeCode = db.prepare("DELETE FROM access_recovery WHERE person_id = ? AND hash = ?");
  const countCodes = db.prepare("SELECT count(*) AS total FROM access_recovery WHERE person_id = ?");
  const addIdentity = db.prepare("INSERT INTO access_identity (identity, person_id) VALUES (?, ?)");
  const byIdentity = db.prepare("SELECT person_id FROM access_identity WHERE identity = ?");
  return {
    setPassword: async (personId, hash) => {
      setPassword.run(personId, hash);
    },
    getPassword: async (personId) => textOrNull(getPassword.get(personId)?.["hash"]),
    setTotp: async (personId, { sealed, lastStep }) => {
      setTotp.run(personId, sealed, lastStep);
    },
    getTotp: async (personId) => {
      const row = getTotp.get(personId);
      const sealed = row?.["sealed"];
      return sealed instanceof Uint8Array ? { sealed, lastStep: Number(row?.["last_step"]) } : null;
    },
    advanceTotp: async (personId, step) => advance.run(step, personId, step).changes === 1,
    setRecoveryCodes: async (personId, hashes) => {
      clearCodes.run(personId);
      for (const hash of hashes) addCode.run(personId, hash);
    },
    takeRecoveryCode: async (personId, hash) => takeCode.run(personId, hash).changes === 1,
    countRecoveryCodes: async (personId) => Number(countCodes.get(personId)?.["total"]),
    addIdentity: async (identity, personId) => {
      addIdentity.run(identity, personId);
    },
    findByIdentity: async (identity) => textOrNull(byIdentity.get(identity)?.["person_id"]),
  };
}
