/** What is asked about anything at all: when, how long, where, how much, how many, whether it may be, why. */
export const ASKING = `
~how long: how long, how soon, how fast, how many days, how many hours, duration, eta, take long, takes so long, long does it take, lead time, turnaround, timeframe, time frame, how quickly, wait time, waiting time, length, number of days, days will
  多久 多长 时长 时限 多少天 需要几天 要几天 多少小时 几个小时 大概多久 最快 工作日内 几天能 多少个工作日 几天内 时效 几天 半天
~when: when, what time, what day, which day, date, dates, what date, which date, at what time
  什么时候 几点 几号 日期 时间 何日 哪天 几月 啥时 什么日子 时间点
~deadline: deadline*, due, until when, by when, cut off, cutoff, last day, due date, till when, no later than, last date, time limit, run out
  截止 最晚 最迟 期限 时限 到期日 最后期限 截止日期 截止时间 还款日 来得及 限期
opening hours: opening hours, open hours, opening time*, hours of operation, business hours, office hours, what time open, what hours, when open, when are you open, are you open, open on, closing time, close at, stay open, working hours, hours
  营业时间 上班 开门 关门 下班 工作时间 开放时间 开不开门 几点开门 几点关门 办公时间 服务时间 上班时间 上不上班 开不开 营业 几点上班 几点下班 营业吗 放假 有开 有开吗 开到几点 几点开 几点关 几点营业 星期六开 有没有开 开门时间 礼拜六开 中午休息 午休
weekend: weekend*, saturday*, sunday*
  周末 星期六 星期天 周六 周日 礼拜天 礼拜六 双休 星期日 假日 礼拜
holiday: holiday*, christmas, easter, new year, bank holiday*, thanksgiving, public holiday*
  节假日 放假 春节 国庆 元旦 过年 五一 法定节假日 中秋 长假 假期 清明 国定假日
night: night*, midnight, round the clock, 24 hour*, 24/7, 24 7, late at night, overnight, nighttime
  晚上 夜里 半夜 凌晨 夜间 全天 小时 深夜 夜市 通宵
~early: early, earlier, earliest, ahead of time, in advance, beforehand, ahead, prior
  提前 提早 早点 预先 事先 最早
~late: delay*, later, postpon*, overdue, behind schedule, tardy, lateness, put off, held up
  延迟 晚 推迟 延后 推后 延误 晚点 迟 误点 晚几天
~today: today, tonight, same day, right now, immediately
  今天 当天 当日 今日 马上 立刻
~tomorrow: tomorrow, next day, overnight
  明天 次日 隔天 隔日
~monthly: per month, each month, every month, monthly
  每月 每个月 按月 月度 月月
~yearly: annual*, per year, every year, per annum, yearly, each year
  每年 年度 按年
~fast: quick*, fast, faster, express, urgent*, asap, immediate*, instant*, rush, speed up, hurry, expedit*, right away, straight away, priority, speedy
  加急 尽快 快点 快速 急 急用 马上 立即 实时 秒到 赶快 抓紧 催 快一点 立刻 即时 赶时间 优先
~where: where, whereabouts, which place, what place, location of
  哪里 在哪 地方 什么地方 位置 入口 哪找 去哪 哪个页面 哪可以
location: location*, located, situated, directions, nearest, closest, nearby, near, get there, how far, map, around here, close by, local, where are you
  位置 地点 地址 附近 最近的 路线 怎么走 多远 离我 在哪儿 周边 哪边有 就近 坐标
branch: branch*, in your store, shops, outlets, in person, physical location, office, offices, counter, counters, in store, brick and mortar
  网点 营业部 柜台 门店 营业厅 支行 线下 实体店 柜面 银行网点 分行 临柜 分店 店里 大厅 窗口 营业网点 线下门店 专柜 现场 临时柜台 分公司 最近的分行 附近的网点 哪家网点 分行在哪
~online: online, website*, site, web, internet bank*, via internet, webpage
  网上 线上 官网 网站 网页 在线 远程 网络 足不出户 互联网
~cost: price*, cost*, fee, fees, charge, charges, charged, charging, how much, rate, rates, tariff*, surcharge*, pricing, quote, pricey, how much money, expensive*
  手续费 费用 收费 费率 多少钱 价格 扣费 要钱 花钱 资费 价钱 收钱 服务费 价位 收不收费 要不要钱 要交钱 收多少 要多少钱 花费 成本 月租 价目 计费 钱吗 收取 扣多少 怎么收 交多少 工本费 收手续费 要花多少 多少費用 贵
~free: free, complimentary, no charge, no cost, gratis, without paying, free of charge, at no cost, for nothing, waive*, waiver
  免费 免 不要钱 不收费 不花钱 白送 免手续费 免年费 减免 不用钱 免收 零费用
discount: discount*, coupon*, promo*, voucher*, offer, offers, deal, deals, on sale, cheap*, rebate*, reduced, reduction, special price, percent off, save money, lower price, black friday, concession*, affordable, budget, youhui, bulk discount, volume discount, startup discount, educational discount, loyalty discount, cheaper for
  优惠 折扣 打折 优惠券 券 红包 满减 促销 活动 便宜 代金券 抵扣 减免 打几折 特价 折价 优惠码 抵用券 团购 秒杀 立减 折价券 优惠活动 低价 降点 优惠卷 惠券
charity: charit*, non profit*, nonprofit*, ngo, ngos, non-profit*, foundation, not for profit
  公益 慈善 非营利 捐款 捐赠 捐
student: student*, school*, teacher*, academic*, pupil*, campus, educational*
  学生 学校 大学 教育 老师 在校 学生证 教师 校园 大学生
senior: senior*, elderly, pensioner*, retiree*, old people, over 65, aged
  老人 老年 长者 长辈 老年人 退休
~limit: limit*, maximum, max, cap, at most, upper limit, most i can, up to, quota*, threshold, allowance*, how large, how big, ceiling
  限额 额度 上限 最多 最高 限制 限购 超限 限次 封顶 大额 最大 限量 多少额度 超出 超额 超过限额 单日 单笔 日限额
~minimum: minimum, min, least, at least, lowest, lower limit, smallest
  最低 起点 最少 起存 至少 起投 门槛 起购 下限 最小
~how many: how many, number of, count, how often, times, how frequently
  几次 多少个 数量 多少次 次数 几个 几张 几笔 多少张 多少笔 几遍
~allowed: allow*, permit*, possible, am i able, acceptable, okay to, forbid*, prohibit*, welcome, banned
  允许 许可 准许 行吗 可行 允不允许 禁止 不准 接受
~required: require*, necessary, must, mandatory, obligat*, have to, compulsory
  必须 一定要 必要 非得 要不要 用不用 强制 必填
~eligible: eligib*, qualif*, criteria, requirement*, conditions, condition, entitled, prerequisite*
  条件 要求 门槛 资格 符合 满足 标准 什么人 哪些人 够格 准入 啥条件
~documents needed: document required, paperwork, what to bring, documentation, certificate*, proof of address, proof of income, supporting document*, need to bring, bring with, which documents, what documents, required documents, documents do i need, documents needed, identity papers
  材料 资料 证明 文件 手续 凭证 带什么 带啥 带哪些 准备什么 需要准备 证件 证明材料 准备哪些 要准备 携带 收入证明 所需文件 要带
~steps: steps, procedure, procedures, instructions, guide, tutorial, walk me through, manual, way to
  流程 步骤 方法 操作 途径 方式 渠道 教程 说明书 指南 操作步骤
~apply: apply, applied, applying, application*, request*, submit*, obtain*, requested
  申请 办理 办 申办 申领 提交 申报 受理 领取 申請 递交
~status: status, progress, update on, how far along, in progress, state of
  进度 状态 进展 到哪了 怎么样了 办到哪 审核进度 处理进度 走到哪 进度查询
~check: look up, view, find out, look at, where can i see, where do i find, where to find, lookup, inquir*, enquir*
  查询 查看 查 看 看到 查找 查一下 看一下 了解 哪里看 哪里查 查得到 咋看 咋查 怎么看 怎么查 看看 查看一下 能看 查到 查不到
~why: reason*, what caused, cause, explanation, explain
  为什么 原因 怎么会 理由 缘故 凭什么 何故 无缘无故 莫名其妙 平白无故
~meaning: mean, means, meaning, definition, define, stand for, what does it mean, term
  意思 含义 定义 什么叫 是什么意思 啥意思 解释 概念
~difference: difference*, differ, compare*, comparison, versus, vs, distinguish, better, which is better
  区别 不同 差别 对比 比较 差异 哪个好 有啥区别 分别 有什么不一样
~recommend: recommend*, suggest*, advice, advise, should i choose, best, which one, tips
  推荐 建议 哪个好 选哪个 怎么选 哪款 介绍一下 哪种 推荐一下
~types: kind, kinds, sort of, categor*, variety, selection, range of, which kinds, list of, which types, what types, types of, type of
  类型 种类 哪些 品种 哪几种 类别 分类 几种 有啥
fail: declin*, reject*, refus*, denied, not accepted, fail*, unsuccessful*, did not go through, not go through, does not go through, not through, turned down, bounced, would not take, will not take, not take, keeps failing, bounc*, payment failed, card rejected, will not go through, does not work with my card
  失败 不成功 没成功 未成功 被拒 拒绝 不通过 没通过 审核不通过 未通过 驳回 被退回 没过 过不了 不批 退件 审核没过 被驳回 交易失败 支付失败 付不了 刷不过 刷不了
not working: not work*, does not work, stopped working, broken, error*, problem*, trouble*, faulty, bug, bugs, malfunction*, defect*, glitch*, wrong with, not functioning, out of order, stuck, can not use, unable to use, does not respond, unresponsive, acting up, not responding, issue with, technical issue*, having issues, have issues, having trouble
  报错 出错 错误 异常 不行 无法 不能 用不了 没法 没办法 故障 打不开 点不动 没反应 不好使 不好用 不能用 搞不定 弄不了 不灵 出问题 有问题 毛病 不起作用 卡住 不工作 失灵 使用不了 出毛病 坏了 不管用 无反应 办不了 不对劲
not received: not receiv*, did not receive, never received, have not received, not arriv*, never arrived, never came, did not get, have not gotten, not getting, not come, did not come, not show*, never got, still waiting, have not got, not there yet, not yet received, not here, did not arrive, has not arrived, nothing came, not turned up, nothing arrived, still not arrived, still has not
  收不到 没收到 未收到 没有收到 没到 没拿到 未到 收不着 没收着 没到账 未到账 不到账 还没到 没来 不来 收不到短信 没动静 没加上 没到帐 没有到账 迟迟不到 没有到 没见到 没进来 好几天了 一个多星期
~missing: missing, disappear*, vanish*, can not find, nowhere to be found, not show up, not visible, can not see, does not show, not showing, not displayed, lost data, do not see
  不见了 消失 找不到 没有了 看不到 没显示 不显示 显示不出 没了 找不着 看不见 没看到 哪去了 没有显示
~wrong: wrong, incorrect*, mistake*, not right, mismatch, inaccura*, by accident, accident*, typo, messed up, by mistake, inadvertent*, oops, mistyped, entered wrong, erroneous*
  错 错误 弄错 搞错 写错 填错 输错 不对 不小心 误操作 有误 失误 手滑 点错 错了 打错 不正确 不符 选错 手误
~pending: pending, waiting, wait, still not, processing, taking too long, outstanding, under review, in process, not processed, awaiting, under verification, approval, approve*, approved
  处理中 等待 审核中 还没 一直 迟迟 待处理 等了 进行中 在途 待审核 没审核 审核 还在审核 受理中 没批下来 批下来 批 没审 审 通过 没批
~again: second time, one more time, redo, resubmit, re-apply, reapply
  重新 再次 再来 重来 重做 重复
twice: twice, double, duplicat*, two times, two charges, charged again, same thing again, two of the same, 2 times, double charged, paid for two, paid two times, charged two, paid twice
  重复 多扣 扣两遍 双重 两遍 重复扣款 重复扣费 多扣了 双份
~more: increase*, rais*, higher, larger, bigger, extend my limit, boost
  提高 增加 提升 调高 提额 扩大 上调 变多 涨 加大 加点 调大 临时加 不够花 不够用
~less: decreas*, reduc*, lower, smaller, lessen
  降低 减少 调低 降 减 下调 变少
~extend: extend*, extension*, prolong*, renew*, longer, rollover
  延长 延期 展期 续期 续约 顺延 续签 延 更长
expired: expir*, out of date, valid, validity, no longer valid, lapsed, outdated, expiration, good until
  过期 失效 有效期 到期 有效 无效 作废 过了期 期满 失效了 过保 有效期限 逾期未
combine: combin*, merge*, consolidat*, join together, together, same box, one parcel, one package, in one shipment
  合并 一起 拼单 凑单 合在一起 合到一起 合成 一起发 放一起 同一个包裹 一起寄
split: split*, separate*, divide*
  拆分 分开 分批 单独 分摊 分单
~share of: percent*, proportion, ratio
  比例 百分比 占比 百分之
business: business*, compan*, corporate, organisation*, organization*, employer*, enterprise*, firm, startup, buisness
  公司 企业 单位 机构 对公 公户 商户 商家 个体户 雇主 法人 法人户
foreigner: foreigner*, non resident*, expat*, immigrant*, not a citizen, foreign national*, noncitizen, citizenship
  外国人 老外 外籍 境外人士 非居民 外籍人士 港澳台居民 移民
country: countr*, region*, nation*, europe*, eu, uk, usa, worldwide, globally, internationally
  国家 地区 全国 哪些国家 全球 各地
abroad: abroad, overseas, foreign countr*, international*, other countr*, another country, worldwide, outside of country, outside the country, out of the country, on vacation, on holiday, travelling, traveling
  境外 国外 海外 出国 国际 外国 港澳台 跨境 去国外 去日本 去泰国 旅游 出境 人在国外 在国外 去美国 去韩国 去欧洲 留学 出国刷卡 国外刷卡 国外用 海外消费
elsewhere: out of town, another city, other city, different state, remote*
  异地 外地 跨省 外省 人在外地 别的城市 换城市 省外 远程
language: language*, translat*, english, spanish, french, german, chinese, bilingual, interpreter*, langauge
  语言 英文 中文 翻译 英语 双语 外语 英文版 繁体
~in person: myself
  本人 亲自 自助 自行
group: group*, bulk, large party, several people, many people
  团体 团队 批量 多人 集体 群
~size: size*, dimension*, how large, large, small, bigger, smaller, how big, measurement*, weight, weigh, height, width
  尺码 大小 尺寸 码数 偏大 偏小 合适 规格 多大 多重 重量 体积
colour: colour*, color*
  颜色 色差 花色 换个颜色
~new: brand new, newest, latest version, newly
  新款 最新 新版 全新
`
