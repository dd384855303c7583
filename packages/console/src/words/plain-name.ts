/** The name of a command without the dots that say that it asks for more: for where it does. */
export function toPlainName(name: string): string {
  return name.replace(/…+$/, "");
}
