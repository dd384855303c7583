// The Chinese of the simulated community: everyday words in slots. Broad enough that unrelated posts share few bigrams.

export const whoZh: readonly string[] = split(
  "我妈 我爸 同事小李 隔壁阿姨 楼下大爷 室友 老同学 表哥 堂妹 舅舅 邻居 班主任 房东 快递小哥 司机师傅 店老板 健身教练 理发师 前台姑娘 实习生 部门经理 老王 小陈 阿强 师傅 导游 摊主 保安大叔 物业 群里的人 家里老人 女朋友 男朋友 孩子他爸 几个朋友 一位网友 老板娘 值班医生 图书管理员 修车师傅",
);
export const whenZh: readonly string[] = split(
  "今天早上 昨天晚上 刚才 上周末 中午 下班以后 凌晨三点 前几天 这个月 放假期间 去年冬天 开会的时候 午休时 吃完饭 出门前 月底 周一 周五傍晚 雨停之后 天还没亮 等车的时候 睡前 大半年来 近几年 暑假里 过年那阵 九点多 路过的时候 排队时 半小时前",
);
export const whereZh: readonly string[] = split(
  "小区门口 地铁站 菜市场 学校操场 公司楼下 河边 老城区 图书馆 医院走廊 高铁上 机场 火锅店 体育馆 郊外 海边 山顶 便利店 商场三楼 停车场 公园长椅 邮局 电影院 夜市 村口 阳台上 厨房里 工地旁 大桥下 早餐铺 博物馆 书店角落 茶馆 码头 十字路口 办事大厅 游泳馆 花店 面馆 旧货市场 健身房",
);
export const adverbZh: readonly string[] = split(
  "真的 居然 终于 其实 又 悄悄 一直 慢慢 好像 果然 差点 顺便 硬是 随手 忍不住 认真 偷偷 反复 勉强 特地 干脆 难得 照样 稀里糊涂 不小心 突然 总算 多半 几乎 当场",
);
export const verbZh: readonly string[] = split(
  "看见 买 说起 研究 整理 推荐 打听 拍下 试 修好 弄丢 带回 讨论 收藏 画 算清 等到 错过 排到 翻出 学会 迷上 吐槽 分享 换掉 拆开 对比 借走 夸 忘记 准备 搬走 找到 打包 记录 放弃 退掉 改 订 查",
);
export const adjectiveZh: readonly string[] = split(
  "便宜 好看 无聊 靠谱 离谱 新鲜 热闹 安静 复杂 好吃 难懂 结实 温柔 拥挤 漂亮 普通 奇怪 舒服 麻烦 精彩 冷清 划算 干净 破旧 有趣 冷门 讲究 实在 轻松 够味 耐看 闷热 厚道 利落 费劲 吵闹 朴素 体面 隐蔽 少见",
);
export const feelingZh: readonly string[] = split(
  "有点感动 心情不错 好累啊 笑死了 想不明白 越想越气 挺满足的 有些可惜 说不上来 松了口气 太难了 值得纪念 莫名开心 后悔死了 没想到吧 见怪不怪 长见识了 心里踏实 一言难尽 还能这样 真不容易 眼泪都快出来了 怪不得 谁懂啊 别问我为什么 服气 饿了 想回家 早该如此 回味无穷",
);
export const measureZh: readonly string[] = split("个 份 张 次 本 段 件 套 种 批");
export const closerZh: readonly string[] = split(
  "。 ！ … ～ 😂 👍 🌧️ 🌸 🙃 ？ 。。。 😴 ☕ 🎉 🤔 哈哈 唉 吧 呢 啦 🐱 🍜 ✨ 😭 🏃",
);
export const stockZh: readonly string[] = split(
  "哈哈哈 转发微博 👍👍👍 早安 晚安 顶 沙发 路过 支持一下 学到了 666 好的 收到 同问 蹲一个 😂😂😂 生日快乐 新年快乐 加油 ❤️❤️❤️",
);
export const reasonZh: readonly string[] = split(
  "垃圾广告 内容不实 人身攻击 冒充他人 涉嫌侵权 刷屏骚扰 泄露隐私 其他原因",
);

/** The same order as `topicsEn`. */
export const topicsZh: readonly (readonly string[])[] = [
  split("足球 决赛 门将 教练 点球 主场 球票 联赛 越位 裁判 替补 球迷 战术 加时"),
  split("手机 电池 屏幕 耳机 系统更新 充电器 相机 信号 处理器 折叠屏 键盘 路由器 内存 固件"),
  split("火锅 豆腐 牛肉面 辣椒 腊肉 饺子 凉粉 小龙虾 酱油 菜谱 砂锅 月饼 豆浆 炒饭"),
  split("电影 导演 剧本 票房 配乐 镜头 预告片 主角 结局 纪录片 台词 首映 影评 动画"),
  split("高铁 护照 民宿 行李箱 古镇 日出 攻略 机票 沙漠 徒步 湖泊 缆车 雪山 露营"),
  split("论文 考试 选课 奖学金 实验室 导师 答辩 作业 讲座 社团 宿舍 图书 毕业照 网课"),
  split("房租 装修 地板 物业费 电梯 阳台 瓷砖 漏水 搬家 中介 暖气 车位 厨房 家具"),
  split("感冒 体检 牙医 睡眠 血压 跑步 挂号 药店 膝盖 颈椎 瑜伽 维生素 过敏 疫苗"),
  split("小猫 金毛 鱼缸 猫粮 仓鼠 遛狗 绝育 鹦鹉 兽医 猫砂 流浪狗 乌龟 牵引绳 罐头"),
  split("股票 基金 利率 工资 年终奖 存款 账单 保险 汇率 理财 发票 贷款 信用卡 公积金"),
  split("演唱会 吉他 新专辑 鼓手 耳返 民谣 歌词 乐队 钢琴 巡演 唱片 和声 舞台 前奏"),
  split("暴雨 台风 彩虹 降温 大雾 雷声 积雪 紫外线 洪水 空气质量 寒潮 晚霞 冰雹 干旱"),
  split("公交 堵车 地铁 共享单车 驾照 油价 新能源 红绿灯 隧道 高架 导航 轮胎 限行 充电桩"),
  split("游戏 存档 关卡 手柄 联机 皮肤 副本 主机 掉线 排位 攻略组 补丁 剧情 隐藏任务"),
  split("小说 诗集 作者 书签 译本 散文 出版社 读书会 漫画 旧书 序言 连载 书评 书架"),
  split("垃圾分类 绿化 噪音 广场舞 公示 志愿者 菜园 路灯 居委会 停水 投票 井盖 快递柜 健身器材"),
];

function split(words: string): readonly string[] {
  return words.split(" ");
}
