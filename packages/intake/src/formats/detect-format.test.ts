import { expect, it } from "vitest";
import { detectFormat } from "./detect-format.ts";

it.each([
  ["one JSON object", '{"id":1}', "ndjson"],
  ["JSON objects, one a line", '{"id":1}\n{"id":2}\n', "ndjson"],
  ["an object over several lines", '{\n "id": 1\n}\n', "json"],
  ["an array", '[{"id":1}]', "json"],
  ["a table", "id,text\n1,x\n", "csv"],
  ["a first line that is broken", 'not json\n{"id":1}\n{"id":2}\n', "ndjson"],
  ["a first object that is cut", '"id":0}\n{"id":1}\n', "ndjson"],
  ["a table with one cell of JSON", 'id,text\n1,x\n{"a":1},y\n2,z\n', "csv"],
  ["nothing", "", "csv"],
])("detectFormat() of %s", (_, head, format) => {
  expect(detectFormat(head)).toBe(format);
});
