declare const pseudonymBrand: unique symbol;

/**
 * A keyed, expiring stand-in for a network or device identifier. Only `intake` makes them; the identifier itself
 * exists nowhere behind that door. Equal identifiers under one key give equal pseudonyms; nothing else can be read off.
 */
export type Pseudonym = string & { readonly [pseudonymBrand]: true };
