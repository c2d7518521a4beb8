/** Trading in securities. The format stands at parseConcepts. */
export const BROKERAGE = `
stock: stock*, share price*, equity, equities, ticker*, gupiao
  股票 个股 证券 股 股份 标的 的票 我的票 个股票 股票账户
buy securities: buy stock*, buy share*, purchase stock*, purchase share*
  买入 买股票 建仓 买进 买票 申购 认购 加仓 补仓 买不进 买不了 抄底 买卖 买不到 不给买
sell securities: sell stock*, sell share*, liquidat*, sell, selling, sold
  卖出 卖股票 抛 抛售 清仓 平仓 卖掉 出货 卖 赎回 减仓 割肉 卖不出去 卖不掉 卖不了 抛掉 出掉 出了 脱手 变现 抛了 卖了 卖完 买卖
redeem: redeem fund*, redemption*
  赎回 提前赎回 取出来 卖基金 赎 提前支取 退出 支取
order at exchange: limit order*, market order*, stop order*, stop loss, place trade*, trade*, trading, open order*
  委托 挂单 下单 报单 废单 成交 委托单 限价 市价 没成交 下不了单 成交了没 挂了单 交易 挂 挂错 没买上 买没买上 不成交 下单失败 单子没成 排队 委托失败 报不进去
withdraw order: cancel order, cancel trade, withdraw order
  撤销委托 撤回委托 撤委托 撤·单 取消委托 取消挂单 撤不了 撤掉委托 撤 挂错 挂错了 收回来 收回 撤回来 撤不掉 撤了 不想买了 单子撤 撤单失败 撤不下来
invalid order: invalid order*, order rejected
  废单 委托失败 下单失败 无效委托 被拒单
conditional order: stop loss, stop order*, conditional order*, take profit, trigger order*
  条件单 止损 止盈 自动卖出 自动买入 到价 网格 智能条件单 触发 云条件单 止盈止损 自动止损 到价卖 自动交易 预约单 设个价
price limits: price limit*, limit up, limit down, circuit breaker*, trading halt*
  涨跌停 涨停 跌停 涨跌幅 停板 封板 熔断 一字板 涨幅限制
suspended stock: halted, trading halt*, suspended stock*, delist*
  停牌 复牌 退市 摘牌 临停
new shares: ipo, ipos, initial public offering
  新股 申购新股 中签 配号 新债 新股申购 顶格申购 抽签 打·新 中了签 打新股 认购新股 摇号 中签率 打新市值 市值 新股怎么买 打新条件 没中签 怎么打新 有没有中 中没中 申购额度 抽新股
pay for new shares: allot*
  中签缴款 弃购 中签 缴款 中了签 认缴 放弃认购
convertible bonds: convertible*, bond*
  可转债 转债 转股 新债 打新债 债券 强赎 回售
reverse repo: repo, reverse repo, gc001
  逆回购 国债逆回购 国债 回购 国债回购 国债逆回 借出钱
margin trading: margin*, leverage*, short sell*, shorting
  融资融券 两融 融资 融券 杠杆 信用账户 信用户 担保品 维持担保比例 平仓线 做空 配资 保证金 追保 融券卖出 授信 爆仓 强平 强制平仓 预警线 补钱 补保证金 追加担保 借钱炒股 借钱买股票 加杠杆 融资买入 担保比例 借券 融资买 两融账户 信用账号 保证金比例 加杠杆买 开两融
board permission: trading permission*
  开通 权限 创业板 科创板 北交所 港股通 交易权限 开权限 板块权限 开通权限 适当性 创业板权限 科创板权限 新三板 买不了创业板 没有权限 权限怎么开 开板 打开权限 开创业板 开科创板 开港股通 开北交所 资产要求 交易经验
Hong Kong stocks: hong kong, stock connect
  港股通 港股 沪港通 深港通 买港股 香港股票
STAR market: star market, chinext
  科创板 创业板 科创 创业
Beijing exchange: beijing exchange
  北交所 新三板 北京证券交易所 股转
options and futures: option trading, options trading, futures
  期权 期货 股指期货 股票期权
ETF: etf, etfs, index fund*
  场内基金 指数基金
dividend: dividend*, payout ratio
  分红 派息 红利 股息 除权 送股 除息 分红到账 配股 股利 派现 送转 除权除息 填权 分多少红 分钱 送多少股 发股息 红利到账 除权日 股权登记日 登记日
dividend tax: dividend tax
  红利税 股息税 补扣 红利税扣 股息红利税 差别化 补税
stamp tax: stamp duty
  印花税 过户费 经手费 规费
commission: commission*, brokerage fee*, trading fee*, kickback, yongjin
  佣金 手续费 费率 万几 万三 免五 交易费用 佣金率 交易佣金 股票手续费 拥金 用金 佣金多少 起收
lower commission: lower commission*, reduce fee*, negotiate
  调佣金 降佣金 佣金调低 优惠佣金 调低 降低佣金 佣金太高 佣金优惠
risk assessment: risk assessment*, risk profile*, risk tolerance, risk level, c3
  风险测评 风评 测评 风险评估 风险承受 风险等级 风险承受能力 测评过期 重新测评 风险问卷 风险不匹配 保守型 风险 匹配 不匹配 等级不匹配 评估 答题 测试 问卷 重新测 风险测试 不适合
positions: position, positions, holding*, portfolio
  持仓 仓位 持股 份额 市值 持股数 持有 我的股票 持股数量 手里的股
cost price: cost basis, average cost
  成本价 成本 摊薄 持仓成本 保本价 成本变
profit and loss: profit*, loss, gain, gains, return on, earnings, p and l
  盈亏 赚 亏 收益 亏损 赚了多少 亏了多少 浮亏 盈利 回报 赔了
quotes: quote*, market data, chart*, real time price*, market price, level2
  行情 走势 报价 大盘 指数 分时图 行情不动 五档 盘口 逐笔 行情延迟 股价 不刷新 行情刷新 看不到行情 行情卡 行情不更新 涨跌显示 买卖盘
trading hours: trading hours, market hours, market open*, pre market, after hours trading
  交易时间 开盘 收盘 集合竞价 盘后 几点开盘 几点收盘 休市 盘中 开市 闭市 早盘 尾盘 午盘 夜市委托 隔夜委托 几点能买 几点能交易 什么时候能交易 周末能交易 中午 午休 盘前 竞价 节假日交易
money between bank and broker: bank to broker transfer
  银证转账 银转证 证转银 银证 转入证券 银行转证券 证券转银行 转到证券 银行转 转到银行卡 转回银行卡 银证转帐 转回银行 转进股票账户 转入资金 转出资金 资金转出 打到你们 转到你们 打到股票账户 转进证券 打进证券账户 转进来 钱转进 转钱进 转进去 转出去 转不进 转不进去 转不出 资金划转 入资金 出资金 转不过来 打进来 资金进不去 银证转账失败
usable and withdrawable: available funds, settled funds, unsettled, withdrawable*
  可取 可用 可取资金 可用资金 卖出的钱 卖了股票 当天卖 卖股票的钱 可取金额 可取不等于可用 取不出来 不可取 转不出来 清算 交收 提不出来 转不走 钱取不出 卖完的钱 钱不能转 资金可用 为什么不能取 钱什么时候能取
move shares to another broker: transfer shares, transfer position*, transfer account*, move broker
  转户 转托管 托管 转移 迁移 撤销指定交易 撤指定 指定交易 转到别的券商 换券商 转券商 转到其他证券公司 换证券公司 转走 搬去 搬到 搬走 另一家 别家 转出股票 换一家 去另一家 股票转出 换家券商 转去别的券商 股票转走 挪到别家 转别家
transfer of ownership: inherit*, estate, transfer of ownership, deceased, death, died
  过户 非交易过户 继承 去世 遗产 遗嘱 身故 继承人 变更机主 改成他的
shareholder account: shareholder*
  股东账户 股东卡 股东号 一码通 股东代码 证券账户卡 股东户 股东账号
custodian bank: custodian*
  三方存管 存管银行 换绑 变更银行卡 换存管 更换存管 存管 换银行 换银行卡 改银行卡 绑定银行 绑定的银行卡 换一张银行卡 绑的银行 绑定的卡 换卡 换张卡 改绑 存管银行卡
trading account asset proof: asset certificate*, proof of assets, proof of funds
  资产证明 对账单 交割单 资产 持仓证明 成交记录 盖章 历史成交 打印 证明开具 证明材料 开个证明 资产截图 持仓单 收益证明
settlement slip: contract note*, trade confirmation*, settlement slip*
  交割单 成交记录 历史成交 当日成交 成交明细 交易流水
professional investor: professional investor*, accredited investor*
  专业投资者 合格投资者 普通投资者 资产要求 日均资产
odd lot: odd lot*, lot size, minimum quantity
  零股 一手 多少股 起买 碎股 股数 几手 手数
T+1: settle, settlement, day trade, day trading, same day sell, t0
  当天买当天卖 当天卖出 当日买卖 回转 当天能卖 日内
special treatment stocks: special treatment
  风险警示 退市整理 风险警示板
equity rights: vote, voting, shareholder meeting*, rights issue
  股东大会 投票 配股 网络投票 表决
trading password: trading password
  交易密码 资金密码 通讯密码 交易密码锁
trading app: trading app, trading software, trading terminal
  交易软件 通达信 同花顺 炒股软件 交易端 行情软件 客户端 交易系统
fund investing regularly: regular investment*, invest monthly, recurring invest*
  定投 基金定投 每月投 定期定额 扣款日 定投终止 每月自动 自动买 每个月买 定期买 每月买 每周买 自动申购 每个月自动
invoice of broker: advisor*, adviser*, investment advice, stock pick*
  投顾 投资顾问 荐股 推荐股票 客户经理 投资建议
account dormant: dormant*, inactive account*, unused account*
  休眠 不合格账户 睡眠户 长期不用 小额休眠 激活 规范账户 久悬 长时间不用 好久没用 很久没登 久悬户
maintenance ratio: margin call, maintenance margin
  维持担保比例 担保比例 爆仓 强平 平仓线 预警线 补钱 补保证金 追加担保物 追保 追加保证金
tax residency: crs, tax residen*, fatca
  税收居民 税收声明 涉税 税收居民身份
block trade: block trade*
  大宗交易 大宗 协议转让
restricted shares: restricted shares, lock up, lockup, vesting
  限售股 限售 解禁 股权激励 锁定期
foreign stocks: us stocks, foreign stocks, b shares
  美股 海外股票 纳斯达克
pledge: pledge*
  质押 股票质押 质押回购 解押
minimum commission: minimum commission
  起收 最低收
voucher for trading right: call auction*
  集合竞价 竞价 盘前 开盘前 挂单时间
`
