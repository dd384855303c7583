// The small character tables of the attacks: only what the simulated community writes, plus partners for homophones.
// The tests hold readings and Traditional forms against pinyin-pro and OpenCC.

/** A reading with its tone, then the characters that have it. */
export const readings: readonly string[] = words(`
  a啊 ā阿 ài唉爱 ǎi矮 ān安 àn按 ba吧 bà爸 bǎ把 bái白 bǎi百柏 bàn半办 bǎn板版 bān搬班 bàng傍棒 bǎo保 bào暴 báo雹 bāo包 bèi备被
  běi北 běn本 bēn奔 bì蔽毕壁 bǐ比 biàn便辩 biān边 biǎo表 biāo标 bié别 biē憋 bǐng饼柄 bīng冰 bó博泊伯 bù不步部 bǔ补 cǎi彩
  cái裁财材才 cài菜 cān餐 cǎn惨 cāng仓 cáng藏 cáo槽 cāo操 chà差 chá查茶 chāi拆 chái柴 chǎng场 cháng长 chàng唱 chǎo吵炒
  cháo潮 chē车 chě扯 chén晨陈 chéng城成程 chī吃 chí持池 chōng充冲 chóng虫 chū出 chù处 chú厨 cǐ此 cì次 cí词瓷 cuì脆翠 cún存
  cūn村 cuò错措 dá答 dà大 dǎ打 dài贷带代 dān单 dàn但 dāng当 dàng档 dào道到 dǎo导倒 de的 dé得德 dēng灯 děng等 dì地递 dǐ底 diǎn点
  diàn电店 diào掉吊 dié叠蝶 dǐng顶 dīng丁 dìng订 diū丢铥 dǒng懂 dòng动 dōng冬东 dōu都 dòu豆 dǔ堵 dú读 dù度 duàn段断锻 duì队对
  dūn蹲吨 dǔn盹 duō多 duǒ朵 duó夺 è饿恶 é鹅 ěr耳 ér而 èr二 fā发 fǎ法 fán烦 fǎn反返 fàn饭 fān翻 fáng房 fàng放 fāng方 fèi费
  fēi非 fèn份 fěn粉 fēn分 fēng风疯 fù复副傅 fú服 fǔ腐 fū肤 gāi该 gài盖 gǎi改 gān干 gǎn感 gāng缸钢刚 gào告 gāo高 gè个 gē歌哥 gé隔
  gèng更 gēng耕 gōng攻工公 gòng共 gòu够 gǒu狗 gù固 gǔ古股鼓 gū姑 guà挂 guā刮 guài怪 guāi乖 guàn罐 guān关 guǎn馆管 guǎng广
  guāng光 guī龟规 guì柜 guǒ果 guò过 guō锅 hā哈 há蛤 hái还孩 hǎi海 hán寒 hàn旱 háng航 hāng夯 hǎo好 hào号 hé和河合 hóng虹洪红
  hòu厚后候 hú糊湖 hū乎 hù护 huà划画化 huā花 huàn换 huān欢 huǎn缓 huǐ悔 huí回 huì汇会 huǒ火 huò货或 jǐ挤几 jì纪记 jī圾击机基积 jí吉辑集
  jiā家加伽 jià驾价架 jiǎ假 jiàn见件键健荐 jiǎn检 jiān间 jiǎng讲奖 jiāng将浆 jiàng酱降 jiào教 jiāo椒交郊 jiǎo饺角 jié结 jiè介借
  jìn劲尽近 jīn金今 jìng静净镜 jīng精经 jǐng颈井 jiù旧舅就 jiū究 jiǔ九 jū居 jù剧具 jú局 jué决绝觉 kǎ卡咔 kāi开 kǎi凯 kàn看 kān勘
  kào靠 kǎo考 kě可 kè课克 kōng空 kòng控 kǒu口 kòu寇扣 kuā夸 kuǎ垮 kuài快筷 kuǎn款 kuān宽 lā啦垃 là辣腊 lái来莱 lǎn缆 lán篮
  làng浪 láng廊 lǎo老 láo牢 lè乐勒 lèi累泪类 léi雷 lěng冷 léng棱 lí离 lì利 lǐ里理李 liàn练 lián联连 liàng亮 liáng凉粮量 liáo聊
  liǎo了 lín邻淋 líng凌 lǐng领 liú遛流 lóng龙聋 lòu漏 lóu楼 lù露路录 lùn论 lún轮 luò落 luó锣 lǜ率绿 lüè略掠 má麻 mǎ码 mā妈 mǎi买
  mái埋 màn慢漫 mǎn满 mào冒 māo猫 máo毛 me么 méi没 mèi妹 měi美 mén门 mēn闷 men们 mí迷谜 miàn面 miǎn勉 mián眠 miáo苗瞄 miǎo秒
  mín民 mǐn敏 míng明名 mìng命 mò莫漠末 mù幕目 nà那呐纳 nài耐奈 nán难男南 nào闹 náo挠 nǎo脑 ne呢 nèi内 něi馁 néng能 niàn念 nián年
  niáng娘 niàng酿 niú牛 niǔ钮 nòng弄 nóng浓 nuǎn暖 nǚ女 pái排 pāi拍 pàn判 pán盘 páng旁 pàng胖 pǎo跑 páo袍 pèi配 péi陪
  péng朋 pī批 pí皮 piàn片骗 piāo漂 piào票 píng屏评平 pò破迫 pō颇 pǔ谱普朴 pù铺 qí奇其 qì气器弃 qǐ起 qī期 qiān牵签 qián前 qiáng强墙
  qiǎng抢 qiāo悄 qiáo桥 qīn侵 qín琴 qīng清轻 qíng情 qióng穷琼 qiú球求 qù趣去 qū区 quán权全 què确却 qún群裙 rán然燃 rǎo扰 rào绕
  ráo饶 rè热 rě惹 rěn忍 rèn认任 rén人 rì日 róng容荣融 róu柔 ròu肉 rú如 rù入 sài赛 sāi塞鳃 sàn散 sān三 sāo骚 sǎo嫂 shā沙砂
  shān山删 shàng上 shāng商 shǎo少 shào哨 shè涉社舍 shén什神 shēn身 shēng生声 shéng绳 shí实识时十 shì是试室示市事 shī师诗 shǒu手首
  shōu收 shòu兽 shū舒书叔 shù术 shǔ鼠暑 shuā刷唰 shuǎ耍 shuí谁 shuǐ水 shuì睡 shùn顺瞬 shuō说 shuò硕朔 sǐ死 sī私司 sōng松
  sòng送 sǒng耸 sù素宿 suàn算 suān酸 suí随 suì隧岁 tà踏 tā他她 tài太 tái台 tāi胎 tān摊滩 táng堂糖 tào套 tǎo讨 tè特忒 tǐ体 tì替
  tī梯 tiān天 tián甜 tiě铁 tiē贴 tǐng挺 tíng停 tīng听厅 tōng通 tóng同 tǒng统 tōu偷 tóu头投 tú涂徒图 tū突 tǔ吐 tuán团 tuān湍
  tuī推 tuì退 wài外 wāi歪 wǎn晚 wán完 wàn万 wǎng网 wàng忘 wáng王 wèi味为位 wēi微 wéi维 wěi委 wēn温 wèn问 wén文 wǒ我 wō窝
  wò握 wú无 wù物雾务 wǔ鹉舞午五 wū乌 xī稀惜膝 xì系戏 xí习 xià下 xiā虾 xiá霞 xiān鲜 xián嫌 xiǎn险 xiàn线限 xiàng像 xiǎng想享
  xiāng相箱 xiǎo小 xiào笑校 xiē些 xiè泄 xīn新心 xìn信 xíng行形 xìng性 xiū修休 xù序 xǔ许 xuǎn选 xuán旋 xué学 xuě雪 xuè血 xún巡
  xùn讯 yá牙 yā压 yán言研 yǎn眼演 yàn验 yàng样 yáng阳 yào药要 yáo谣 yè业夜 yé爷 yě也 yí宜姨 yī一医 yì易疫译 yǐ以椅已 yǐn隐引 yīn因音
  yìng硬映 yǐng影 yíng营 yīng鹦 yōng拥 yòng用 yǒng泳 yǒu有友 yòu又 yóu油由游邮 yú于瑜鱼 yù预育 yǔ雨 yuán原源园员 yuàn愿院 yuè越月
  zá杂砸 zài在再 zǎi载 zǎo早 zào噪 zhàn战站 zhǎn展 zhāng张 zhàng账 zhào照 zhǎo找 zhè这 zhé折 zhě者 zhēn真 zhèn镇阵 zhěng整
  zhèng正政 zhí直值 zhī支之 zhì质志 zhōng终中 zhǒng种 zhōu周洲 zhù住 zhǔ主 zhuǎn转 zhuān砖专 zhuāng装桩 zhuī椎 zhuì赘缀 zhǔn准
  zǐ子紫 zī资 zì字 zǒng总 zōng宗棕 zòu奏 zǒu走 zú足 zū租 zǔ组 zuò作座 zuó昨
`);

