/** Issuer prefixes of ISO/IEC 7812 with the lengths that they use; what begins otherwise is an id of something else. */
const issuers: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [13, 16, 19] },
  { prefix: /^(?:5[1-5]|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720))/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^35(?:2[89]|[3-8]\d)/, lengths: [16] },
  { prefix: /^62/, lengths: [16, 17, 18, 19] },
  { prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] },
];

/** 2333333333333333 is laughter in Chinese, and has a right checksum. */
const stutter = /(\d)\1{8}/;

export function isBankCard(digits: string): boolean {
  if (stutter.test(digits)) return false;
  return (
    issuers.some((issuer) => issuer.lengths.includes(digits.length) && issuer.prefix.test(digits)) && hasLuhn(digits)
  );
}

function hasLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
