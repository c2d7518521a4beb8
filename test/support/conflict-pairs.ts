/** Two rules as an admin might keep them: the question and the answer of each, and what the second is to the first. */
export type ConflictPair = {
  mine: readonly [question: string, answer: string]
  theirs: readonly [question: string, answer: string]
  /** contradiction: both are asked the same and cannot both be true. repeat: both are asked the same and say the same. none: two matters. */
  is: 'contradiction' | 'repeat' | 'none'
}

const contradiction = (mine: ConflictPair['mine'], theirs: ConflictPair['theirs']): ConflictPair => ({ mine, theirs, is: 'contradiction' })
const repeat = (mine: ConflictPair['mine'], theirs: ConflictPair['theirs']): ConflictPair => ({ mine, theirs, is: 'repeat' })
const none = (mine: ConflictPair['mine'], theirs: ConflictPair['theirs']): ConflictPair => ({ mine, theirs, is: 'none' })

/** Written by hand, without a look at how rules are compared. */
export const conflictPairs: readonly ConflictPair[] = [
  // Chinese: other numbers, periods, amounts
  contradiction(
    ['支持七天无理由退货吗？', '支持，签收后七天内可以无理由退货。'],
    ['可以无理由退货吗', '可以，签收之日起15天内无理由退货。'],
  ),
  contradiction(['运费怎么算？', '全场免运费。'], ['运费怎么收', '每单运费10元，满99元免运费。']),
  contradiction(['邮费多少钱', '全国包邮。'], ['邮费是多少？', '邮费12元，偏远地区另收8元。']),
  contradiction(['退款多久到账？', '审核通过后48小时内原路退回。'], ['退款什么时候到账', '审核通过后3天内原路退回。']),
  contradiction(['发票多久能开好', '电子发票当天开具。'], ['发票多久开具？', '电子发票在下单后3个工作日内开具。']),
  contradiction(['保修期多长？', '整机保修两年。'], ['保修多久', '整机保修12个月。']),
  contradiction(['积分多久过期', '积分一年后过期。'], ['积分会过期吗？', '积分永久有效，不会过期。']),
  contradiction(['优惠券可以叠加吗？', '每单可以叠加使用两张优惠券。'], ['优惠券能叠加使用吗', '每单限用一张优惠券。']),
  contradiction(['会员价打几折', '会员享95折。'], ['会员打几折？', '会员购物享9折优惠。']),
  contradiction(['客服电话是多少？', '客服电话是400-820-1234。'], ['客服电话多少', '请拨打客服电话400-820-5678。']),
  contradiction(['提现手续费多少', '提现收取0.1%手续费。'], ['提现要手续费吗？', '提现免手续费。']),
  contradiction(['单日转账限额是多少？', '单日转账限额5万元。'], ['每天转账限额多少', '每日转账限额20万元。']),
  // Chinese: yes against no
  contradiction(['支持货到付款吗？', '支持货到付款。'], ['可以货到付款吗', '抱歉，暂不支持货到付款。']),
  contradiction(['内衣可以退吗', '内衣未拆封可以退货。'], ['内衣能退货吗？', '内衣属于贴身衣物，拆封与否均不予退换。']),
  contradiction(['可以修改收货地址吗？', '发货前可以修改收货地址。'], ['能修改收货地址吗', '下单后无法修改收货地址，请取消后重拍。']),
  contradiction(['周末发货吗？', '周末照常发货。'], ['周末发货吗', '周末不发货，周一统一发出。']),
  contradiction(['退货运费谁承担？', '质量问题退货运费由我们承担。'], ['退货的运费谁出', '无论什么原因，退货运费都由买家承担。']),
  contradiction(['开户需要本人到场吗？', '需要本人携带身份证到营业部办理。'], ['开户必须本人去吗', '无需到场，在手机上就能开户。']),
  // Chinese: the same said otherwise
  repeat(['退款多久到账', '退款48小时内到账。'], ['退款多久能到账？', '退款在2天内到账。']),
  repeat(['保修期多久', '保修期为1年。'], ['保修期是多久？', '保修12个月。']),
  repeat(['满多少包邮？', '满99元包邮。'], ['满多少钱包邮', '订单满￥99即可包邮。']),
  repeat(['退货期限是几天？', '7天内可退。'], ['退货期限是多久', '一周内可以退货。']),
  repeat(['怎么开发票？', '在“我的订单”里点“申请发票”。'], ['如何开发票', '打开我的订单，点击申请发票即可。']),
  repeat(['怎么修改密码', '在“设置—安全”里修改。'], ['密码怎么修改？', '进入设置，打开安全，就可以修改密码。']),
  // Chinese: two matters
  none(['退货期限是几天？', '签收后7天内可以退货。'], ['换货期限是几天', '签收后15天内可以换货。']),
  none(['退款多久到账？', '3个工作日到账。'], ['发货要多久？', '付款后3个工作日内发货。']),
  none(['普通快递几天到', '普通快递3到5天。'], ['加急快递几天到？', '加急快递次日送达。']),
  none(['怎么绑定银行卡？', '在“我的—银行卡”里添加。'], ['怎么解绑银行卡', '在“我的—银行卡”里解绑，24小时后生效。']),
  none(['支持微信支付吗', '支持微信支付。'], ['支持信用卡支付吗？', '暂不支持信用卡支付。']),
  none(['企业用户怎么开户？', '企业开户请到营业部办理。'], ['怎么给企业开专票', '提供税号，3天内开具。']),
  none(['买入股票手续费多少', '买入佣金万分之三。'], ['卖出股票有印花税吗？', '卖出收取千分之一印花税。']),
  none(['上海门店几点关门', '上海门店22:00关门。'], ['北京门店几点关门？', '北京门店21:00关门。']),
  // English: other numbers, periods, amounts
  contradiction(
    ['How long do I have to return an item?', 'You can return items within 30 days of delivery.'],
    ['How long can I return an item?', 'Returns are accepted within 14 days of delivery.'],
  ),
  contradiction(
    ['How much is standard shipping?', 'Standard shipping is free on all orders.'],
    ['What does standard shipping cost?', 'Standard shipping costs $4.95 per order.'],
  ),
  contradiction(
    ['How long does a refund take?', 'Refunds are issued within 48 hours.'],
    ['How long do refunds take?', 'A refund takes up to 10 days to reach your account.'],
  ),
  contradiction(
    ['How long is the warranty?', 'All products carry a two-year warranty.'],
    ['What is the warranty period?', 'The warranty period is 12 months.'],
  ),
  contradiction(
    ['What is the minimum order for free delivery?', 'Delivery is free on orders over $50.'],
    ['What is the minimum order for free delivery?', 'Delivery is free on orders over £50.'],
  ),
  contradiction(
    ['When does the hotel check-in start?', 'Check-in starts at 3 pm.'],
    ['What time is check-in?', 'Check-in is from 2:00 pm.'],
  ),
  contradiction(
    ['How many users does the team plan include?', 'The team plan includes 10 users.'],
    ['How many users are in the team plan?', 'The team plan comes with 25 users.'],
  ),
  contradiction(
    ['What is the ATM withdrawal limit?', 'The daily ATM withdrawal limit is £300.'],
    ['What is my ATM withdrawal limit?', 'You can withdraw up to £500 a day at an ATM.'],
  ),
  // English: yes against no
  contradiction(
    ['Can I cancel my order after it ships?', 'Yes, you can cancel after dispatch.'],
    ['Can I cancel an order after it has shipped?', 'Orders cannot be cancelled once they have shipped.'],
  ),
  contradiction(
    ['Do you ship internationally?', 'We ship to most countries worldwide.'],
    ['Do you ship internationally?', 'We only ship within the United States.'],
  ),
  contradiction(['Do you accept PayPal?', 'Yes, PayPal is accepted.'], ['Can I pay with PayPal?', 'We do not accept PayPal at this time.']),
  contradiction(
    ['Are pets allowed in the rooms?', 'Pets are welcome in all rooms.'],
    ['Are pets allowed?', 'Pets are not allowed in the rooms.'],
  ),
  contradiction(
    ['Is breakfast included?', 'Breakfast is included in every rate.'],
    ['Is breakfast included in the price?', 'Breakfast is not included; it costs $15 per person.'],
  ),
  contradiction(
    ['Who pays for return shipping?', 'We cover return shipping.'],
    ['Who pays return shipping?', 'The customer pays for return shipping.'],
  ),
  // English: the same said otherwise
  repeat(
    ['How long do I have to return an item?', 'You can return items within 30 days.'],
    ['How long do I have to return items?', 'You have up to one month to return an item.'],
  ),
  repeat(['How long does a refund take?', 'Refunds take 48 hours.'], ['How long does a refund take', 'Your refund arrives within 2 days.']),
  repeat(
    ['How do I reset my password?', 'Click “Forgot password” on the sign-in page.'],
    ['How can I reset my password?', 'On the sign-in page, choose Forgot password.'],
  ),
  repeat(['What time is check-out?', 'Check-out is at 11 am.'], ['When is check-out time?', 'Please check out by 11:00.']),
  repeat(
    ['Where can I download my invoice?', 'Under Account, open Billing.'],
    ['Where do I download an invoice?', 'Invoices are under Account > Billing.'],
  ),
  // English: two matters
  none(
    ['How long does standard shipping take?', 'Standard shipping takes 5 days.'],
    ['How long does express shipping take?', 'Express shipping takes 2 days.'],
  ),
  none(['How do I change my card PIN?', 'Change your PIN at any ATM.'], ['Why was I charged for my card?', 'A new card costs $10.']),
  none(['Can I return sale items?', 'Sale items cannot be returned.'], ['Can I return gift cards?', 'Yes, within 30 days.']),
  none(
    ['How do I top up by card?', 'Open Top up and choose card.'],
    ['How do I top up by bank transfer?', 'Open Top up and choose bank transfer; it takes 2 days.'],
  ),
  none(['What time is check-in?', 'Check-in is from 3 pm.'], ['What time is check-out?', 'Check-out is until 11 am.']),
  none(
    ['Is there a fee for cash withdrawals?', 'No, cash withdrawals are free.'],
    ['Is there a fee for foreign transfers?', 'Yes, foreign transfers cost 0.5%.'],
  ),
  none(['How many devices can I use?', 'Up to 5 devices.'], ['How many projects can I create?', 'Up to 20 projects.']),
  none(['Do you ship to Canada?', 'Yes, we ship to Canada.'], ['Do you ship to Australia?', 'No, we do not ship to Australia.']),
]

