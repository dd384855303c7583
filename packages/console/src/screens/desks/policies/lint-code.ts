import { lintCodeNames, type LintCode } from "@breakwater/casework";

export function isLintCode(code: string): code is LintCode {
  return lintCodeNames.some((one) => one === code);
}
