/** Languages of everything that people read. */
export const languages = ["en", "zh-Hans"] as const;
export type Language = (typeof languages)[number];

/** The same words in each language; a key that one lacks does not compile. */
export type WordTable<Words> = Readonly<Record<Language, Words>>;

export const languageNames: Readonly<Record<Language, string>> = { en: "English", "zh-Hans": "简体中文" };

/** The language of a list of wishes such as `navigator.languages`: every Chinese is answered in Simplified, all else in English. */
export function chooseLanguage(wishes: readonly string[]): Language {
  const known = wishes.find((wish) => /^(?:en|zh)\b/i.test(wish));
  return known !== undefined && /^zh\b/i.test(known) ? "zh-Hans" : "en";
}
