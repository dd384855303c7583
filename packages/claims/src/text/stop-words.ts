/** Function words of English: they say nothing about which claim is meant. "not" and "no" stay: they turn it round. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "a an the and or but if then than that this these those there here of in on at by to from for with about into over after before up down out off " +
    "is are was were be been being am do does did doing have has had having will would can could shall should may might must " +
    "i me my we our us you your he him his she her it its they them their who whom whose which what when where why how " +
    "as so such too very just also only own same other some any each all both more most s t re ve ll d m rt via amp"
  ).split(" "),
);
