/**
 * Cyrillic, Greek and phonetic letters, each followed by the Latin letter it is mistaken for (after Unicode TR 39,
 * lower case). Only letters that look alike in both cases, or in the case people write, are here: a key must not tell
 * ΝΑΙ from ναι. Digits are never folded: O and 0, l and 1 stand for different claims.
 */
const pairs =
  "аaвbеeоoрpсcуyхxкkмmнhтtіiјjѕsԁdһhԛqԝwѵvӏlүyҽe" +
  "αaβbεeηhιiκkμmνvοoρpτtυyχxϲcϳj" +
  "ɑaɡgıiłløođdħhŧtɩiʏyʀrɴnʟlɪiᴀaʙbᴄcᴅdᴇeɢgʜhᴊjᴋkᴍmᴏoᴘpꜱsᴛtᴜuᴠvᴡwᴢz";

/** Latin letter by the code unit of its look-alike. */
export const lookalikes: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, i) => [pairs.charAt(2 * i), pairs.charAt(2 * i + 1)]),
);
