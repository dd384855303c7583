import type { LintWordLists } from "./word-lists.ts";

const list = (words: string): readonly string[] => words.split(/\s*\n\s*|\s*,\s*/).filter((word) => word !== "");

/** English words, folded; `*` stands for any ending. A phrase is written with its spaces. */
export const lintWordsEn: LintWordLists = {
  refuse: {
    topic:
      list(`politic*, election*, electoral, voter*, ballot*, referendum*, geopolitic*, abortion, immigration, migration policy,
      vaccin*, pandemic, covid*, climate change, climate policy, war on, military operation, unemployment, economy, economic outlook, housing policy,
      human rights, democra*, dictator*, protest*, demonstration*, strike action, trade union*, labour dispute*, labor dispute*,
      corruption, nepotism, censorship, independence movement, separatis*, secession*, sovereignty, territorial, massacre, revolution*,
      historical nihilism, ideolog*, propaganda, public opinion, sensitive topic*, sensitive content, sensitive event*,
      current affairs, social issue*, gun control, gender ideolog*, feminis*`),
    stance:
      list(`anti, unpatriotic, patrioti*, disloyal*, loyal*, subversi*, dissent*, dissident*, opposition, oppose*, opposing, hostile force*,
      hostile to, criticis*, criticiz*, critique*, slander*, smear*, disparag*, denigrat*, vilif*, badmouth*, discredit*, disrespect*, insult the, mock*,
      ridicul*, against the state, against the country, undermin*, extremist view*, radical view*, wrong view*, incorrect view*, opinion*, viewpoint*,
      left wing, right wing, leftis*, rightis*, conservative*, liberal*, progressive*, woke, positive energy, mainstream value*, core value*,
      correct value*, social stability, public order, harmony, harmonious, disharmony, provoke confrontation, stir up*, incite discontent, rumourmonger*,
      rumormonger*, badmouthing, complaints about, complaining about`),
    target:
      list(`christian*, muslim*, islam*, jew, jews, jewish, judaism, hindu*, buddhis*, catholic*, protestant*, sikh*, atheis*, falun*, taois*, religio*,
      creed*, church*, mosque*, cleric*, ethnic*, race, racial, tribe*, nationalit*, foreigner*, immigrant*, migrant*, refugee*, chinese, american*, russian*,
      ukrainian*, israeli*, palestin*, taiwan*, tibet*, uyghur*, uighur*, xinjiang, hong kong*, japanese, korean*, indian*, african*, european*, german*, french, british,
      iranian*, turkish, turks, arab*, kurd*, mongol*, women, men, gay*, lesbian*, lgbt*, transgender, homosexual*, feminist*, communis*, capitalis*,
      socialis*, democrats, republicans, party member*, political part*, ruling party, nation, nations, country, countries, homeland, motherland, president*,
      prime minister*, minister*, mayor*, senator*, chairman, head of state, national leader*, leaders, activist*, lawyer*, petitioner*, veteran*, student*,
      teacher*, peasant*, the poor, elderly people, native speaker*, dialect*, speaks, speaking language, minority, minorities`),
    sentiment:
      list(`negative emotion*, negative feeling*, negative sentiment*, negativ*, anger, angry, outrage*, resentment, discontent*, dissatisf*, pessimis*,
      panic, fearmonger*, hateful feeling*, emotion*, sentiment*, hopeless*, demoralis*, demoraliz*, gloom*`),
    spares_one_side: list(
      `praise*, praising, applaud*, support for, supporting the, patriotic, positive coverage, favourable, favorable`,
    ),
  },
  criticism:
    list(`criticis*, criticiz*, critique*, insult*, slander*, smear*, defam*, mock*, ridicul*, disrespect*, discredit*, disparag*, denigrat*, vilif*, undermin*,
    tarnish*, attack*, complain*, question*, doubt*, accus*, allegation*, expose*, negative*, bad light, bad name, reputation, image of, satir*, caricature*, blame*`),
  authority:
    list(`government*, state, authority, authorities, official*, police, court*, judge*, army, military, leader*, ruling, ministr*, minister*, mayor*, president*,
    parliament*, party, regime, public body, public bodies, institution*, operator, operators, platform, moderator*, administrator*, management, the company, companies,
    corporation*, enterprise*, business, businesses, brand*, employer*, sponsor*, advertiser*, civil servant*, agency, agencies`),
  falsity: list(
    `false, falsehood*, fake news, rumour*, rumor*, misinformation, disinformation, untrue, misleading, inaccurate, unverified, unconfirmed`,
  ),
  determined: list(`determination, determinations, determined`),
  behaviour:
    list(`account*, post*, send*, sent, copy, copies, copied, repeat*, report*, pay*, paid, hire*, sell*, sold, buy*, buys, bought, trade*, pretend*, pose*, posing, impersonat*,
    register*, run by, runs, operate*, automat*, publish*, expos*, contact*, threat*, demand*, collect*, like*, follow*, join*, claim*, hide*, hiding, disclos*, conceal*,
    coordinat*, in step, message*, upload*, share*`),
  warn: {
    topic_maybe: list(
      `vote*, news, health, medicine, school*, city, local, region*, public safety, disaster*, epidemic*, society, social, culture, law and order`,
    ),
    vague:
      list(`harmful, inappropriate, improper, undesirable, unhealthy, indecent, objectionable, offensive, bad influence, and so on, etc, other behaviour, other behavior, sensitive,
      malicious*, disturb*, disrupt*, chaos, disorder`),
  },
};
