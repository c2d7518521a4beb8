/** Statements on the matter of an answer that it does not make; none has a number or a promise, which are checked by themselves. */
export const UNMADE_STATEMENTS: { answer: string; statements: string[] }[] = [
  {
    answer: '未拆封且不影响二次销售的商品，自签收之日起7天内可申请无理由退货，退货运费由买家承担。定制商品和贴身衣物不支持无理由退货。',
    statements: [
      '请提供发票原件和包装盒',
      '我们的仓库在杭州，周末也发货',
      '退货时请使用原包装寄回',
      '退回商品时请附上写有订单号的纸条',
      '换货需要联系人工客服办理',
      '退货后对应的积分会被扣除',
      '退货商品由仓库验收后给您反馈',
    ],
  },
  {
    answer: '退款审核通过后，支付宝和微信支付1至3个工作日到账，银行卡3至7个工作日到账，余额支付即时退回。',
    statements: [
      '退款进度可以在我的订单里查看',
      '退款到账时会有短信通知您',
      '如果银行卡已注销请联系银行处理',
      '退款金额以实际支付为准',
      '微信退款可在账单中查询',
    ],
  },
  {
    answer: '订单满99元包邮，不满99元收取10元运费。新疆、西藏地区每单加收15元运费。',
    statements: [
      '大件商品需要另付上楼费',
      '港澳台地区暂不支持配送',
      '我们默认使用顺丰快递',
      '运费在退货时不予退还',
      '偏远地区配送时间会更长',
    ],
  },
  {
    answer:
      '发票可在订单完成后30天内申请，路径为“我的订单—订单详情—申请发票”。电子发票将在1个工作日内发送到您的邮箱。增值税专用发票需上传营业执照，由财务审核。',
    statements: [
      '发票抬头开票前可以修改一次',
      '电子发票与纸质发票具有同等效力',
      '发票内容默认为商品明细',
      '发票丢失可以重新申请',
      '企业用户请填写税号',
    ],
  },
  {
    answer: '客服在线时间为每天9:00至21:00，其他时间可留言，我们会在次日12点前回复。',
    statements: ['您也可以在公众号里找到我们', '客服会按照留言先后顺序处理', '节假日咨询量较大请耐心等待'],
  },
  {
    answer:
      '会员等级按近12个月累计消费计算：满1000元为银卡，满5000元为金卡，满20000元为钻石卡。金卡享9.5折，钻石卡享9折。优惠券不可与会员折扣同时使用。',
    statements: ['会员等级到期后会自动降级', '生日当月可领取会员礼品', '会员积分可以兑换礼品', '升级后等级有效期为一年'],
  },
  {
    answer: '商品签收48小时内发现破损，请拍照联系客服，我们核实后为您免费补发或全额退款。超过48小时无法受理破损。',
    statements: ['破损商品请不要使用', '补发商品由仓库直接寄出', '请保留好外包装以便核实', '如有争议请联系平台'],
  },
  {
    answer: '主机保修2年，电池和充电器保修6个月。人为损坏、进水、私自拆机不在保修范围内。保修时请提供购买凭证。',
    statements: ['保修期内提供上门维修', '维修期间可以借用备用机', '过保后可以付费维修', '维修点可在官网查询'],
  },
  {
    answer:
      '修改收货地址仅限订单未发货时，在订单详情页点击“修改地址”，每单最多修改一次。已发货的订单无法修改，可联系快递公司改派，可能产生费用。',
    statements: ['修改后的地址会短信通知您', '海外地址暂不支持修改', '地址填错导致丢件由买家负责'],
  },
  {
    answer:
      'Unopened items can be returned within 30 days of delivery. The buyer pays return shipping unless the item is faulty. Sale items and gift cards cannot be returned.',
    statements: [
      'Please include the packing slip with your return',
      'We send you a return label by email',
      'Returned items must be in the original box',
      'Returns are inspected at our warehouse',
      'Exchanges are handled as a new order',
    ],
  },
  {
    answer:
      'Refunds go back to the original payment method. Cards take 5 to 10 business days, PayPal up to 3 business days, and store credit is instant.',
    statements: [
      'You will get an email once the refund is on its way',
      'Please contact your bank if the refund does not show up',
      'Refunds do not include the shipping fee',
      'You can follow your refund in your account',
    ],
  },
  {
    answer:
      'Standard shipping is free on orders over $50; otherwise it costs $5.95. Express shipping costs $14.95 and arrives in 1 to 2 business days. We do not ship to PO boxes.',
    statements: [
      'Orders are packed in recycled boxes',
      'You can track your parcel in your account',
      'Large items are delivered by a special carrier',
      'International orders may be charged customs fees',
    ],
  },
  {
    answer:
      'You can cancel an order within 1 hour of placing it from the Orders page. After that, the order is being packed and cannot be cancelled, but you can refuse the parcel at the door.',
    statements: [
      'Cancelled orders are refunded to your card',
      'You will receive a confirmation of the cancellation',
      'Pre-orders can be cancelled until they ship',
    ],
  },
  {
    answer:
      'The Pro plan costs $12 per user per month, billed annually, or $15 billed monthly. The Free plan is limited to 3 projects and 5 users. Downgrading takes effect at the end of the billing period.',
    statements: [
      'You can add team members in Settings',
      'Annual plans can be paid by invoice',
      'Students get a special price',
      'Guests do not count as users',
      'Your data is kept when you downgrade',
    ],
  },
  {
    answer:
      'To reset your password, choose "Forgot password" on the sign-in page. The link is valid for 60 minutes and can be used once. After five wrong attempts the account is locked for 30 minutes.',
    statements: [
      'Check your spam folder if the link does not arrive',
      'Two-factor authentication can be turned on in Settings',
      'Please choose a password you have not used before',
      'An administrator can unlock your account',
    ],
  },
  {
    answer:
      'The speaker is water-resistant (IPX5) but not waterproof; do not submerge it. The battery lasts up to 12 hours and charges fully in 3 hours with the included cable.',
    statements: [
      'The speaker can be paired with a second one',
      'It comes with a carrying case',
      'The battery can be replaced by our service',
      'You can clean it with a damp cloth',
    ],
  },
]
