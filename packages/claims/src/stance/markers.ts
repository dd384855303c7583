/**
 * Chinese words were drawn from every second debunk of the development registry; English ones were chosen by hand, for want of English posts
 * with a known stance, and are not measured.
 * Words that refuse a claim, by how much they may decide. `refutes` and `punishes` make a post a mention; `asks` holds it at a suggestion;
 * `insults` ("fake news") are as common inside rumours and decide nothing alone.
 */
export const markers: Readonly<Record<MarkerKind, readonly [string, string]>> = {
  refutes: [
    "辟谣|不实|谣言|谎言|造谣|传谣|谣传|误传|讹传|不属实|不准确|子虚乌有|无中生有|驳斥|假消息|假的|虚假|纯属|并非事实|不可信|别信|不要信|勿信|请勿轻信|没有(?:任何)?(?:科学)?(?:根据|依据|证据)|系谣|并非|并未|并不是|澄清|诈骗|误导|误认为|误以为|夸大|旧闻|不正确|有误|说法不|从未说过|假新闻",
    "fact[- ]?check\\w*|debunk\\w*|not true|untrue|is false|are false|was false|were false|false claims?|falsely|no evidence|misinformation|disinformation|snopes|politifact|contrary to|didn['’]t happen|never happened|don['’]t (?:believe|fall for)|rated false",
  ],
  punishes: ["行拘|拘留|散布\\S{0,4}谣|处罚|封号|关停账号|依法打击|刑拘", "arrested for spreading"],
  asks: [
    "真的吗|是真是假|真的假的|求证|求辟谣|是不是真的|真假\\?|真假？|是真的吗",
    "is (?:this|that|it) (?:true|real|legit)|(?:true|real) or (?:false|fake)|can anyone (?:confirm|verify)|anyone know if",
  ],
  insults: ["", "fake news|hoax\\w*|photoshopped|rumou?rs?|satire"],
};

export type MarkerKind = "refutes" | "punishes" | "asks" | "insults";

export type Marker = { readonly kind: MarkerKind; readonly from: number; readonly to: number };

/** A marker under a negation says the opposite: "看起来都不像假新闻", "not a hoax". */
const turned = /(?:不是|不像|并非|非|没有|不算|不叫)$|\b(?:not|isn['’]t|no)\s+(?:a\s+|an\s+)?$/iu;

const patterns: readonly (readonly [MarkerKind, RegExp])[] = (Object.keys(markers) as MarkerKind[]).map((kind) => {
  const [han, latin] = markers[kind];
  return [kind, new RegExp([han, `\\b(?:${latin})\\b`].filter((one) => one !== "").join("|"), "giu")];
});

/** All markers of a text, in order. `folded`: as `foldSigns` makes it. */
export function findMarkers(folded: string): readonly Marker[] {
  const found: Marker[] = [];
  for (const [kind, pattern] of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const from = match.index;
      if (!turned.test(folded.slice(Math.max(0, from - 12), from)))
        found.push({ kind, from, to: from + match[0].length });
    }
  }
  // "真的假的" asks, although "假的" alone refutes.
  const asked = found.filter(({ kind }) => kind === "asks");
  const isAsked = ({ kind, from, to }: Marker): boolean =>
    kind !== "asks" && asked.some((one) => one.from <= from && to <= one.to);
  return found.filter((one) => !isAsked(one)).toSorted((a, b) => a.from - b.from);
}

/**
 * Signs of a reply rather than a claim: who says so, what to do, why; in longer texts also what is not so. Of 1,521 claims of desks in
 * the development registry 30 are taken for replies by this, 23 of them by one of the first. Only entries are read by this: rumours too quote doctors.
 */
const reply =
  /表示|指出|说明|认为|医师|专家|根据|依照|目前|建议|应该|提醒|请勿|请您|勿|因此|因为|其实|实际|并无|并没有|尚未|尚无|不需/u;
const denial = /没有|无法|不会|不能|不是|不同|不一定|未|非|请|可能|但|只是|仅|已/u;
/** Code units. 98 of 100 claims of desks are no longer. */
const longClaim = 31;

/** `folded`: as `foldSigns` makes it. */
export function readsLikeReply(folded: string): boolean {
  return reply.test(folded) || (folded.length > longClaim && denial.test(folded));
}
