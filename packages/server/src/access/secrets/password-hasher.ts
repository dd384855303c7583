import { createHmac, scrypt, timingSafeEqual } from "node:crypto";

/** scrypt's cost: time grows with `cost · blocks · lanes`, memory is 128 · `cost` · `blocks` bytes. */
export type ScryptCost = { readonly cost: number; readonly blocks: number; readonly lanes: number };

/** OWASP's second row for scrypt, as strong as its first with half the memory: 64 MiB a hashing. */
export const scryptCost: ScryptCost = { cost: 2 ** 16, blocks: 8, lanes: 2 };

const hashBytes = 32;
const saltBytes = 16;
const memoryMax = 512 * 1024 * 1024;
const storedPattern = /^\$scrypt\$n=(\d{1,8}),r=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})$/;

export type PasswordHasherOptions = {
  /** Without this key a stolen database cannot be guessed at. */
  readonly key: Uint8Array;
  readonly randomBytes: (bytes: number) => Uint8Array;
  readonly cost?: ScryptCost;
  /** Hashings at once; 2 unless stated. Each takes its memory and a thread of the pool. */
  readonly concurrencyMax?: number;
  /** Those that wait for their turn; 32 unless stated. */
  readonly waitingMax?: number;
};

export interface PasswordHasher {
  /** Throws `HasherBusy` where too many wait. */
  hash(password: string): Promise<string>;
  /**
   * Whether this is the password behind `stored`; against null it takes as long and is never. `isStale`: it should be hashed anew, at
   * today's cost. Throws `HasherBusy` where too many wait.
   */
  verify(password: string, stored: string | null): Promise<{ readonly isRight: boolean; readonly isStale: boolean }>;
}

/** More people sign in at once than this machine can hash for. */
export class HasherBusy extends Error {
  override readonly name = "HasherBusy";
}

type Stored = ScryptCost & { readonly salt: Buffer; readonly digest: Buffer };

/** scrypt (RFC 7914), then an HMAC under a key that is not in the database (NIST SP 800-63B-4, 3.1.1.2). */
export function createPasswordHasher(options: PasswordHasherOptions): PasswordHasher {
  const { key, randomBytes, cost = scryptCost } = options;
  const takeTurn = createTurns(options.concurrencyMax ?? 2, options.waitingMax ?? 32);
  const nobody: Stored = { ...cost, salt: Buffer.alloc(saltBytes), digest: Buffer.alloc(hashBytes) };
  const digest = (password: string, salt: Uint8Array, at: ScryptCost): Promise<Buffer> =>
    takeTurn(() => derive(password, salt, at)).then((derived) => createHmac("sha256", key).update(derived).digest());
  return {
    async hash(password) {
      const salt = randomBytes(saltBytes);
      return format({ ...cost, salt: Buffer.from(salt), digest: await digest(password, salt, cost) });
    },
    async verify(password, stored) {
      const known = stored === null ? nobody : parse(stored);
      const isEqual = timingSafeEqual(await digest(password, known.salt, known), known.digest);
      const isCurrent = known.cost === cost.cost && known.blocks === cost.blocks && known.lanes === cost.lanes;
      return { isRight: stored !== null && isEqual, isStale: !isCurrent };
    },
  };
}

function derive(password: string, salt: Uint8Array, { cost, blocks, lanes }: ScryptCost): Promise<Buffer> {
  const options = { N: cost, r: blocks, p: lanes, maxmem: memoryMax };
  return new Promise((resolve, reject) => {
    scrypt(toKeyForm(password), salt, hashBytes, options, (error, derived) =>
      error === null ? resolve(derived) : reject(error),
    );
  });
}

/** One password, however a keyboard composes its letters. */
function toKeyForm(password: string): string {
  return password.normalize("NFKC");
}

function format({ cost, blocks, lanes, salt, digest }: Stored): string {
  const [saltText, digestText] = [salt.toString("base64url"), digest.toString("base64url")];
  return `$scrypt$n=${cost},r=${blocks},p=${lanes}$${saltText}$${digestText}`;
}

function parse(stored: string): Stored {
  const [, cost, blocks, lanes, salt = "", digest = ""] = storedPattern.exec(stored) ?? [];
  if (cost === undefined) throw new Error("A password's hash in the database is none.");
  return {
    cost: Number(cost),
    blocks: Number(blocks),
    lanes: Number(lanes),
    salt: Buffer.from(salt, "base64url"),
    digest: Buffer.from(digest, "base64url"),
  };
}

function createTurns(atOnce: number, waitingMax: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= waitingMax) throw new HasherBusy("Too many passwords are being checked.");
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