/** Written after the comparison was settled on the pairs above, to see how it does on what it was not made for. */
export const heldOutPairs: readonly ConflictPair[] = [
  contradiction(['换货要收费吗？', '换货免费。'], ['换货收费吗', '换货需支付15元手续费。']),
  contradiction(['定金可以退吗？', '定金可退。'], ['定金能退吗', '定金一经支付不予退还。']),
  contradiction(['门店几点开门', '门店早上9点开门。'], ['门店几点营业？', '门店10:30开始营业。']),
  contradiction(['销户需要多久？', '销户1个工作日办结。'], ['销户多长时间能办好', '销户一般要5个工作日。']),
  contradiction(['融资利率是多少？', '融资年利率6.8%。'], ['融资利率多少', '融资年利率为7.5%。']),
  contradiction(['可以带宠物入住吗', '可以带宠物入住。'], ['能带宠物入住吗？', '很抱歉，酒店谢绝宠物。']),
  contradiction(['早餐多少钱', '早餐每位68元。'], ['早餐多少钱？', '早餐每位88元，儿童半价。']),
  contradiction(['停车收费吗？', '住店客人免费停车。'], ['停车收费吗', '停车每天50元。']),
  contradiction(['密码输错几次会锁定？', '连续输错5次会锁定。'], ['密码输错几次锁定', '连续输错3次就锁定。']),
  repeat(['订单多久自动确认收货？', '发货后10天自动确认。'], ['多久自动确认收货', '系统在发货10天后自动确认收货。']),
  repeat(['运费多少？', '运费8元。'], ['邮费多少钱？', '邮费￥8。']),
  repeat(['怎么注销账号？', '在设置里点“注销账号”。'], ['如何注销账户', '进入设置，选择注销账号。']),
  none(['沪市交易费用多少？', '沪市过户费万分之0.1。'], ['深市交易费用多少', '深市不收过户费。']),
  none(['单人房几点退房', '单人房12点退房。'], ['套房几点退房', '套房14点退房。']),
  none(['会员积分怎么兑换？', '满500积分可兑换。'], ['会员等级怎么升级？', '满500元升级。']),
  none(['新用户有优惠吗？', '新用户立减20元。'], ['老用户有优惠吗', '老用户没有优惠。']),
  none(['国内快递多久到？', '3天。'], ['国际快递多久到？', '10天。']),
  contradiction(
    ['How long do I have to file a claim?', 'File a claim within 60 days.'],
    ['How long do I have to file a claim?', 'Claims must be filed within six weeks.'],
  ),
  contradiction(
    ['Is there a monthly fee?', 'There is no monthly fee.'],
    ['Is there a monthly fee for the account?', 'The account costs $5 a month.'],
  ),
  contradiction(['Can I change my flight date?', 'Yes, free of charge.'], ['Can I change the flight date?', 'No, dates are fixed.']),
  contradiction(
    ['What is the maximum upload size?', 'Files can be up to 25 MB.'],
    ['What is the maximum file upload size?', 'The maximum is 100 MB per file.'],
  ),
  contradiction(
    ['Do gift cards expire?', 'Gift cards never expire.'],
    ['Do gift cards expire?', 'Gift cards expire 12 months after purchase.'],
  ),
  contradiction(
    ['What number do I call for support?', 'Call 800-555-0199.'],
    ['Which number do I call for support?', 'Please call us at 800-555-0142.'],
  ),
  contradiction(
    ['Can I use two coupons on one order?', 'You can combine coupons.'],
    ['Can I use two coupons on an order?', 'Coupons cannot be combined.'],
  ),
  contradiction(
    ['Do you offer student discounts?', 'Students get 10% off.'],
    ['Do you offer a student discount?', 'Students get 15% off.'],
  ),
  repeat(['How do I export my data?', 'Go to Settings, then Export.'], ['How can I export data?', 'In Settings, choose Export.']),
  repeat(
    ['When will my card arrive?', 'Your card arrives in 5 business days.'],
    ['When does my card arrive?', 'Cards arrive within five business days.'],
  ),
  none(
    ['How long does a bank transfer take?', 'A bank transfer takes 3 days.'],
    ['How long does identity verification take?', 'Verification takes 1 day.'],
  ),
  none(['Can I bring my dog?', 'Dogs are welcome.'], ['Can I bring my bike?', 'Bikes are not allowed.']),
  none(['How do I lock my card?', 'Tap Freeze.'], ['How do I unlock my card?', 'Tap Unfreeze; it takes 5 minutes.']),
  none(['What is the daily cash limit?', 'The limit is $500.'], ['What is the monthly cash limit?', 'The limit is $5,000.']),
  none(['Is the pool heated?', 'The pool is heated.'], ['Is the gym open at night?', 'The gym is not open at night.']),
]
