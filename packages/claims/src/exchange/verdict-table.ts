/**
 * What publishers call their verdicts, in ours: the form that `parseVerdictWords` reads, so that a person can copy and edit it. Case, width,
 * accents, punctuation and Traditional against Simplified characters make no difference. A word that stands nowhere becomes `unproven` and is
 * named, so err towards leaving out. `mostly false` is not `false`: those who use it say that there is something in the claim.
 */
export const builtInVerdictTable = `false: false, pants on fire, four pinocchios, 4 pinocchios, three pinocchios, 3 pinocchios
false: incorrect, inaccurate, wrong, untrue, not true, fake, fake news, hoax, fabricated, fiction
false: bogus, baseless, no basis, debunked, refuted, scam, doctored, altered, manipulated
false: manipulated media, digitally altered, altered photo, altered video, altered image, fake quote
false: urban legend, misattributed, incorrect attribution, this is false, totally false
false: completely false, faux, falso, falsch, fałsz, falsz, onwaar, salah, hoaks, yanlış, ложь, фейк
false: خطأ, كاذب, زائف, 谣言, 假, 虚假, 不实, 不实信息, 假消息, 假新闻, 虚假信息, 网络谣言, 纯属谣言, 谣传, 伪造, 捏造, 造假, 错误, 错误信息
false: 假的, 事实错误, 失实, 与事实不符, 不属实, 子虚乌有, 含有不实讯息, 不实讯息, 假讯息, 确认为谣言, 伪科学, 伪常识, デマ, 誤り, 거짓, 사실아님, 사실 아님
misleading: misleading, mostly false, mainly false, largely false, barely true, mostly not true
misleading: distorts the facts, distorted, spins the facts, exaggerated, exaggerates, exaggeration
misleading: cherry picks, cherry picking, cherry picked, miscaptioned, false headline
misleading: misrepresented, misinterpreted, deceptive, trompeur, engañoso, enganoso, irreführend
misleading: fuorviante, misleidend, 误导, 误导性, 有误导, 具有误导性, 基本不实, 大部分错误, 部分不实, 夸大, 断章取义, 移花接木, 偷换概念
misleading: 张冠李戴, 大多错误, 不准确, ミスリード, 有失实
missing_context: missing context, lacks context, out of context, needs context, lack of context
missing_context: context missing, no context, sans contexte, manque de contexte, fuera de contexto
missing_context: fora de contexto, fehlender kontext, sin contexto, 缺乏上下文, 缺少上下文, 缺乏背景, 缺少背景, 脱离语境
missing_context: 脱离上下文, 缺乏语境, 需要补充背景, 事实厘清
outdated: outdated, out of date, old news, no longer true, old photo, old video, 旧闻, 过时, 旧闻重提, 旧图
outdated: 旧视频, 过期信息, 已过时, 旧谣新传
mixed: mixed, mixture, half true, partly true, partially true, partly false, partially false
mixed: mostly true, mainly true, mostly correct, mostly accurate, half false, half right
mixed: two pinocchios, 2 pinocchios, one pinocchio, 1 pinocchio, true but, both true and false
mixed: in between, cuestionable, partiellement faux, parcialmente falso, verdad a medias, 半真半假, 部分属实
mixed: 部分真实, 真假参半, 部分正确, 有真有假, 有待商榷, 基本属实, 大部分属实, 部分错误, 部分事实错误, 分情况
unproven: unproven, unverified, unsubstantiated, no evidence, lacks evidence, unsupported
unproven: unconfirmed, unfounded, undetermined, research in progress, in progress
unproven: not enough evidence, insufficient evidence, inconclusive, unknown, disputed, non prouvé
unproven: not proven, unclear, lost legend, sin pruebas, sem provas, unbelegt, 存疑, 尚无定论, 未经证实, 无法证实
unproven: 待核实, 待证实, 疑似谣言, 证据不足, 未知, 无从证实, 缺乏证据, 尚无证据, 没有证据, 无法查证, 事实不明, 个人意见, 含有个人意见, 有争议, legend
satire: satire, labeled satire, labelled satire, originated as satire, parody, humour, humor, joke
satire: sátira, satira, 讽刺, 恶搞, 玩笑, 戏仿, 段子
true: true, correct, accurate, verified, confirmed, correct attribution, geppetto checkmark
true: the geppetto checkmark, real, fact, vrai, verdadero, verdadeiro, cierto, wahr, richtig, vero
true: waar, benar, doğru, правда, صحيح, 属实, 真, 真实, 真的, 事实, 正确, 确有其事, 含有真实讯息, 确实如此, 消息属实, 真实信息, 事実
true: 正確, 사실
`;
