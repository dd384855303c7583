// The English of the simulated community, slot by slot as in words-zh.ts.

export const whoEn: readonly string[] = list(
  "my mother|my dad|a colleague|the neighbour|our landlord|my flatmate|an old friend|my cousin|the driver|the barber|our coach|the new intern|a stranger|the shop owner|my boss|the librarian|our teacher|grandma|the courier|two students|the mechanic|someone in the group|the caretaker|my brother|a nurse|the organiser|half the office|the kids|our guide|the waiter",
);
export const whenEn: readonly string[] = list(
  "this morning|last night|just now|over the weekend|at lunch|after work|at three a.m.|a few days ago|this month|during the holidays|last winter|in a meeting|before leaving|on Monday|on Friday evening|after the rain|while waiting|before bed|for half a year|on the way home|in the queue|an hour ago|at dawn|all summer",
);
export const whereEn: readonly string[] = list(
  "by the gate|at the station|in the market|on the pitch|downstairs|by the river|in the old town|at the library|in a corridor|on the train|at the airport|at the noodle bar|in the gym|out of town|on the beach|up the hill|at the corner shop|on the third floor|in the car park|on a bench|at the post office|in the cinema|at the night market|on the balcony|in the kitchen|near the site|under the bridge|at the museum|in a tea house|on the pier",
);
export const adverbEn: readonly string[] = list(
  "really|finally|actually|quietly|slowly|nearly|somehow|carefully|twice|barely|almost|suddenly|secretly|happily|stubbornly|again|gladly|rarely|casually|simply|surely|mostly|partly|honestly",
);
export const verbEn: readonly string[] = list(
  "saw|bought|mentioned|studied|sorted|recommended|asked about|photographed|tried|mended|lost|brought back|discussed|saved|drew|counted|waited for|missed|dug out|learned|fell for|moaned about|shared|replaced|unpacked|compared|borrowed|praised|forgot|prepared|found|packed|noted|gave up on|returned|changed|ordered|looked up|hid|cleaned",
);
export const adjectiveEn: readonly string[] = list(
  "cheap|pretty|dull|reliable|absurd|fresh|lively|quiet|complicated|tasty|puzzling|sturdy|gentle|crowded|lovely|ordinary|strange|cosy|tedious|brilliant|empty|good value|spotless|shabby|funny|obscure|fussy|solid|easy|stuffy|generous|tidy|tiring|noisy|plain|decent|hidden|rare|odd|warm",
);
export const feelingEn: readonly string[] = list(
  "touching, really|good mood today|so tired|cannot stop laughing|no idea why|the more I think the crosser I get|quite content|a bit of a shame|hard to say|what a relief|too hard|worth remembering|oddly happy|full of regret|did not expect that|seen it all|learned something|well, that explains it|do not ask|fair enough|hungry now|want to go home|about time|long story|still thinking about it",
);
export const againstEn: readonly string[] = list(
  "beats ours|looks worse|cost double|won us over|made no sense|sold out|changed hands|went well|fell flat|got cheaper",
);
export const askingEn: readonly string[] = list(
  "anyone know some|who has|looking for|where to get|is there any|want|please suggest|still need|hunting for|any tips on",
);
export const closerEn: readonly string[] = list(".|!|…|?|😂|👍|🌧️|🌸|🙃|...|😴|☕|🎉|🤔| haha| sigh| lol|✨|😭|🐱");
export const stockEn: readonly string[] = list(
  "lol|good morning|good night|same here|following|this|so true|thanks|well said|👍👍👍|😂😂😂|happy birthday|congrats|first|agreed|❤️❤️❤️",
);
export const reasonEn: readonly string[] = list(
  "spam|false information|personal attack|impersonation|copyright|flooding|private data|other",
);

export const topicsEn: readonly (readonly string[])[] = [
  list(
    "football|the final|goalkeeper|coach|penalty|home game|tickets|league|offside|referee|substitute|fans|tactics|extra time",
  ),
  list(
    "phone|battery|screen|earphones|system update|charger|camera|signal|processor|foldable|keyboard|router|memory|firmware",
  ),
  list(
    "hotpot|tofu|beef noodles|chilli|bacon|dumplings|cold jelly|crayfish|soy sauce|recipe|casserole|mooncake|soy milk|fried rice",
  ),
  list(
    "film|director|script|box office|score|camera work|trailer|lead actor|ending|documentary|dialogue|premiere|review|animation",
  ),
  list(
    "fast train|passport|guest house|suitcase|old village|sunrise|itinerary|flight|desert|hike|lake|cable car|snowy peak|campsite",
  ),
  list(
    "paper|exam|course list|scholarship|lab|supervisor|viva|homework|lecture|club|dorm|textbook|graduation photo|online class",
  ),
  list(
    "rent|renovation|floorboards|service charge|lift|balcony|tiles|leak|house move|agent|heating|parking space|kitchen|furniture",
  ),
  list(
    "a cold|check-up|dentist|sleep|blood pressure|running|appointment|pharmacy|knee|stiff neck|yoga|vitamins|allergy|vaccine",
  ),
  list(
    "kitten|retriever|fish tank|cat food|hamster|dog walk|neutering|parrot|vet|cat litter|stray dog|tortoise|lead|tinned food",
  ),
  list(
    "shares|funds|interest rate|salary|bonus|savings|bill|insurance|exchange rate|budget|invoice|loan|credit card|pension",
  ),
  list("concert|guitar|new album|drummer|monitor|folk song|lyrics|band|piano|tour|record|harmony|stage|intro"),
  list("downpour|typhoon|rainbow|cold snap|fog|thunder|snow|sunburn|flood|air quality|frost|sunset|hail|drought"),
  list(
    "bus|traffic jam|underground|shared bike|driving test|petrol price|electric car|traffic lights|tunnel|flyover|satnav|tyre|road closure|charging point",
  ),
  list(
    "game|save file|level|controller|co-op|skin|dungeon|console|lag|ranked match|walkthrough|patch|storyline|hidden quest",
  ),
  list(
    "novel|poems|author|bookmark|translation|essay|publisher|book club|comic|second-hand books|preface|serial|book review|shelf",
  ),
  list(
    "recycling|green space|noise|square dancing|public notice|volunteers|allotment|street lamp|council|water cut|vote|manhole|parcel locker|outdoor gym",
  ),
];

function list(words: string): readonly string[] {
  return words.split("|");
}
