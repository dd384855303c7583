import { expect, it } from "vitest";
import { judgeAudit, type Audit } from "./audit-dependencies.ts";

it.each<[string, string, Audit]>([
  ["nothing known", '{"auditReportVersion":2,"vulnerabilities":{},"metadata":{}}', { kind: "clean" }],
  ["what is minor", '{"vulnerabilities":{"a":{"severity":"moderate"}}}', { kind: "clean" }],
  [
    "what is grave",
    '{"vulnerabilities":{"a":{"severity":"high"},"b":{"severity":"low"},"c":{"severity":"critical"}}}',
    { kind: "weak", packages: ["a (high)", "c (critical)"] },
  ],
  [
    "a mirror without it",
    '{"message":"405 Method Not Allowed","error":{}}',
    { kind: "unanswered", reason: "405 Method Not Allowed" },
  ],
  ["no answer", "", { kind: "unanswered", reason: "no report" }],
  ["no JSON", "<html>", { kind: "unanswered", reason: "no report" }],
])("judgeAudit() of %s", (_, output, audit) => {
  expect(judgeAudit(output)).toEqual(audit);
});
