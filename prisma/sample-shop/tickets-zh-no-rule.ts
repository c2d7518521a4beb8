import type { SampleTicket } from './types'

/** What no rule of the shop answers: a colleague has to look, and the knowledge base has a gap. */
export const noRuleZh: SampleTicket[] = [
  {
    key: 'zh-trade-in',
    language: 'zh',
    contact: { name: '老郑', phone: '138 0000 1187' },
    subject: '旧手机抵钱',
    source: '小程序',
    tags: ['咨询'],
    priority: 'low',
    status: 'open',
    turns: [
      {
        from: 'customer',
        text: '家里有两部旧手机，屏幕有点裂但还能开机，你们收不收？能折价换个新充电宝和耳机不，大概能抵多少',
        minutesAgo: 126,
      },
    ],
    expects: 'no_rule',
  },
  {
    key: 'zh-lamp-flicker',
    language: 'zh',
    contact: { name: '梁老师', email: 'liang.teacher@example.com' },
    subject: '咨询护眼台灯参数',
    source: '邮件',
    tags: ['商品咨询'],
    priority: 'low',
    status: 'open',
    turns: [
      {
        from: 'customer',
        text: '您好：\n想给上小学的孩子买你们的护眼台灯，商品页没有写显色指数（Ra）和色温范围，也没看到有没有做过频闪检测、照度是国AA级还是国A级。能不能把检测报告发我看一下？\n谢谢。梁',
        minutesAgo: 690,
      },
    ],
    expects: 'no_rule',
  },
  {
    key: 'zh-sponsorship',
    language: 'zh',
    contact: { name: '校学生会外联部 许诺', email: 'xunuo@example.com' },
    subject: '关于校园文化节赞助合作的洽谈',
    source: '邮件',
    tags: ['合作'],
    priority: 'low',
    status: 'open',
    turns: [
      {
        from: 'customer',
        text: '尊敬的青杏小铺负责人：\n您好！我是本市一所高校学生会外联部的许诺。我校将于下月中旬举办第十二届校园文化节，预计参与学生超过六千人，线上推送阅读量约两万次。\n我们非常喜欢贵店的产品风格，希望能邀请贵店作为本次活动的赞助商之一。我们可以提供：主舞台背景板标识露出、现场展位一个、公众号头条推送一次。赞助形式可以是奖品（如蓝牙耳机、帆布包），也可以是现金，具体数额可以面议。\n不知贵店是否有意向？如方便，烦请告知市场部门的联系方式，我们把策划书发过去。\n祝生意兴隆！',
        minutesAgo: 1725,
      },
    ],
    expects: 'no_rule',
  },
]
