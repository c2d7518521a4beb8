import type { Language } from '@/prisma/generated/enums'

/**
 * Sentences of customers, to be put together into tickets: what it is about, what happened, what is asked, a detail; and our replies, of the
 * usual length. `weight`: how often.
 */
export type TicketPart = { kind: 'subject' | 'happened' | 'asks' | 'detail' | 'reply'; language: Language; text: string; weight: number }

const of = (language: Language, kind: TicketPart['kind'], texts: [string, number][]): TicketPart[] =>
  texts.map(([text, weight]) => ({ language, kind, text, weight }))

export const ticketParts: TicketPart[] = [
  ...of('zh', 'subject', [
    ['耳机还没发货', 20],
    ['退款什么时候到账', 25],
    ['尺码不合适想换货', 15],
    ['发票抬头填错了', 8],
    ['羽绒服掉毛', 3],
    ['地址写错了能改吗', 10],
    ['优惠券用不了', 12],
    ['保修卡丢了', 2],
    ['快递显示签收但没收到', 9],
    ['会员积分怎么兑换', 4],
    ['充电宝能带上飞机吗', 1],
    ['想取消订单', 11],
  ]),
  ...of('zh', 'happened', [
    ['我上周三在小程序下的单，到现在还没有发货。', 20],
    ['衣服收到了，吊牌没拆，就试穿了一下，偏小一号。', 15],
    ['客服说三天内退款，今天已经第五天了。', 18],
    ['物流一直停在中转站，好几天没有更新。', 14],
    ['付款的时候优惠券没有抵扣，多付了三十块。', 10],
    ['收到的时候外包装破了，里面的杯子碎了一个。', 6],
    ['开票的时候把公司名字写错了一个字。', 6],
    ['昨天下午显示已签收，可是家里没有人收过快递。', 8],
    ['用了不到一个月，左边的耳机就没有声音了。', 5],
    ['收货地址写成了老家，人现在在上海。', 7],
  ]),
  ...of('zh', 'asks', [
    ['请问什么时候能发货？', 20],
    ['可以退款吗？', 22],
    ['来回运费谁出？', 12],
    ['能不能帮我查一下？', 18],
    ['麻烦尽快处理，谢谢。', 24],
    ['可以换大一号吗？', 9],
    ['发票能重开吗？', 6],
    ['怎么联系快递员？', 5],
  ]),
  ...of('zh', 'detail', [
    ['急用，周末要出差。', 10],
    ['已经问过两次了，没有人回复。', 9],
    ['不行的话我就申请平台介入。', 4],
    ['东西本身还是很喜欢的。', 5],
    ['这是给妈妈买的生日礼物。', 3],
    ['附件里有照片。', 8],
    ['電話打不通，請用訊息聯絡我。', 2],
    ['谢谢你们。', 14],
  ]),
  ...of('zh', 'reply', [
    [
      '您好，订单在付款后 48 小时内发出，发出后会有短信通知，您也可以在订单详情里查看物流。给您带来的等待我们很抱歉。如有其他问题欢迎继续咨询。',
      20,
    ],
    ['您好，退款会在收到退货后的 3 个工作日内原路退回，银行入账可能还需要 1 到 3 天，请留意账户变动。如有其他问题欢迎继续咨询。', 20],
    [
      '您好，吊牌完好、不影响二次销售的商品，签收后 7 天内可以换货，来回运费由我们承担，请在订单里提交换货申请。如有其他问题欢迎继续咨询。',
      14,
    ],
    [
      '您好，发票抬头可以重开一次，请把正确的公司名称和税号发给我们，新的电子发票会在 2 个工作日内发到您的邮箱。如有其他问题欢迎继续咨询。',
      8,
    ],
    ['您好，已经帮您联系快递员核实签收情况，24 小时内会给您答复，如果确认丢件，我们会为您补发。如有其他问题欢迎继续咨询。', 10],
    ['您好，为这次的不便补偿您一张十元代金券，已经放到您的账户里，三十天内有效，下单时可以直接使用。如有其他问题欢迎继续咨询。', 1],
  ]),
  ...of('en', 'subject', [
    ['Where is my parcel', 20],
    ['Refund not received', 20],
    ['Wrong size, exchange please', 14],
    ['Charged twice for one order', 9],
    ['Discount code does not work', 12],
    ['Broken zipper on the jacket', 3],
    ['Change the delivery address', 10],
    ['Warranty for my headphones', 5],
    ['Invoice for my company', 7],
    ['Cancel my subscription', 8],
    ['Gift card balance', 3],
    ['Customs form for Norway', 1],
  ]),
  ...of('en', 'happened', [
    ['I ordered the headphones last week and the tracking page has not moved since.', 18],
    ['The jacket arrived but it is one size too small, the tags are still on.', 14],
    ['I returned the item two weeks ago and the money is not back on my card.', 18],
    ['My bank statement shows the same payment twice.', 9],
    ['The parcel says delivered, but nobody here has seen it.', 12],
    ['The code from your newsletter is refused at checkout.', 10],
    ['The left speaker stopped working after a month.', 6],
    ['I typed the old address by mistake.', 8],
  ]),
  ...of('en', 'asks', [
    ['When will it ship?', 16],
    ['Can I get a refund?', 20],
    ['Who pays for the return?', 11],
    ['Could you please look into this?', 20],
    ['Can I exchange it for a larger one?', 9],
    ['Is it still possible to change that?', 9],
    ['How long does it usually take?', 12],
  ]),
  ...of('en', 'detail', [
    ['I am travelling on Friday.', 6],
    ['This is the second time I am writing.', 8],
    ['Photos are attached.', 8],
    ['Thanks for your help!', 20],
    ['It was meant as a birthday present.', 4],
    ['Otherwise I am happy with the shop.', 4],
  ]),
  ...of('en', 'reply', [
    [
      'Hello, orders leave our warehouse within two working days. As soon as yours is on its way you receive a message with the tracking number. Feel free to ask if you have any other questions.',
      18,
    ],
    [
      'Hello, the refund is made within three working days after the return has arrived, to the card that was used for the payment. Your bank may need a few more days. Feel free to ask if you have any other questions.',
      18,
    ],
    [
      'Hello, you can exchange the item for another size within thirty days, as long as its tags are on. We pay for the return; the label is in your account. Feel free to ask if you have any other questions.',
      14,
    ],
    [
      'Hello, we have asked the carrier where the parcel was left, and will write to you within one working day. Should it be lost, we send another one. Feel free to ask if you have any other questions.',
      10,
    ],
    [
      'Hello, we are sorry for the trouble and have put a voucher worth ten pounds into your account. It is valid for thirty days. Feel free to ask if you have any other questions.',
      1,
    ],
  ]),
]

export const zhFamilyNames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高']
export const zhGivenNames = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '洋',
  '艳',
  '小明',
  '子涵',
  '欣怡',
  '浩然',
  '梓萱',
  '雨桐',
  '思远',
  '佳宁',
  '文博',
  '若曦',
]
export const enGivenNames = [
  'Emma',
  'Daniel',
  'Sophie',
  'Liam',
  'Olivia',
  'Noah',
  'Grace',
  'Hannah',
  'Marcus',
  'Priya',
  'Chloe',
  'Ethan',
  'Zoe',
  'Ibrahim',
  'Freya',
  'Oscar',
]
export const enFamilyNames = [
  'Clarke',
  'Okafor',
  'Johnson',
  'Bennett',
  'Novak',
  'Reyes',
  'Fischer',
  'Andersson',
  'Murphy',
  'Kowalski',
  'Haddad',
  'Sinclair',
  'Whitmore',
  'Castellano',
  'Lindqvist',
  'Takahashi',
]
export const tags = ['退款', '换货', '物流', '发票', 'refund', 'exchange', 'shipping', 'invoice', 'vip', '投诉', 'warranty', '售后']