/** A Simplified character, then its Traditional form. */
export const traditionalPairs: readonly string[] = words(`
  辩辯 边邊 医醫 译譯 号號 无無 鹉鵡 乌烏 雾霧 务務 谱譜 朴樸 铺鋪 离離 里裏 鲜鮮 险險 线線 热熱 闹鬧 挠撓 脑腦 静靜 净淨 镜鏡 颈頸 经經 复復 肤膚 杂雜 吃喫 难難 动動
  东東 结結 实實 识識 时時 试試 师師 诗詩 温溫 问問 拥擁 挤擠 几幾 纪紀 击擊 机機 积積 辑輯 记記 凉涼 粮糧 统統 气氣 弃棄 术術 书書 码碼 妈媽 烦煩 饭飯 财財 轻輕 划劃
  画畫 干幹 颇頗 旧舊 游遊 邮郵 区區 门門 闷悶 们們 讲講 将將 酱醬 浆漿 奖獎 载載 耸聳 够夠 为爲 维維 后後 导導 锣鑼 费費 劲勁 尽盡 体體 隐隱 毕畢 见見 键鍵 检檢 荐薦
  间間 镇鎮 阵陣 剧劇 终終 种種 于於 预預 鱼魚 桥橋 质質 满滿 过過 锅鍋 点點 电電 顺順 营營 鹦鸚 随隨 岁歲 兽獸 认認 补補 头頭 强強 抢搶 墙牆 递遞 样樣 阳陽 戏戲 习習
  护護 涂塗 图圖 总總 夺奪 办辦 当當 档檔 场場 长長 爱愛 腊臘 错錯 泪淚 类類 听聽 厅廳 组組 课課 说說 硕碩 来來 莱萊 台臺 开開 凯凱 汇匯 会會 没沒 验驗 还還 这這 荣榮
  处處 厨廚 谁誰 别別 窝窩 么麼 饿餓 恶惡 鹅鵝 驾駕 价價 该該 盖蓋 词詞 穷窮 琼瓊 个個 张張 账賬 断斷 锻鍛 讨討 广廣 内內 馁餒 猫貓 冲衝 虫蟲 权權 评評 骚騷 扰擾 绕繞
  饶饒 录錄 愿願 园園 员員 转轉 砖磚 专專 发發 万萬 顶頂 订訂 虾蝦 学學 吨噸 绳繩 声聲 乐樂 决決 绝絕 觉覺 赛賽 鳃鰓 饺餃 练練 联聯 连連 盘盤 谜謎 战戰 叠疊 货貨 钮鈕
  资資 龙龍 聋聾 饼餅 骗騙 铁鐵 贴貼 缆纜 篮籃 车車 删刪 论論 轮輪 选選 业業 爷爺 团團 网網 装裝 桩樁 楼樓 压壓 挂掛 药藥 谣謠 赘贅 缀綴 钢鋼 刚剛 仓倉 龟龜 柜櫃 规規
  牵牽 签籤 关關 馆館 绿綠 宽寬 单單 贷貸 带帶 队隊 对對 讯訊 风風 疯瘋 红紅 读讀 灯燈 许許 买買 浓濃 丢丟 铥銩 换換 欢歡 缓緩 夸誇 准準 备備 领領 陈陳 呐吶 纳納 惨慘
  标標 邻鄰 酿釀 摊攤 滩灘 群羣 确確 却卻
`);

