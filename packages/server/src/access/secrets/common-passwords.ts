// What is tried first: words and phrases that head every published list, and those that come to mind in front of a form that
// wants twelve characters. Lower case, without spaces, substitutes taken back, since that is how they are compared.
const english = `
password passwort passw0rd password1234 passwordpassword mypassword thepassword newpassword changeme changemenow changeitnow
letmein letmeinnow letmeinplease welcome welcomehome welcometo welcomeback administrator adminadmin administrador superadmin
superuser rootroot administration trustno trustnoi iloveyou iloveyousomuch iloveyoubaby iloveyouforever sunshine princess
football baseball basketball superman batman spiderman dragon monkey master shadow michael jennifer qwerty qwertyqwerty
qwertyuiop qwertyuiopasdf asdfghjkl asdfasdfasdf zxcvbnm onetwothree onetwothreefour correcthorsebatterystaple
correcthorse horsebatterystaple opensesame abracadabra whatever whatevernow nothing nothingtosee something somethingsecret
secret secretsecret topsecret verysecret supersecret itsasecret computer internet samsung iphone google googlegoogle microsoft
facebook starwars pokemon liverpool manchester manchesterunited chelsea arsenal juventus barcelona realmadrid hello helloworld
hellohello hellothere goodmorning goodbye summer winter spring autumn january february december november october september
monday friday temporary temporarypassword default defaultpassword testtest testtesttest testing testingtesting testpassword
guest guestguest demodemo demodemodemo example examplepassword security securepassword moderator moderation moderators
community forumadmin truststrong trustandsafety letmeinletmein access accessgranted thisisapassword thisismypassword
thisisasecret mysecretpassword pleaseletmein nopassword nopasswordneeded ihatepasswords iamtheadmin
`;
const pinyin = `
woaini woainiwoaini woaini1314 woaini520 wodemima mimamima mima123456 zhongguo woaizhongguo beijing shanghai nihao nihaonihao
nihaoma aini1314 guanliyuan woaiwojia wozuiaini wangluo anquan yonghuming denglu
`;
const digits = `
123123123123 123456123456 111222333444 112233445566 123454321234 121212121212 123321123321 147258369147 159357159357
520131452013 131452013145 520520520520 123412341234 100200300400 987654321987 101010101010 123456789123 123456789012
`;

export const commonPasswords: ReadonlySet<string> = new Set(
  `${english} ${pinyin} ${digits}`.split(/\s+/).filter(Boolean),
);
