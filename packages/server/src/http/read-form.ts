import { isUtf8 } from "node:buffer";
import { HttpError } from "./http-error.ts";

/** Fields of a form's body: texts, or lists of texts where a name comes more than once. */
export function readForm(bytes: Uint8Array): Readonly<Record<string, string | readonly string[]>> {
  if (!isUtf8(bytes)) throw new HttpError("malformed_body", "The body is not UTF-8.");
  const fields = new URLSearchParams(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
  const names = [...new Set(fields.keys())];
  return Object.fromEntries(
    names
      .filter((name) => name !== "__proto__")
      .map((name) => {
        const values = fields.getAll(name);
        return [name, values.length > 1 ? values : (values[0] ?? "")];
      }),
  );
}