/** Characters that look alike. */
export const shapeGroups: readonly string[] = words(`
  未末 己已 土士 大太犬 人入 日曰 天夭 千干 木本术 由甲申 刀力 王玉主 午牛 夫失 今令 师帅 免兔 折拆 清请情晴
  侯候 辩辨 微徽 晴睛 贝见 乌鸟 于干 广厂 几儿 九丸 三王 上土 下卞 中申 小少 目自 白百 问间 住往 没设 有冇 的旳
  说税 看着 车东 买卖 真直 果杲 收牧 话活 得碍 到倒 门闩 家冢 园圆 会合 老孝 分兮 心必 好妤 名各 票栗 店占
`);

/** A character, then its halves. */
export const splitPairs: readonly string[] = words(`
  说讠兑 好女子 明日月 林木木 朋月月 相木目 知矢口 时日寸 现王见 的白勺 信亻言 他亻也 她女也 们亻门 看手目 认讠人 识讠只 话讠舌
  球王求 教孝攵 场土汤 理王里 请讠青 论讠仑 记讠己 讨讠寸 试讠式 词讠司 译讠泽 读讠卖 课讠果 谱讠普 谁讠隹 让讠上 课讠果 河氵可 海氵每 湖氵胡
  油氵由 酒氵酉 江氵工 洪氵共 沙氵少 济氵齐 江氵工 没氵殳 清氵青 样木羊 村木寸 楼木娄 机木几 校木交 桥木乔 材木才 枝木支 档木当 妈女马 姑女古 妹女未
  奶女乃 嫁女家 住亻主 作亻乍 做亻故 像亻象 休亻木 体亻本 保亻呆 值亻直 饭饣反 饺饣交 饿饣我 馆饣官 银钅艮 钱钅戋 铁钅失 错钅昔 键钅建 领令页 预予页
  顶丁页 顺川页 颈工页 颗果页 难又隹 对又寸 观又见 欢又欠 戏又戈 鸡又鸟 加力口 如女口 吃口乞 吐口土 听口斤 唱口昌 哈口合 咖口加 吵口少 叫口丩 味口未
`);

function words(block: string): readonly string[] {
  return block.trim().split(/\s+/);
}
