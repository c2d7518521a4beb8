import type { SampleTicket } from './types'

/** A ticket of somebody whose present one has this key. */
export type EarlierTicket = SampleTicket & { contactKey: string }

/** What some of the sample shop's customers had asked before: resolved, and beside their present ticket in the desk. */
export const earlierTickets: EarlierTicket[] = [
  {
    key: 'zh-earlier-rack-parts',
    language: 'zh',
    contact: { name: '赵建国', phone: '138 0000 5508' },
    contactKey: 'zh-refund-third-time',
    subject: '晾衣架少了两颗螺丝',
    source: 'App',
    tags: ['补发'],
    priority: 'normal',
    status: 'resolved',
    assignee: 'agent',
    turns: [
      { from: 'customer', text: '刚装晾衣架，少两颗螺丝，装不上去啊', minutesAgo: 12_980 },
      { from: 'agent', text: '抱歉给您添麻烦了，螺丝今天补寄，两天左右到。如有其他问题欢迎继续咨询。', minutesAgo: 12_940 },
      { from: 'customer', text: '收到了，谢谢', minutesAgo: 9_800 },
      { from: 'agent', text: '好的，感谢您告诉我们。如有其他问题欢迎继续咨询。', minutesAgo: 9_790 },
    ],
    expects: 'no_rule',
  },
  {
    key: 'zh-earlier-rack-return',
    language: 'zh',
    contact: { name: '赵建国', phone: '138 0000 5508' },
    contactKey: 'zh-refund-third-time',
    subject: '晾衣架想退',
    source: 'App',
    tags: ['退货'],
    priority: 'normal',
    status: 'resolved',
    assignee: 'admin',
    turns: [
      { from: 'customer', text: '用了两天晃得厉害，不想要了，怎么退', minutesAgo: 7_120 },
      { from: 'agent', text: '可以的，在订单里点“申请退货”，寄回后我们验货退款。如有其他问题欢迎继续咨询。', minutesAgo: 7_060 },
    ],
    expects: 'no_rule',
  },
  {
    key: 'en-earlier-lamp-colour',
    language: 'en',
    contact: { name: 'Priya Raman', email: 'priya.raman@example.com' },
    contactKey: 'en-wrong-colour',
    subject: 'Is the desk lamp warm or cold white?',
    source: 'E-mail',
    tags: ['product'],
    priority: 'low',
    status: 'resolved',
    assignee: 'agent',
    turns: [
      { from: 'customer', text: 'Hello, is the folding desk lamp warm white or cold white? The page shows both.', minutesAgo: 20_500 },
      {
        from: 'agent',
        text: 'Hello, it has both: hold the switch to change between them. Feel free to ask if you have any other questions.',
        minutesAgo: 20_430,
      },
    ],
    expects: 'no_rule',
  },
]
