/** Words of the tried post and of imports. */
export const tryWords = {
  tryIntro: "What the check would say of a post before it is published. Nothing of it is kept, and nobody is told.",
  tryKey: "Write a text to check",
  yourText: "The post",
  postText: "Text",
  postTextHint: "As its author would post it. Ctrl and Enter checks it.",
  promptLanguage: "Its author reads",
  promptLanguages: { text: "the language of the text", en: "English", "zh-Hans": "简体中文" },
  check: "Check",
  checking: "Comparing with the registry…",
  textChanged: "The text has changed since; check it again.",
  verdictOfCheck: {
    nothing: "Nothing that the registry knows",
    none: "Nothing that the registry knows",
    repeats: "It repeats a known claim",
    mentions: "It speaks about a known claim",
  },
  bandText: {
    recognised:
      "Sure enough that its author would be shown what was found. In a thousand posts that repeat nothing, one is taken for this.",
    suggest: "Alike enough to be suggested to people. Something speaks against being sure.",
    nothing:
      "No entry is near enough. Rumours without a common word, in another language or in a picture are not found.",
  },
  markedHint: "Marked is what it shares with the entry.",
  isCut: "It is long: its first 4,000 signs were compared.",
  sample: (posts: string, accounts: string): string =>
    `${posts} posts of ${accounts} accounts said nearly the same in the last 24 hours, the first`,
  exposedHint: "Numbers of people stand in it. Where the post is taken in, they are masked before anything is kept.",
  authorSees: "What its author would see",
  authorSeesNothing: "Nothing: no completed, public finding on the false side is repeated.",
  authorSeesHint: "They alone see it. Whether they publish is their choice, and no trace of it is kept.",
  matches: "Entries like it",
  noMatches: "None is near enough to be named.",
  comparedWith: (field: string): string => `Most like ${field} of the entry.`,
  heldBack: "Not recognised, because:",
  markInText: "Mark this one in the text",

  importsIntro:
    "Findings of other desks, taken over from their files. None has an effect before three editors here have adopted it, whatever the file says of itself.",
  importFile: "Import a file",
  importShapes:
    "ClaimReview (a page, a feed), the answer of Google's claims:search, NDJSON, JSON or CSV; plain, gzip or zstd. The file is recognised by what it holds. Importing it again changes nothing.",
  file: "File",
  fileTooLarge: "It is larger than 256 MiB. Cut it in two.",
  importRun: "Import",
  importing: "Reading and taking over; a large file takes minutes…",
  importDone: (name: string): string => `“${name}” has been read`,
  importCounts: {
    records: "Records",
    added: "New",
    updated: "Changed",
    unchanged: "As before",
    rejected: "Not used",
    leftOut: "Fields left out",
  },
  toAdopt: "Look through what waits for you to adopt it",
  unknownVerdicts: "Verdicts that nobody explained",
  unknownVerdictsHint: "They became “unproven”, which is never matched with effect.",
  verdictsMore: (n: string): string => `${n} more`,
  times: (n: number): string => (n === 1 ? "once" : `${n} times`),
  aside: "What was not used, and why",
  asideKinds: { rejected: "record not used", left_out: "field left out" },
  asideMore: (n: string): string => `${n} more`,
  asideTitle: "What an import put aside",
  asideIntro:
    "By the place in the file. Mend these records there and import the file again: what stands already stays as it is.",
  nothingAside: "Everything in this file was used",
  line: (n: string): string => `Line or record ${n}`,
  fieldName: (name: string): string => `${name}: `,
  exportTitle: "Export",
  exportText:
    "Every entry in force, one in a line, in the fields that an import takes. Other registries read it as it is.",
  exportRun: "Download the registry as NDJSON",
  pastImports: "Imported up to now",
  noImports: "Nothing has been imported",
  noImportsHint: "Files of fact-checkers bring a registry to life; their findings then wait for three editors.",
  importLine: (counts: {
    readonly records: string;
    readonly added: string;
    readonly updated: string;
    readonly rejected: string;
  }): string =>
    `${counts.records} records: ${counts.added} new, ${counts.updated} changed, ${counts.rejected} not used`,
};
