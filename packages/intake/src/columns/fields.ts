import { IntakeError } from "../intake-error.ts";

/** What a column can be mapped to. `post` is the thing reposted, replied to or liked, never the action's own id. */
export const fieldNames = [
  "id",
  "account",
  "at",
  "kind",
  "text",
  "url",
  "hashtag",
  "mention",
  "media",
  "post",
  "room",
  "product",
  "ip",
  "asn",
  "region",
  "device",
  "client",
  "created",
] as const;
export type FieldName = (typeof fieldNames)[number];

/** Fields whose cells hold any number of values, and which several columns may feed. */
export const manyValuedFields = ["url", "hashtag", "mention", "media"] as const;
/** Fields that name one object each. */
export const objectFields = ["post", "room", "product"] as const;

/** Columns by field. In JSON a column may be a path, as `user.id`. */
export type ColumnMap = Readonly<Partial<Record<FieldName, readonly string[]>>>;

export function isFieldName(word: string): word is FieldName {
  return (fieldNames as readonly string[]).includes(word);
}

export function isManyValued(field: FieldName): boolean {
  return (manyValuedFields as readonly FieldName[]).includes(field);
}

/**
 * Reads `account=user_id,at=ts`. The fields `url hashtag mention media` may be named several times. `kind=repost` says the kind
 * of every row where no column has that name. Throws `IntakeError` with what is wrong.
 *
 * @example parseColumnMap("account=uid,url=link,url=card") // { account: ["uid"], url: ["link", "card"] }
 */
export function parseColumnMap(words: string): ColumnMap {
  const map: Partial<Record<FieldName, string[]>> = {};
  for (const part of words.split(",")) {
    const [field = "", column = ""] = splitOnce(part);
    if (field === "" || column === "") {
      throw badMap(`${JSON.stringify(part)} is not FIELD=COLUMN; write it as account=user_id,at=ts.`);
    }
    if (!isFieldName(field))
      throw badMap(`There is no field ${JSON.stringify(field)}; the fields are ${fieldNames.join(", ")}.`);
    const columns = (map[field] ??= []);
    if (columns.length > 0 && !isManyValued(field)) {
      throw badMap(
        `The field ${field} is mapped twice; only ${manyValuedFields.join(", ")} may be fed by several columns.`,
      );
    }
    columns.push(column);
  }
  return map;
}

function splitOnce(part: string): readonly string[] {
  const at = part.indexOf("=");
  return at < 0 ? [part.trim()] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
}

function badMap(message: string): IntakeError {
  return new IntakeError("bad_map", message);
}
