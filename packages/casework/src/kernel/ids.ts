const shape = /^[A-Za-z0-9_.:~-]{1,200}$/;
const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$/;
const ipv6 = /^(?=(?:.*:){2})[0-9a-f:.]+$/i;

/**
 * Whether something may stand as the id of an account, item or object: short, without spaces, and neither a network address nor a
 * mail address. Such identifiers are made into pseudonyms at intake; here they would be kept for years.
 */
export function isOpaqueId(id: string): boolean {
  return shape.test(id) && !ipv4.test(id) && !ipv6.test(id);
}
