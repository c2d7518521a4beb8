/** Paying and being paid: cards, transfers, cash, bills, plans, refunds, fraud. The format stands at parseConcepts. */
export const MONEY = `
pay: pay*, paid, settle*, remittance, pay for, payement, paymnet, fukuan, zhifu
  付款 支付 付钱 缴费 交钱 付 结账 买单 缴 交费 缴纳 缴款 结算 付不了 付不出去 交了钱 付费 扫码付 付不了款 刷了 刷 付过
payment methods: payment method*, ways to pay, how can i pay, payment option*, forms of payment, type of payment, accept card, paypal, apple pay, google pay, visa, mastercard, amex, american express, klarna, contactless pay*, take cards, accept credit card*, pay with, pay by, pay in cash, sepa, ach, bank transfer, cash only, accept cards, pay by card, pay cash, take my card, take paypal, accept american express, credit cards accepted, do you take, pay in euros, foreign cards, currency accepted, contactless accepted, only cash
  支付方式 付款方式 怎么付 微信 支付宝 花呗 刷卡 货到付款 信用卡支付 云闪付 微信支付 街口支付 怎么付款 付款途径 缴费方式 白条 银联 能刷卡 收现金 收不收卡 收外币 可以刷卡
~money: money, fund*, amount, sum
  资金 钱 款项 金额 款 多少银子 钞票
balance: balance*, how much money do i have, how much is left, remaining, left over, how much is in, balence
  余额 剩余 剩下 还有多少 还剩 结余 剩多少 可用余额 账户余额 余额多少 剩几
refund: refund*, refnd, money back, reimburs*, get money back, give money back, pay me back, give it back, credited back, get my money, return money, chargeback*, refound, refudn, tuikuan, tui kuan
  返款 退回来 退还 钱退 退费 退回 退的钱 钱退回 返还 退款申请 要回来 退·钱 退·款 退全款 退订金
charge: charge*, debited, debit, deducted, deduction*, taken from my account, billed, took money, money taken
  扣钱 扣款 扣费 被扣 扣了 乱扣 多扣 扣 代扣 多收 乱收费 划扣 扣掉 少了钱
unexpected charge: unknown charge*, unexpected charge*, extra charge*, extra fee*, unfamiliar, strange charge*, charged too much, overcharg*, hidden fee*, why was i charged, did not make, not make purchase, charge i do not recognize, not recognise, wrong amount, unexplained, unauthorized charge*, mysterious, weird charge*, do not recognize
  不明扣费 不明费用 莫名扣费 乱扣 陌生交易 多收 乱扣费 莫名其妙 不是我弄 不是我消费 陌生消费 没开过 不知道扣 我没买 没用过 刷走 被人刷 盗刷 刷了我 被刷 不是我刷的 不认识的消费 不明消费 不明交易 奇怪的扣款 没消费 不认得 争议款 没刷过
dispute: disput*, contest*, challenge charge, chargeback*, claim back
  争议 拒付 申诉 异议 纠纷 仲裁 否认交易
card: card, cards, plastic, debit card*, credit card*, bankcard*
  银行卡 储蓄卡 借记卡 卡片 卡 提款卡 金融卡 一类卡 二类卡 银联卡
bank card for settlement: linked bank, bank account, settlement account
  三方存管 存管银行 结算账户 绑定银行卡 银行卡 银衍转账 存管 第三方存管 存管卡 绑卡
credit card: credit card*, visa, mastercard, amex
  信用卡 贷记卡 刷信用卡
virtual card: virtual card*, disposable card*, one-time card*, digital card*, virtual
  虚拟卡 电子卡 数字卡
new card: new card, order card, get card, apply for card, issue card, another card, first card, additional card*, supplementary card*, physical card, real card
  办·卡 申领卡 新卡 弄·卡 副卡 附属卡 领卡 申请卡 实体卡
replace card: replacement card*, replace card, new card because, renew card, card damaged, damaged card, reissu*, card expired, worn card
  补办 补领 换新卡 换·卡 补·卡 补办卡 重办 补发 卡坏了 消磁 到期换卡 卡磨损
activate card: activate card, card activation, start using card, card not active
  激活卡 开卡 卡片激活 启用卡 激活 卡激活 卡怎么开
lost: lost, lose, losing, misplac*, can not find card, lost card
  丢失 丢了 遗失 不见了 丢 掉了 弄丢 弄丢了 卡丢 卡丢了 丢·卡 遗落 丢掉 失卡 找不到卡 遗失了 忘拿
lost or stolen card: lost card, stolen card, card stolen, card lost, report card, lost or stolen, missing card, card is missing, lost wallet, stolen wallet, wallet, purse, pickpocket*, misplaced card, can not find card, guashi
  挂失 卡丢 卡丢了 丢·卡 卡弄丢 卡弄丢了 卡不见了 钱包被偷 钱包丢 钱包 卡被偷 卡遗失 口头挂失 书面挂失 报失 银行卡遗失 卡掉了 掛失 卡找不到 卡片掉了 卡片遗失 卡掉 卡不见 搞丢 卡搞丢 找不到了卡
stolen: stolen, stole, theft, rob*, thief, mugged, snatched, pickpocket*
  被偷 被盗 被抢 偷 小偷 偷走 盗
fraud: fraud*, scam*, phish*, defraud*, con artist, fake, suspicious transaction*, scammer*, tricked, conned, identity theft
  诈骗 骗 骗子 盗刷 欺诈 上当 被骗 刷走 钓鱼 假冒 刷了我 骗走 冒充 反诈 骗局 受骗 盗刷了 骗了 陌生电话 被骗了 汇给骗子 诈骗电话 电信诈骗 盗用信用卡 冒名 伪卡
transfer: transfer*, send money, wire*, remit*, sent money, move money, sending money, moving money, money transfer*, bank transfer*, moved money, tranfer, transfered, trasfer, zhuanzhang
  汇款 打款 转钱 汇钱 转帐 汇出 打钱 转出去 跨行 转给 汇 打过去 汇出去 汇给 汇给别人 电汇 打钱给 转款 汇大额 打到 转·账 匯款 划款 转 转长
wrong transfer: wrong account, wrong person, sent to wrong, wrong recipient, incorrect account, wrong transfer, recall transfer, reverse transfer, cancel transfer
  转错 转错账 汇错 打错 打错了 陌生人 追回 汇错了 汇给别人 转错人 转错了 打到陌生人 输错一位 转错人了 汇错账号 打错账号 转错号 转错钱 误转
beneficiary: beneficiar*, payee*, recipient*, receiver*, to whom
  收款人 对方 收款账户 收款方 受益人 收款行 户名不符
arrived money: arrive in account, show up in account, reach account, appear in account, posted to account, reflected, in my balance, land in, money arrive*, cleared, clear, credited*, daozhang
  到账 到帐 入账 到款 到户 进账 收到钱 打到账 到账时间 没到账 到没到 入帐 转到账 几点到账
top up: top up, topup, top-up, topped up, topping up, add money, add funds, load money, deposit money, recharg*, fund account, put money, reload*, load up, chongzhi, recarge
  充值 充 充话费 充进去 充进 充·钱 儲值 储值 充的 充的钱 充了 冲值 冲钱 冲话费
cash in: deposit money, deposit cash, deposit cheque*, deposit check*, put cash, cash deposit*, add cash
  存入 存款 打款 入金 转入 存现 存·钱 存进去 转进 银转证 打进来 资金转入 存放
withdraw: withdraw*, cash out, take out money, take money out, take cash, get cash, pull money, taking money out, draw cash, get money out, withdrawl*, tixian, withdrawel
  取现 取款 取出 转出 出金 提款 拿出来 提出来 取出来 转到银行卡 提取 取·钱 提·现 证转银 取不出来 转不出去 取不了 取出去 转回银行卡 领钱 能取 可取 取不出 提先
ATM: atm*, cash machine*, cashpoint*, cash dispenser*, teller machine, atm
  取款机 自动取款机 柜员机 提款机 机器取钱 吞卡 自助机
swallowed: swallow*, ate my card, kept my card, retained card, took my card, card stuck in, not return card, eaten, retained
  吞卡 吞了 卡被吞 吞 机器吃卡 吃掉 吃卡 卡住
cash: cash, coins, banknote*, bills and coins, bank notes
  现金 现钞 纸币 硬币 零钱 钞票
cheque: cheque*, checkbook*, chequebook*, paper check*, personal check*, cashier check
  支票 本票 汇票 票据
currency: currenc*, foreign money, foreign cash, fiat, convert*, conversion, dollar*, euro, euros, pound*, yen, forex, currancy, currencys
  外币 外汇 美元 购汇 结汇 币种 日元 港币 欧元 美金 换·汇 兑换 人民币 换外币 兑换外币 换日元 换美金 变成人民币 外幣 台币 英镑
exchange rate: exchange rate*, conversion rate*, rate of exchange, forex rate*, currency rate*, exchange currency, currency exchange, exchange money, spread, markup, wrong rate, rate applied
  汇率 牌价 兑换率 汇率多少 换汇 换多少 兑换比例
exchange money: currency exchange, exchange currenc*, exchange money, change money, exchange foreign, exchange between, swap currenc*, convert currency
  换汇 购汇 结汇 兑换 换日元 换美金 换外币 货币兑换 买外汇 换成人民币 换点 换美元 换日币 换外汇 买外币 卖外币 结售汇 兑外币
contactless: contactless, tap to pay, tap and pay, tapping, nfc, wave card, chip, magnetic, swipe*, tap
  闪付 免密 免密支付 小额免密 挥卡 感应支付 非接
mobile wallet: apple pay, google pay, samsung pay, mobile wallet*, e-wallet*, digital wallet*
  云闪付 微信支付 支付宝 微信 数字钱包 电子钱包 手机支付 快捷支付 绑微信 数字人民币
direct debit: direct debit*, standing order*, recurring payment*, automatic payment*, auto-pay, autopay, auto pay, automatic billing, pay automatically, auto renew*, automatically renew*, autorenew*, automatically charge*, subscription payment*, scheduled payment*
  自动扣款 代扣 自动续费 自动还款 委托扣款 续费 自动扣 定期扣 自己扣 自动缴费 自扣 连续包月 自动续订 自动转账 代缴 免密扣款
instalments: pay in parts, monthly payments, pay later, split payment*, buy now pay later, spread the cost, payment plan*, pay over time, in parts, emi, pay monthly, financing*, instalment*, installment*
  分期 分几个月 分几期 分期付款 账单分期 分期还款 分期手续费 慢慢还 期数 花呗分期 个月付 分月 分开付 几个月还 几个月付 先用后付
pay back: repay*, pay off, paid off, paying off, pay back, clear debt, settle debt, pay down
  还贷 还清 欠款 欠的钱 还·款 还不上 还账单 结清 偿还 欠 欠钱 欠费 还·钱 缴卡费 缴信用卡 缴款 缴卡款 信用卡还钱 缴信用卡费 还信用卡 还卡债 还房贷
overdue: overdue, missed payment*, late payment*, past due, default*, arrears, late fee*, forgot to pay, pay late, behind on
  逾期 没还 晚还 违约 晚几天还 忘了还 忘还 滞纳金 逾期费 晚了几天 罚息 没按时 还晚了 欠费 拖欠 没及时还 迟缴 忘记缴 晚缴 没缴 逾期缴款 忘记还款 晚还一天 过了还款日
penalty: penalt*, fine, fines, cancellation fee*, termination fee*, early exit fee
  违约金 罚款 罚金 滞纳金 赔多少 赔钱 罚 罚多少 罚息 扣违约金
minimum payment: minimum payment, minimum due, pay minimum, least i can pay, minimum amount due
  最低还款 最低还款额 最低应还
statement: statement*, bank statement*, transaction history, account history, account summary, monthly statement
  账单 明细 流水 对账单 记录 银行流水 对帐单 打流水 打印流水 交易明细 交易记录 收支 资金流水 电子对账单 花了多少 账户明细 月结单 消费明细 刷卡明细 账单明细 收支明细 补寄账单
bill: bill, bills, billing, amount due, utility bill*, owe, owed, owing
  账单 应还 欠费 话费单 账单日 应缴 水电费 缴费单 月账单 帐单
invoice: invoice*, receipt*, tax invoice*, proof of purchase, proof of payment, billing document*, vat receipt, accountant*, bookkeep*, receipts, bills, accounting*, fapiao, reciept, recipt, invioce
  发票 票据 抬头 专票 普票 增值税 收据 凭证 电子发票 报销 开·票 要票 开发票 发票抬头 税号 小票 回单 统编 统一编号 凭据 名头 报账 会计 财务 发飘
~history: history, past orders, past transactions, previous, activity, earlier orders, record*
  历史 记录 明细 交易记录 历史记录 过往 以前的 过去的 历史订单 日志
transaction: transaction*, payment*, purchase*, spending, spent, trasaction*, transacton
  交易 消费 一笔 支出 笔交易 这笔
tax: tax, taxes, vat, gst, taxation, taxed, w2, tax form*, sales tax
  税 税费 个税 税收 完税 缴税 税务 个人所得税 增值税 扣税 报税 印花税 稅 交税 税率
customs: customs*, duty, duties, import fee*, import tax*, clearance
  关税 清关 海关 报关 进口税
plan: plan, plans, tier*, subscription level, pricing plan*, pro, premium, free plan, basic plan, pro version, business plan, package deal*, taocan
  套餐 版本 方案 档次 资费套餐 月租 合约
upgrade: upgrad*, higher plan, move up, better plan, go premium, go pro, higher tier, get premium, unlock premium, premium, pro version, paid version, buy pro, pro plan, full version, more features, unlock, move up a plan, change plan, switch plan, switch to paid, bigger plan, more seats
  升级 升档 升套餐 换高 提档 升 提升等级 开会员 专业版 高级版 付费版 升专业版
downgrade: downgrad*, lower plan, cheaper plan, smaller plan, lower tier
  降级 降档 降套餐 换便宜 便宜点的 降低套餐 降 改低
subscription: subscri*, renew*, subscripton, subsciption
  订阅 会员 包月 续费 包年 连续包月 会费
cancel subscription: cancel subscription, cancel plan, cancel membership, stop subscription, unsubscribe*, end subscription, stop charging, stop renewing, not renew, stop billing, do not want it to renew, cancel renewal, turn off auto renew, cancel trial, stop my plan, do not use anymore, we do not use, no longer use, stop paying, quit plan, downgrade to free, stop auto renew, stop auto renewal, end contract, end plan, do not want to continue
  退订 取消订阅 取消会员 取消自动续费 关闭自动续费 取消套餐 退订业务 取消续费 停掉会员 不续费 不想要那些收费 不想续了 不续了 停止续费 不想再付
trial: trial*, try before, free period, demo, try out, test before, test it out, free test, how long free, trial end, trial over, extend trial, after trial
  试用 体验 免费试用 试用期 试一试 先用 体验卡 试用结束 试用到期 试用多久
reward points: reward*, loyalty, cashback, cash back, miles, air miles, redeem*, frequent flyer, points*, reward point*, loyalty point*, jifen
  积分 点数 兑换积分 返现 里程 奖励 返利 积分兑换 清零 京豆 红利积点 金币 累积 换什么 换礼品 换东西 哩程 红利点数 换机票 累积的点 红利点 点能换
membership: vip, loyalty program*, loyalty scheme, club, membership*, loyalty member*
  会员 会籍 等级 金卡 银卡 会员等级 升级会员 权益 贵宾 铂金 尊享
gift card: gift card*, gift certificate*, gift voucher*, store credit
  礼品卡 购物卡 储值卡 礼券 提货券
referral: refer*, invite friend*, referral*, affiliate*, refer a friend
  邀请 推广 邀请好友 推荐人 推荐好友 拉新 邀请码 推荐码
deposit: deposit*, prepay*, down payment, upfront, up front, advance payment*, block money, blocked money, hold on card, preauth*, pre auth*, hold money, security deposit, incidental*, card hold, hold on my card, authorise card, authorisation, authorization hold
  押金 保证金 定金 订金 预付 预授权 预付款 首付 履约金 冻结信用卡 预扣
tip: tip, tips, gratuit*, service charge*
  小费 服务费 打赏
salary: salary, salaries, wage*, paycheck*, payday, payroll, paid by my employer, pay day, direct deposit, pay slip*, payslip*, income
  工资 薪资 代发 薪水 发工资 工资卡 薪酬 发薪 工资条 月薪 收入 薪转
loan: loan*, borrow*, lend*, lending, line of credit, personal loan*, daikuan
  借款 借贷 信贷 贷 借点钱 贷·款 周转 消费贷 经营贷 借 放款 借·钱 信用贷 网贷 贷几万
mortgage: mortgage*, home loan*, house loan*, property loan, morgage, mortage
  房贷 按揭 房屋贷款 买房贷款 公积金贷款 抵押 住房贷款 买房 购房
credit score: credit score*, credit rating*, credit report*, credit history, creditworthiness, improve credit, credit bureau
  征信 信用记录 信用报告 上征信 征信报告 信用分 个人信用 信用评分 联征
credit limit: credit limit*, line of credit, spending limit*, raise limit, increase limit
  信用额度 卡额度 信用卡额度 临时额度 固定额度 卡的额度 提额 额度 提高额度 额度多少 额度不够 调额度 调高额度 降额度 额度用完 刷爆
early repayment: pay off early, repay early, early repayment, early settlement, pay ahead, pay earlier
  提前还款 提前还 提前结清 提前还清 早点还 早点还完 提前还贷
interest: interest, apr, interest rate*, rate of interest, yield, annual rate, percentage rate, yields, apy*
  利息 利率 年化 年利率 收益率 计息 有多少利息 能拿多少 生息 利钱 月息 利滚利 息 几个点 几趴 百分之几 趴
savings: saving*, deposit account*, term deposit*, fixed deposit*, save money, cd, certificate of deposit
  定期 存款 活期 定存 大额存单 零存整取 储蓄 整存整取 存定期 通知存款 存折 存单
wealth products: mutual fund*, wealth management, investment product*, index fund*, investment fund*, fund product*
  基金 理财 理财产品 产品 定投 买的理财 资管 净值
investment: invest*, portfolio*, stocks, broker*, equities, etf, etfs, securities*
  投资 证券 股票 炒股 股市 组合
retirement: retire*, pension*, 401k, 401 k, ira, rollover, superannuation, annuit*
  养老 养老金 退休 退休金 社保 个人养老金 年金
insurance: insur*, coverage, policyholder*, premium payment, underwrit*, deductible*, copay*, insurace, baoxian
  保险 投保 保单 参保 车险 寿险 医保 保费 承保 受益人 退保
insurance claim: claim*, file claim, payout*, make a claim
  理赔 赔付 索赔 报案 出险 理赔款
compensation: compensat*, make up for, indemn*, reparation*
  赔 赔偿 补偿 赔付 理赔 赔钱 赔不赔 补差
social security: social security, welfare, benefit, benefits, unemployment, housing fund
  社保 公积金 医保 住房公积金 社会保障 生育 失业金 社保卡
bank: bank*
  银行 本行 他行 跨行 哪家银行
routing number: routing number*, sort code, iban, swift, bic, account number, swift code
  行号 联行号 开户行 卡号 账号是多少 银行代码 开户银行 支行号
QR code: qr, qr code*, scan*, barcode*
  二维码 扫码 扫一扫 收款码 付款码 扫 条形码
safe deposit box: safe deposit*, vault*
  保险箱 保管箱
change PIN: change pin, changing pin, new pin, pin change, reset pin, update pin
  改密码 修改密码 换密码 更改密码 密码修改 改取款密码 重设密码
wrong PIN: wrong pin, too many times, too many attempts, pin blocked, pin locked, wrong password, incorrect password, entered wrong, wrong too many times
  密码错误 输错 密码输错 输错密码 密码不对 输错三次 错误次数 密码锁 密码锁定 输错三遍 次数超限 太多次 错太多次 打错 输了好几回 输错好几次 试了好多次
split bill: split bill*, split payment, share bill, share cost
  分摊 平摊 各付各
crypto: crypto*, bitcoin*, btc, eth, ethereum
  比特币 数字货币 虚拟货币 加密货币
SMS service: sms alert*, text alert*, transaction alert*, notification service
  短信提醒 短信通知 动账通知 余额变动 动账提醒 变动提醒 进出账 账户变动 短信服务 到账短信 扣款短信 消费短信 不发短信 没有短信提醒 刷卡短信 交易短信 推播通知
available: available balance, usable
  可用 可用资金 可取资金 可取
cash dispenser short: wrong amount of cash, did not dispense, less cash, no cash came out, gave me less
  没吐钱 没出钱 少钞 吞钞 没吐出来
payment came back: revert*, reversed, reversal, came back, returned to me, bounced back, sent back to me, transfer returned
  退汇 退回来 被退回 退票 冲正 退回
overdraft: overdraft*, negative balance, below zero, minus, overdrawn, in the red
  透支 负数 欠费
online banking: online banking, internet banking, mobile banking, e-banking, ebanking, netbank*, banking app, bank app
  网银 网上银行 手机银行 掌上银行 电子银行 网络银行 个人网银 网銀 行动银行 企业网银 个人网上银行 网络银行登录 行动网银
other bank: another bank, other bank*, different bank, external bank, external account, interbank
  跨行 别家银行 他行 其他银行 别的银行 别家 别行 外行
registered payee: saved payee*, saved recipient*, frequent payee*, trusted payee*
  约定账号 约定账户 常用收款人 收款人名单 白名单 约定转入 约定转账 约定转入账号 先设好 约转 受款人
early withdrawal of deposit: break deposit, early withdrawal, before maturity
  提前支取 提前解约 没到期 未到期 中途 提前取 到期前 急用钱 中途解约 没到日子
proof of funds: proof of funds, bank certificate, proof of balance, bank letter, bank reference, proof of account
  存款证明 余额证明 财力证明 资产证明 开证明 流水单 资信证明 签证证明
paper statement: paper statement*, e-statement*, paperless, electronic statement*, electronic bill*, by post
  纸质 纸本 电子账单 电子对账单 电子帐单 纸质账单 无纸化 寄账单 寄帐单
car loan: car loan*, auto loan*, car finance
  车贷 买车贷款 汽车贷款
collateral: collateral, guarantor*, pledge*
  抵押物 担保人 保证人 担保 质押
U shield: usb key*, hardware token
  网盾 密码器 动态令牌 优盾 网银盾 证书 盾 数字证书 凭证载具 数字凭证 凭证
card annual fee: annual fee*
  年费 免年费 刷几次免 年费减免
cash advance: cash advance*
  预借现金 信用卡取现 取现手续费 透支取现 套现
overpayment: overpaid, overpay*, credit balance
  溢缴款 溢缴 多还 还多了 多缴
revolving interest: revolving, revolving interest
  循环利息 循环信用 循环 利滚利
account class: account type*
  一类户 二类户 一类卡 二类卡 账户类型 三类户 二三类户 升级一类 数字账户
large cash appointment: large withdrawal*, large amount of cash
  大额取现 大额取款 预约取款 大额现金 取大额
commemorative coins: commemorative
  纪念币 纪念钞
passbook: passbook*
  存折 补折 存本 补登 折子 存單
e-receipt of bank: bank receipt*
  回单 电子回单 转账凭证 汇款凭证 转账回执
bill payment: pay bill*, utility payment*, bill pay, pay electricity
  水电费 缴费 代缴 缴水费 缴电费 生活缴费 燃气费 缴税 代扣代缴 扣缴
FPS and transfer by phone: fps, zelle, transfer by phone, instant payment
  转数快 过数 手机号转账 入数 行动转账
cardless withdrawal: cardless
  无卡取款 无卡提款 扫码取款 无卡
personal pension: individual pension
  个人养老金 养老金账户 强积金
deposit insurance: deposit insurance
  存款保险 保本 保不保本
supplementary card: supplementary card*, additional cardholder*, authorised user*, authorized user*
  附属卡 附卡 副卡 家属卡 联名卡
card delivery: card arrival, card arrive, when will card come, card delivery, card not arrived, where is card, card in mail, track card
  卡片邮寄 卡寄到 卡没收到 新卡多久 寄卡 卡片进度 制卡 卡什么时候到
card expiry: card expires, expiration date of card, expiry date on card
  卡到期 卡过期 卡片到期 有效期
foreign transaction fee: foreign transaction fee*, international fee*, fee abroad, charge abroad, charges abroad
  海外手续费 国外交易手续费 境外手续费 货币转换费 国外交易服务费
cardholder application status: application status, status of application, card application
  办卡进度 申请进度 审批进度 核卡 下卡 批下来 审核进度
application rejected: rejected application, application denied, why was i denied, not approved
  申请被拒 没批 拒批 被拒 审批不过 不通过 没下卡 为什么不批
`
