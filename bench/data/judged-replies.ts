import type { Language } from '@/prisma/generated/enums'

/** A reply that a model wrote from these rules, numbered from 1; `isTrue` where each of its statements is theirs. */
export type JudgedReply = { language: Language; rules: string[]; reply: string; isTrue: boolean; ticket: string }

type Reply = string | [reply: string, ticket: string]
const ENDING = { zh: '如有其他问题欢迎继续咨询。', en: ' Feel free to ask if you have any other questions.' } as const

function judged(language: Language, rules: string[], right: Reply[], wrong: Reply[]): JudgedReply[] {
  const read = (written: Reply, isTrue: boolean): JudgedReply => {
    const [text, ticket] = typeof written === 'string' ? [written, ''] : written
    return { language, rules, reply: `${text}${ENDING[language]}`, isTrue, ticket }
  }
  return [...right.map((reply) => read(reply, true)), ...wrong.map((reply) => read(reply, false))]
}

/**
 * Invented help centres of 22 trades, two rules or three each. The replies were written by somebody who had not seen the check: the true ones freely, in other words
 * than the rules'; the others each with one statement that is wrong the way models go wrong, and mostly in the rule's own words.
 */
export const JUDGED_REPLIES: JudgedReply[] = [
  // ───────────── zh ─────────────
  // 服装
  ...judged(
    'zh',
    [
      '自签收之日起7天内，商品未穿着、未洗涤且吊牌完好的，可申请无理由退货。内衣、袜子及定制类商品不支持无理由退货。无理由退货的运费由买家承担，质量问题退货的运费由我们承担。',
      '退款将在仓库收到并验收商品后3个工作日内原路退回。订单中使用的优惠券不予退还。',
    ],
    [
      [
        '您好，您的连衣裙没有穿过，只要也没洗过、吊牌还完好，签收后一周内都可以申请无理由退货[1]。不是质量问题的话，寄回的运费需要您自行承担[1]。仓库收到并验收后，款项会在3个工作日内按原支付方式退给您[2]。',
        '昨天收到的连衣裙不太喜欢，没穿过，可以退吗？运费谁出，钱多久到？',
      ],
      ['您好，很抱歉，袜子属于不能无理由退货的品类[1]。另外，下单时用掉的优惠券是不会退回的[2]。', '买了三双袜子想退，券能退回来吗'],
    ],
    [
      '您好，商品未穿着、未洗涤且吊牌完好的，签收后7天内可以无理由退货[1]。退款会在您寄出商品后3个工作日内原路退回[2]。',
      '您好，签收7天内可以申请无理由退货，商品须未穿着、未洗涤且吊牌完好[1]。无理由退货的运费由我们承担[1]。',
    ],
  ),
  // 电子产品
  ...judged(
    'zh',
    [
      '整机保修期为自购买之日起12个月，电池和充电器保修期为6个月。保修时需出示购买发票或电子订单截图。人为损坏、进水及私自拆机不在保修范围内。',
      '送修前请先备份数据，维修过程可能清除设备内的资料。维修一般需要5至7个工作日，如需等待配件，可能延长至15个工作日。',
      '未拆封的商品可在签收后15天内退货；已拆封激活的手机、平板，除质量问题外不支持退货。',
    ],
    [
      ['您好，充电器的保修期只有6个月，您是去年3月买的，已经过了保修期[1]。', '去年3月买的平板，充电器坏了，今年5月了还能保修吗'],
      '您好，维修通常5到7个工作日可以完成，需要等配件的话最长可能要15个工作日[2]。维修时设备里的资料有可能被清掉，请您在送修前做好备份[2]。保修时请出示发票，没有发票的话，电子订单截图也可以[1]。',
    ],
    [
      '您好，手机整机和电池都享受12个月保修[1]。送修前请先备份好数据[2]。',
      '您好，已拆封的商品可在签收后15天内退货[3]。办理保修时请出示发票或电子订单截图[1]。',
    ],
  ),
  // 家具
  ...judged(
    'zh',
    [
      '大件家具由专人送货上门，配送前一天客服会电话与您约定时间。有电梯的楼栋免费送至室内；无电梯的，3楼及以上每层加收30元搬运费。',
      '安装服务需在下单时勾选，费用为每件80元，床垫和装饰品无需安装。安装师傅会在送货后48小时内上门。',
    ],
    [
      [
        '您好，您住的楼没有电梯，3楼及以上每层要另收30元搬运费[1]。送货的前一天，客服会打电话跟您确认时间[1]。',
        '我家5楼没电梯，送沙发要加钱吗？什么时候送？',
      ],
      '您好，安装是每件80元，需要您在下单的时候勾选[2]。货送到后的两天内师傅会上门安装[2]。床垫不用安装[2]。',
    ],
    [
      '您好，有电梯的楼栋可以免费送到室内[1]。安装费为每单80元，需在下单时勾选[2]。',
      '您好，送货当天客服会电话与您约定时间[1]。无电梯的，3楼及以上每层加收30元搬运费[1]。',
    ],
  ),
  // 生鲜
  ...judged(
    'zh',
    [
      '生鲜商品如有腐坏、缺斤少两，请在签收后24小时内上传照片申请售后，审核通过后全额退款，无需退回商品。超时未申请的，视为验收合格。',
      '满59元免配送费，未满59元收取6元配送费。配送时间为每天8:00至21:00，21:00之后的订单次日送达。',
      '会员日为每周三，会员当日全场9.5折，特价商品除外。',
    ],
    [
      [
        '您好，草莓坏了给您带来不便，非常抱歉。您可以在签收后24小时内上传照片申请售后[1]。审核通过后会给您全额退款，坏掉的草莓不用寄回[1]。',
        '早上到的草莓烂了一半，怎么办，要退回去吗',
      ],
      '您好，订单不足59元需要付6元配送费，满59元就免了[2]。我们每天早上8点到晚上9点配送，晚上9点以后下的单第二天送到[2]。',
    ],
    [
      '您好，会员每周三可享受全场9.5折，特价商品也包括在内[3]。',
      '您好，生鲜腐坏请在下单后24小时内上传照片申请售后[1]。审核通过后会全额退款，商品无需退回[1]。',
    ],
  ),
  // 酒店
  ...judged(
    'zh',
    [
      '入住时间为14:00之后，退房时间为12:00之前。金卡会员可延迟至14:00退房，视当日房态而定。',
      '标准价订单在入住日前一天18:00前可免费取消，逾期取消收取首晚房费。特惠价订单不可取消、不可更改。',
      '每间房可免费携带一名1.2米以下儿童，不含早餐，儿童早餐每位38元。加床每晚150元。',
    ],
    [
      ['您好，您订的是特惠价，这类订单既不能取消也不能改期，非常抱歉[2]。', '我订的特惠房，临时有事想改到下周可以吗'],
      '您好，下午两点以后就可以办理入住，离店当天请在中午12点前退房[1]。身高1.2米以下的孩子每间房可以免费带一位，早餐要另付38元[3]。',
    ],
    [
      '您好，银卡会员可延迟至14:00退房，视当日房态而定[1]。普通退房时间为12:00之前[1]。',
      '您好，标准价订单在入住日当天18:00前可以免费取消[2]。逾期取消会收取首晚房费[2]。',
    ],
  ),
  // 航空
  ...judged(
    'zh',
    [
      '经济舱旅客可免费托运一件不超过20公斤的行李，公务舱旅客可免费托运两件，每件不超过32公斤。超重行李在机场柜台按每公斤票价的1.5%收费。',
      '网上值机在航班起飞前48小时开放，起飞前60分钟关闭。携带宠物或需要轮椅服务的旅客，请到机场柜台办理值机。',
      '因天气原因造成的航班延误，可免费改签一次或全额退票；食宿费用由旅客自理。',
    ],
    [
      ['您好，需要轮椅服务的旅客请到机场柜台办理值机，网上是办不了的[2]。', '我妈妈需要轮椅，可以网上值机吗'],
      [
        '您好，由于天气导致航班延误，您可以免费改签一次，也可以选择全额退票[3]。这种情况下住宿和餐费需要您自己承担[3]。',
        '暴雨航班延误到明天了，酒店你们管吗，能退票吗',
      ],
    ],
    [
      '您好，经济舱可免费托运两件行李，每件不超过20公斤[1]。超重部分在机场柜台按每公斤票价的1.5%收取[1]。',
      '您好，天气原因延误的航班可以免费改签一次或全额退票[3]。延误期间的食宿由我们安排[3]。',
    ],
  ),
  // 电信
  ...judged(
    'zh',
    [
      '套餐变更次月1日生效，每个自然月只能变更一次。处于合约期内的用户只能升档，不能降档。',
      '国内流量用完后按5元/GB收费，月封顶200元。未用完的套餐流量可结转至次月，结转流量次月月底失效。',
      '销户需机主本人携带身份证到营业厅办理，销户前须结清欠费。',
    ],
    [
      ['您好，您还在合约期内，套餐只能往上升，暂时不能换成更便宜的档位[1]。', '我合约还有8个月，想把129的套餐换成59的'],
      '您好，这个月没用完的流量可以转到下个月继续用，到下个月月底就作废了[2]。超出套餐的流量每GB收5元，一个月最多收200元[2]。',
    ],
    ['您好，销户可由家人代办，带身份证到营业厅即可[3]。办理前请先结清欠费[3]。', '您好，套餐变更后次日生效，每个自然月只能改一次[1]。'],
  ),
  // 银行
  ...judged(
    'zh',
    [
      '信用卡遗失请立即拨打客服热线挂失，挂失即时生效。挂失手续费为每卡50元，白金卡及以上免收。',
      '补卡申请可在手机银行提交，新卡7个工作日内寄出。卡片寄往预留地址，如需更改地址须先致电客服核实身份。',
      '挂失前48小时内发生的盗刷，经核实后由银行承担，单卡最高赔付2万元；凭密码的交易不在赔付范围内。',
    ],
    [
      [
        '您好，卡丢了请您马上打客服热线挂失，挂失后立刻生效[1]。您持有的是白金卡，不收50元的挂失手续费[1]。',
        '我白金卡掉了怎么办，要收费吗',
      ],
      '您好，补卡可以直接在手机银行里申请，7个工作日内会把新卡寄出[2]。如果不想寄到预留地址，需要先打客服电话核实身份后再修改[2]。',
    ],
    [
      '您好，挂失前48小时内的盗刷经核实后由银行承担，单卡最高2万元[3]。凭密码的交易同样可以赔付[3]。',
      '您好，补卡申请需要到网点柜台提交，新卡7个工作日内寄出[2]。',
    ],
  ),
  // 保险
  ...judged(
    'zh',
    [
      '住院医疗险的等待期为30天，意外伤害住院无等待期。每次住院免赔额为500元，超出部分按80%赔付。',
      '理赔须在出院后30天内提交，材料包括诊断证明、费用发票原件和出院小结。材料齐全的，10个工作日内完成审核。',
      '自收到保单之日起15天内为犹豫期，犹豫期内退保全额退还保费；犹豫期后退保，只退还现金价值。',
    ],
    [
      [
        '您好，因为意外受伤住院是没有等待期的，您上周刚投保也不受影响[1]。请在出院后30天之内提交诊断证明、发票原件和出院小结[2]。',
        '上周刚买的保险，昨天意外摔伤住院了，有等待期吗，要交什么',
      ],
      '您好，收到保单后的15天里退保，保费会全部退给您[3]。过了犹豫期再退，就只能退现金价值了[3]。',
    ],
    [
      '您好，每次住院先扣除500元免赔额，超出部分全额赔付[1]。材料齐全的，10个工作日内审核完毕[2]。',
      '您好，理赔材料包括诊断证明、费用发票复印件和出院小结[2]。请在出院后30天内提交[2]。',
    ],
  ),
  // 健身房
  ...judged(
    'zh',
    [
      '年卡会员每年可申请一次停卡，时长1至3个月，需提前3天在App提交。停卡期间不计入有效期。月卡和次卡不支持停卡。',
      '私教课须在开课前12小时取消，否则扣除1课时。团课须在开课前2小时取消，一个月内爽约满3次将暂停预约7天。',
    ],
    [
      ['您好，月卡是不支持停卡的，目前只有年卡可以办理[1]。', '我办的月卡，出差两周可以停卡吗'],
      '您好，团课不能来的话，请在上课前至少两小时取消[2]。当月爽约达到3次，会有7天不能预约[2]。',
    ],
    [
      '您好，私教课须在开课前2小时取消，否则会扣1课时[2]。',
      '您好，年卡会员可随时申请停卡，每年一次，时长1至3个月[1]。停卡期间不计入有效期[1]。',
    ],
  ),
  // 在线课程
  ...judged(
    'zh',
    [
      '课程购买后7天内且学习进度不超过20%的，可全额退款。超过7天或进度超过20%的，不予退款。训练营课程开营后不支持退款。',
      '课程有效期为一年，自首次观看之日起计算。有效期内可无限次回看，支持在手机App离线下载，电脑端不支持下载。',
      '完成全部章节并通过结业测试（60分及以上）后，可在“我的证书”下载电子证书。纸质证书需另付20元工本费。',
    ],
    [
      ['您好，您购买才三天，学习进度也只有10%，是可以全额退款的[1]。', '三天前买的Python课，看了10%，不想学了能退吗'],
      '您好，离线下载目前只能在手机App上用，电脑上还不行[2]。课程从您第一次观看那天算起一年内有效，期间想看几遍都可以[2]。',
    ],
    [
      '您好，课程有效期一年，从购买之日起计算[2]。有效期内可以无限次回看[2]。',
      '您好，学完全部章节并通过结业测试后，可以在“我的证书”里下载电子证书[3]。纸质证书会免费寄给您[3]。',
    ],
  ),
  // SaaS
  ...judged(
    'zh',
    [
      '仅团队所有者可以删除工作区，删除后数据保留30天，期间可联系在线客服恢复，30天后永久清除。',
      '专业版最多支持20名成员，企业版不限成员数。升级立即生效，按剩余天数补差价；降级在当前计费周期结束后生效。',
      '电子发票可在“设置-账单”中自行下载。纸质发票仅向年付客户提供，需发邮件至财务邮箱申请。',
    ],
    [
      ['您好，工作区删除后数据会保留30天，您是上周删的，现在联系在线客服还可以恢复[1]。', '上周误删了工作区，还能找回吗？'],
      '您好，升级后马上就能用，差价按剩下的天数来算[2]。如果是降级，要等这个计费周期结束才会生效[2]。电子发票您可以到“设置-账单”自己下载[3]。',
    ],
    [
      '您好，团队所有者和管理员都可以删除工作区[1]。删除后数据保留30天[1]。',
      '您好，纸质发票需发邮件至财务邮箱申请，月付和年付客户都可以[3]。',
    ],
  ),
  // 游戏
  ...judged(
    'zh',
    [
      '账号被盗请在App“安全中心”自助冻结，冻结后提交近三次充值记录进行申诉，申诉结果在72小时内通过站内信通知。',
      '未成年人仅可在周五、周六、周日及法定节假日的20:00至21:00登录游戏。',
      '虚拟道具一经购买不予退换。因系统故障导致重复扣款的，核实后5个工作日内退还多扣金额。',
    ],
    [
      [
        '您好，账号被盗请先到App的“安全中心”把账号冻结[1]。之后提交最近三次的充值记录申诉，72小时内会用站内信告诉您结果[1]。',
        '号被盗了！！怎么办',
      ],
      [
        '您好，系统故障造成的重复扣款，核实之后多扣的部分会在5个工作日内退给您[3]。道具本身买了之后是不能退换的[3]。',
        '买皮肤扣了我两次钱，另外这个皮肤不喜欢想退',
      ],
    ],
    [
      '您好，未成年人仅可在周六、周日及法定节假日的20:00至21:00登录[2]。',
      '您好，请先提交近三次充值记录进行申诉，申诉通过后再到“安全中心”冻结账号[1]。申诉结果72小时内通过站内信通知[1]。',
    ],
  ),
  // 诊所
  ...judged(
    'zh',
    [
      '预约可通过微信公众号或电话办理，首诊患者请提前15分钟到院建档，并携带身份证和医保卡。',
      '如需取消预约，请在就诊前一日17:00前操作。一年内累计爽约3次，将限制线上预约90天。',
      '空腹抽血时间为周一至周六7:30至10:00，抽血前须禁食8小时，可少量饮水。血常规报告当天出，其他项目2个工作日内出。',
    ],
    [
      '您好，抽血请在周一到周六早上7点半到10点之间过来，之前8小时不要吃东西，喝一点点水没关系[3]。血常规的结果当天就能拿到[3]。',
      [
        '您好，第一次来请带上身份证和医保卡，提前一刻钟到院建档[1]。预约的话，打电话或者在微信公众号上都可以[1]。',
        '第一次去你们那看牙，怎么约，要带什么',
      ],
    ],
    [
      '您好，抽血前须禁食8小时，也不能饮水[3]。血常规报告当天可出[3]。',
      '您好，取消预约请在就诊前一日17:00前操作[2]。一年内累计爽约3次，将限制线上预约30天[2]。',
    ],
  ),
  // 租车
  ...judged(
    'zh',
    [
      '取车时需出示本人身份证、驾驶证和信用卡，驾龄须满一年。押金3000元在还车时解冻，违章押金1000元在还车30天后退还。',
      '还车超时30分钟内不收费，超过30分钟按每小时50元计费，超过4小时按一天租金计费。',
      '取车时油量为满油，还车时未加满的，按实际差额收取油费，另收30元加油服务费。',
    ],
    [
      ['您好，还车晚20分钟不额外收费，30分钟以内都是免费的[2]。', '路上堵车，大概晚20分钟还车，要加钱吗'],
      '您好，3000元的押金还车的时候就解冻，1000元违章押金则要在还车30天后才退[1]。如果还车时油没加满，差多少补多少油费，另外还有30元服务费[3]。',
    ],
    [
      '您好，取车时请带上身份证、驾驶证和信用卡[1]。3000元押金在还车30天后退还[1]。',
      '您好，超时超过30分钟按每小时50元计费，超过4小时按一天租金计费[2]。还车时没有加满的，只补油费差额，不收服务费[3]。',
    ],
  ),
  // 快递
  ...judged(
    'zh',
    [
      '未保价的快件丢失或损毁，按运费的7倍赔偿，最高500元；已保价的按声明价值赔偿。理赔申请须由寄件人在寄出后30天内提交。',
      '快件到达后免费保管3天，逾期每天收取1元保管费，超过15天未取退回寄件人，退回运费由寄件人承担。',
      '寄件前修改地址免费，已揽收后改址收取10元，派送中的快件不能改址。',
    ],
    [
      [
        '您好，您的快件没有保价，丢失会按运费的7倍赔付，上限是500元[1]。需要由寄件人在寄出后30天内提出理赔申请[1]。',
        '包裹丢了，没保价，能赔多少',
      ],
      '您好，快件到了可以免费放3天，之后每天收1元[2]。超过15天还没取的话会退给寄件人[2]。已经在派送的快件就没办法改地址了[3]。',
    ],
    [
      '您好，理赔申请须由收件人在寄出后30天内提交[1]。已保价的按声明价值赔偿[1]。',
      '您好，已揽收的快件改址收取10元[3]。您的地址我已经为您改好了[3]。',
    ],
  ),
  // 图书馆
  ...judged(
    'zh',
    [
      '持证读者每次最多可借10册图书，借期30天，可续借一次，续借期15天。已被他人预约的图书不能续借。',
      '逾期每册每天收取0.1元，单册最高不超过书价。遗失图书的，可购买同版本图书赔偿，或按书价的1.5倍赔偿。',
      '开馆时间为周二至周日9:00至20:30，周一闭馆。少儿阅览区17:30关闭。',
    ],
    [
      ['您好，书丢了可以买一本同版本的来赔，或者按书价的1.5倍赔偿[2]。', '我把借的书弄丢了，怎么赔？'],
      '您好，一次最多能借10本，借30天，可以续借一次，再延长15天[1]。要是有别人预约了这本书，就不能续借了[1]。',
    ],
    ['您好，我们周一至周六9:00至20:30开馆，周日闭馆[3]。', '您好，图书借期30天，可续借两次，每次15天[1]。已被他人预约的图书不能续借[1]。'],
  ),
  // 水电燃气
  ...judged(
    'zh',
    [
      '每月1日至15日为缴费期，逾期按日加收0.3%违约金。连续两个月未缴费的，将在提前7天通知后暂停供水，缴清后24小时内恢复。',
      '过户需新旧户主双方到营业厅办理，携带双方身份证及房产证；旧户主无法到场的，可提供其签字的委托书。',
      '水表前的管道漏水由我们免费维修，水表后的管道由用户自行维修。',
    ],
    [
      ['您好，水表后面的管道漏水需要您自己找人维修，水表前的才由我们免费修[3]。', '表后面那截管子漏水了，你们能来修吗'],
      [
        '您好，原户主来不了的话，可以提供他签过字的委托书[2]。办理时请到营业厅，带上双方的身份证和房产证[2]。',
        '买了二手房，房东在外地，水表怎么过户',
      ],
    ],
    [
      '您好，连续两个月未缴费的，会在提前7天通知后暂停供水[1]。缴清后立即恢复供水[1]。',
      '您好，过户只需新户主一人到营业厅办理，带上身份证和房产证即可[2]。',
    ],
  ),
  // 美妆会员
  ...judged(
    'zh',
    [
      '每消费1元积1分，积分在确认收货后到账，有效期至次年12月31日。100积分可抵1元，单笔最多抵扣订单金额的30%。',
      '金卡会员生日当月可领取一份生日礼，需在“会员中心”手动领取，当月未领视为放弃。银卡会员无生日礼。',
      '拆封的化妆品不支持退货。使用后出现过敏的，凭医院证明可在收货后30天内申请退款。',
    ],
    [
      ['您好，用了过敏的话，凭医院开的证明，收货后30天以内可以申请退款[3]。', '面霜用了脸上起红疹，已经拆了还能退吗'],
      '您好，金卡会员的生日礼要在生日当月自己到“会员中心”领取，过了当月就算放弃了[2]。积分方面，每100分能抵1元，一笔订单最多抵三成[1]。',
    ],
    [
      '您好，金卡和银卡会员生日当月都可领取一份生日礼[2]。请在“会员中心”手动领取[2]。',
      '您好，每消费1元积1分，付款成功后即到账[1]。积分有效期至次年12月31日[1]。',
    ],
  ),
  // 演出票务
  ...judged(
    'zh',
    [
      '开演前7天以上退票收取票款10%的手续费，3至7天收取30%，不足3天不可退票。演出取消或延期的，全额退款。',
      '入场须刷购票时登记的身份证原件，电子身份证不可用。1.2米以下儿童谢绝入场，儿童专场除外。',
    ],
    [
      ['您好，距离开演还有五天，退票要扣票款的30%作为手续费[1]。', '演唱会还有5天，去不了了，退票扣多少'],
      '您好，进场需要刷购票时登记的那张身份证，要带原件，电子版用不了[2]。如果演出取消或者延期，票款会全部退还[1]。',
    ],
    [
      '您好，开演前7天以上可免费退票，3至7天收取30%手续费[1]。',
      '您好，1.2米以下儿童谢绝入场，儿童专场也不例外[2]。入场须刷登记的身份证原件[2]。',
    ],
  ),

  // ───────────── en ─────────────
  // fashion
  ...judged(
    'en',
    [
      'Unworn items with tags attached can be returned within 30 days of delivery. Sale items can be exchanged for store credit only. Swimwear and earrings cannot be returned for hygiene reasons.',
      'Return shipping costs $6.95, which is deducted from your refund. Returns to one of our stores are free. Refunds are issued to the original payment method within 5 business days after we receive the parcel.',
    ],
    [
      [
        'Hi there, since your jacket was bought on sale, we can offer store credit for it rather than a refund [1]. If you bring it to one of our stores, there is no return fee [2].',
        'I bought a jacket in the sale and want my money back. Do I have to pay for the return?',
      ],
      'Hello, you have 30 days from delivery to send back anything unworn that still has its tags [1]. If you mail it, we take $6.95 off the refund for shipping [2]. The money goes back to however you paid, within five business days of the parcel reaching us [2].',
    ],
    [
      'Hello, you can return unworn items with tags within 30 days of purchase [1]. Returns to a store are free [2].',
      'Hi, unworn items with tags attached can be returned within 30 days of delivery [1]. Refunds are issued within 5 business days after you ship the parcel [2].',
    ],
  ),
  // electronics
  ...judged(
    'en',
    [
      'Our laptops come with a two-year limited warranty. Batteries are covered for one year. The warranty does not cover liquid damage, drops or unauthorised repairs.',
      'To start a repair, open a request in your account under Support > Repairs and print the prepaid label. Repairs usually take 7 to 10 business days once the device arrives at our service centre. Please remove any memory cards before sending.',
    ],
    [
      [
        'Hello, I am sorry to hear about the coffee spill. Unfortunately, damage caused by liquids is not covered by the warranty [1].',
        'I spilled coffee on my laptop, it is 3 months old. Is it covered?',
      ],
      'Hi, you can request a repair from your account in Support > Repairs, then print the label we have prepaid for you [2]. Take out any memory cards before you pack the device [2]. Once it reaches our service centre, expect it to take around 7 to 10 business days [2].',
    ],
    [
      'Hello, our laptops and their batteries are covered for two years [1]. Liquid damage and drops are not covered [1].',
      'Hi, please open a request under Support > Repairs and print the label; the shipping cost is yours to pay [2]. Repairs usually take 7 to 10 business days after arrival [2].',
    ],
  ),
  // furniture
  ...judged(
    'en',
    [
      'Delivery to the room of your choice costs $79 for orders under $999 and is free for orders of $999 or more. We will text you a four-hour window the evening before delivery.',
      'If furniture arrives damaged, report it with photos within 72 hours of delivery. We will send replacement parts free of charge, or replace the whole item if it cannot be repaired. Please keep the original packaging until the claim is closed.',
      'Custom upholstery orders can be cancelled within 48 hours of placing the order. After that, production has begun and they are final sale.',
    ],
    [
      [
        'Hi, I am sorry that your table came with a cracked leg. Please send us photos within 72 hours of delivery so that we can register the damage [2]. We will ship the replacement part at no cost, or swap the entire table if it cannot be fixed [2]. Do hold on to the packaging in the meantime [2].',
        'The table came today and one leg is cracked!',
      ],
      'Hello, custom upholstery orders can be cancelled in the first 48 hours after ordering; beyond that the sale is final because production has started [3].',
    ],
    [
      'Hello, room-of-choice delivery is free for orders under $999 and costs $79 above that [1].',
      'Hi, we will text you a four-hour window on the morning of delivery [1]. If anything is damaged, report it with photos within 72 hours of delivery [2].',
    ],
  ),
  // groceries
  ...judged(
    'en',
    [
      'You can change or cancel your order until 11 pm on the day before delivery. After that the order is being picked and cannot be changed.',
      'If an item is unavailable, we choose a similar substitute at the same price or lower. You can hand any substitute back to the driver for a full refund, or turn off substitutions at checkout.',
      'Alcohol is delivered only to someone aged 21 or over with valid photo ID. If nobody eligible is home, alcohol is taken back and refunded minus a $5 restocking fee.',
    ],
    [
      [
        'Hi, if you do not like a replacement, simply give it back to the driver and you will be refunded in full for it [2]. You can also switch substitutions off when you check out [2].',
        'Last week you gave me oat milk instead of soy milk. I do not want that again.',
      ],
      'Hello, changes and cancellations are possible up to 11 pm the night before your delivery; later than that, we are already picking your order [1].',
    ],
    [
      'Hello, you can change or cancel your order until 11 am on the day before delivery [1].',
      'Hi, substitutes may cost slightly more than the original item [2]. You can hand any substitute back to the driver for a full refund [2].',
    ],
  ),
  // hotel
  ...judged(
    'en',
    [
      'Check-in starts at 3 pm and check-out is by 11 am. Late check-out until 1 pm is available for $25, subject to availability. Gold members get it free.',
      'Flexible-rate bookings can be cancelled free of charge until 6 pm on the day before arrival. Advance-purchase rates are non-refundable.',
      'Dogs up to 20 kg are welcome in ground-floor rooms for $15 per night. Guide dogs stay free. Pets are not allowed in the restaurant.',
    ],
    [
      [
        'Hello, as you are a gold member, checking out at 1 pm will not cost you anything, as long as it is available that day [1].',
        'I am a gold member. Can I leave around 1 pm?',
      ],
      'Hi, dogs are welcome in our ground-floor rooms if they weigh no more than 20 kg, for $15 a night [3]. Please note that pets cannot come into the restaurant [3]. Check-in begins at 3 pm [1].',
    ],
    [
      'Hello, silver members enjoy late check-out until 1 pm free of charge, subject to availability [1]. Standard check-out is by 11 am [1].',
      'Hi, flexible-rate bookings can be cancelled free of charge until 6 pm on the day of arrival [2]. Advance-purchase rates cannot be refunded [2].',
    ],
  ),
  // airline
  ...judged(
    'en',
    [
      'Basic fares include one small under-seat bag only. Standard fares also include a 10 kg cabin bag, and Flex fares include both plus a 23 kg checked bag.',
      'Name corrections of up to three characters are free through live chat. Full name changes cost $60 and are not possible within 24 hours of departure.',
      'If your flight is delayed by more than three hours, you may choose a free rebooking within 14 days or a refund. Submit refund claims through the Disruption form on our website.',
    ],
    [
      [
        'Hi, a typo of one letter can be fixed for free; just contact us on live chat [2].',
        'I typed Jonh instead of John on my ticket, one letter off. Cost?',
      ],
      [
        'Hello, I am sorry about the five-hour delay. Because it is longer than three hours, you can either move to another flight within 14 days at no charge or get your money back [3]. For a refund, please fill in the Disruption form on our website [3].',
        'My flight is 5 hours late, I want a refund',
      ],
    ],
    [
      'Hello, name corrections of up to three characters are free by phone [2]. A full name change costs $60 [2].',
      'Hi, Basic fares include an under-seat bag and a 10 kg cabin bag [1]. Flex fares also include a 23 kg checked bag [1].',
    ],
  ),
  // telecom
  ...judged(
    'en',
    [
      'Roaming in EU countries is included in all monthly plans with a fair-use limit of 25 GB. Beyond the limit, data costs €1.80 per GB. Prepaid cards do not include roaming.',
      'You can keep your number when you switch to us. Request a porting code from your current provider and enter it in the app under Profile > Transfer number. The transfer takes one business day, during which your old SIM keeps working.',
    ],
    [
      [
        'Hi, with your monthly plan you can use up to 25 GB in EU countries at no extra charge [1]. If you go over, each additional GB is €1.80 [1].',
        'Going to Spain next week, I have a monthly plan. Can I use my data there?',
      ],
      'Hello, yes, your number can come with you. Ask your present provider for a porting code and type it in the app in Profile > Transfer number [2]. It takes one business day, and the old SIM continues to work until then [2].',
    ],
    [
      'Hello, EU roaming is included in all monthly plans and prepaid cards, with a limit of 25 GB [1].',
      'Hi, please request a porting code from us and enter it in the app under Profile > Transfer number [2]. The transfer takes one business day [2].',
    ],
  ),
  // bank
  ...judged(
    'en',
    [
      'Transfers to other banks made before 4 pm on a business day arrive the same day. Transfers made later, or on weekends, arrive the next business day.',
      'The daily transfer limit is $5,000 in the app and $20,000 in a branch. Limits in the app can be raised to $10,000 after identity verification.',
      'Disputed card payments must be reported within 60 days of the statement date. We issue a provisional credit within 10 business days while we investigate.',
    ],
    [
      [
        'Hello, a transfer made on Saturday will reach the other bank on the next business day [1].',
        'I sent money on Saturday morning, when does it get there?',
      ],
      'Hi, the app lets you send up to $5,000 a day, and this can go up to $10,000 once your identity has been verified [2]. For larger amounts, up to $20,000 daily, please visit a branch [2].',
    ],
    [
      'Hello, disputed payments must be reported within 60 days of the transaction date [3]. A provisional credit is issued within 10 business days [3].',
      'Hi, the daily limit is $5,000 in the app [2]. It can be raised to $20,000 in the app after identity verification [2].',
    ],
  ),
  // insurance
  ...judged(
    'en',
    [
      'Travel policies can be cancelled for a full refund within 14 days of purchase, provided you have not travelled or made a claim. After that no refund is given.',
      'Claims for stolen belongings require a police report made within 24 hours of discovering the theft, plus proof of purchase for items over £100. A £75 excess applies per claim.',
      'Medical emergencies abroad: call our 24-hour assistance line before admission to hospital where possible. Treatment costs above £500 that we have not approved may not be paid.',
    ],
    [
      [
        'Hi, I am sorry that your camera was stolen. You will need a police report filed no later than 24 hours after you noticed the theft [2]. As the camera cost £300, please include proof of purchase too [2]. An excess of £75 applies to the claim [2].',
        'My £300 camera was stolen in Rome. What do I need to claim?',
      ],
      'Hello, you can cancel within two weeks of buying the policy and get everything back, as long as you have not started travelling or claimed [1]. Once those 14 days have passed, refunds are no longer possible [1].',
    ],
    [
      'Hello, claims for stolen items need a police report made within 24 hours of discovering the theft [2]. A £75 excess applies per stolen item [2].',
      'Hi, travel policies can be cancelled for a full refund within 14 days of purchase, even if you have already travelled [1].',
    ],
  ),
  // gym
  ...judged(
    'en',
    [
      'Memberships can be frozen for one to three months per calendar year for $10 per month. Freezes start on your next billing date and must be requested at least five days before it.',
      'To cancel, give 30 days notice by email or at the front desk. Annual contracts ended early are charged a fee of two monthly payments, unless you move more than 25 miles away and show proof of the new address.',
    ],
    [
      [
        'Hello, since you are moving 100 miles away, the early termination fee does not apply once you show proof of your new address [2]. Please give us 30 days notice, either by email or at the front desk [2].',
        'I am on an annual contract and moving 100 miles away. How do I get out?',
      ],
      'Hi, you can pause your membership for up to three months in a calendar year at $10 a month [1]. Ask at least five days ahead of your next billing date, which is when the freeze begins [1].',
    ],
    [
      'Hello, freezing your membership is free for one to three months per calendar year [1]. Please request it at least five days before your billing date [1].',
      'Hi, to cancel, give 30 days notice by email, at the front desk or in the app [2].',
    ],
  ),
  // online courses
  ...judged(
    'en',
    [
      'Self-paced courses can be refunded within 14 days of purchase if less than 30% has been watched. Live cohorts can be refunded until the first session begins.',
      'Certificates are issued when you score at least 70% on the final quiz. You may retake the quiz twice, with a 24-hour wait between attempts.',
      'Subscriptions renew automatically. To stop renewal, go to Account > Billing and choose Turn off auto-renew at least 24 hours before the renewal date. You keep access until the end of the paid period.',
    ],
    [
      [
        'Hi, with a score of 65% you are just short of the 70% needed for the certificate [2]. You can try the quiz again, up to two times, after waiting 24 hours between attempts [2].',
        'I got 65% on the quiz, do I get a certificate? Can I redo it?',
      ],
      'Hello, open Account > Billing and select Turn off auto-renew no later than 24 hours before it renews [3]. Your courses stay available for the rest of the period you have paid for [3].',
    ],
    [
      'Hello, live cohorts can be refunded until the last session ends [1]. Self-paced courses can be refunded within 14 days if less than 30% has been watched [1].',
      'Hi, to stop renewal, go to Account > Billing and turn off auto-renew at least 24 hours before the renewal date [3]. Your access ends as soon as you turn it off [3].',
    ],
  ),
  // saas
  ...judged(
    'en',
    [
      'Only workspace owners can transfer ownership or delete a workspace. Admins can invite and remove members and manage billing.',
      'Single sign-on is available on the Enterprise plan. Two-factor authentication is available on all plans and can be enforced by admins on Business and Enterprise.',
      'When a trial ends, the workspace becomes read-only. Data is kept for 60 days, after which it is deleted. No credit card is needed to start a trial.',
    ],
    [
      [
        'Hello, deleting a workspace is something only the owner can do, so as an admin you will need to ask them [1].',
        'I am an admin and cannot find the delete workspace button',
      ],
      'Hi, after the trial you can still view your workspace but not edit it [3]. We hold on to your data for 60 days before deleting it [3]. SSO comes with the Enterprise plan, while two-factor authentication is included in every plan [2].',
    ],
    [
      'Hello, single sign-on is available on the Business and Enterprise plans [2]. Two-factor authentication is available on all plans [2].',
      'Hi, owners and admins can transfer ownership of a workspace [1].',
    ],
  ),
  // games
  ...judged(
    'en',
    [
      'You can request a refund for a game within 14 days of purchase if you have played less than two hours. Downloadable content is refundable only if it has not been used. In-game currency is never refundable.',
      'Accounts suspended for cheating can be appealed once, using the Appeal form, within 30 days of the suspension. Appeals are reviewed within seven days and the decision is final.',
    ],
    [
      [
        'Hi, as you have played for only one hour and bought the game three days ago, it qualifies for a refund request [1]. The coins, however, cannot be refunded [1].',
        'Bought the game 3 days ago, played 1 hour, not for me. I also bought coins, can I get it all back?',
      ],
      'Hello, if your account was suspended for cheating, you have one chance to appeal, via the Appeal form, in the 30 days after the suspension [2]. We review appeals in up to seven days, and the outcome cannot be changed [2].',
    ],
    [
      'Hello, you can request a refund within 14 days of purchase if you have played more than two hours [1]. In-game currency is never refundable [1].',
      'Hi, suspensions for cheating can be appealed once through the Appeal form within 30 days [2]. If you disagree with the decision, you can ask for a second review [2].',
    ],
  ),
  // clinic
  ...judged(
    'en',
    [
      'Prescription renewals are requested in the patient portal and take two business days. Controlled medicines require an appointment.',
      'Appointments cancelled less than 24 hours ahead are charged a $40 fee. The fee is waived for the first missed appointment.',
      'New patients should arrive 20 minutes early with photo ID, an insurance card and a list of current medicines. Children under 16 must be accompanied by a parent or guardian.',
    ],
    [
      [
        'Hello, please come 20 minutes before your appointment, as this is your first visit [3]. Bring your insurance card, a photo ID and a list of any medicines you are taking [3].',
        'First appointment on Monday, what should I bring?',
      ],
      'Hi, you can ask for a renewal in the patient portal, and it will take two business days [1]. For a controlled medicine, you will need to book an appointment instead [1].',
    ],
    [
      'Hello, appointments cancelled less than 24 hours ahead are charged a $40 fee [2]. The fee is waived for new patients [2].',
      'Hi, prescription renewals, including controlled medicines, can be requested in the patient portal [1]. They take two business days [1].',
    ],
  ),
  // car rental
  ...judged(
    'en',
    [
      'Drivers must be at least 21 and have held a licence for one year. Drivers under 25 pay a young driver fee of $20 per day. Additional drivers cost $12 per day; spouses are added free.',
      "A deposit of $300 is held on the main driver's credit card at pick-up and released within seven days after return. Debit cards are accepted only at airport locations.",
      'Return the car with a full tank. Otherwise we charge for the missing fuel plus a $15 refuelling fee. Tolls and fines are charged to the renter.',
    ],
    [
      [
        'Hi, at 23 you are old enough to rent, provided you have had your licence for a year [1]. A young driver fee of $20 a day applies because you are under 25 [1]. Adding your wife as a driver is free [1].',
        'I am 23, can I rent? And my wife wants to drive too.',
      ],
      'Hello, please bring the car back with the tank full; if not, you pay for the missing fuel and a $15 fee on top [3]. The $300 hold on your credit card is released in up to seven days after you return the car [2].',
    ],
    [
      'Hello, debit cards are accepted at all locations [2]. A $300 deposit is held at pick-up [2].',
      'Hi, the $300 deposit is released within seven days after pick-up [2]. Please return the car with a full tank [3].',
    ],
  ),
  // parcel
  ...judged(
    'en',
    [
      'We attempt delivery twice. After the second attempt, the parcel is held at the nearest pickup point for seven days and then returned to the sender.',
      'Only the sender can file a claim for a lost parcel, starting 10 days after the expected delivery date. Parcels are insured up to €100; extra cover must be bought before shipping.',
      'To redirect a parcel, use the link in your tracking email before 8 pm on the day before delivery. The first redirection is free.',
    ],
    [
      [
        'Hello, claims for lost parcels can only be made by the sender, so as the recipient you cannot file one yourself [2]. The shop can do so once 10 days have passed since the expected delivery date [2].',
        'The shop sent me a parcel and it never came. I am the recipient, how do I claim?',
      ],
      'Hi, our courier will try to deliver two times, and then your parcel waits at the closest pickup point for a week before going back to the sender [1]. You can redirect it with the link in the tracking email until 8 pm the day before it is due [3]. The first time is free of charge [3].',
    ],
    [
      'Hello, after the first attempt the parcel is held at the nearest pickup point for seven days [1]. It is then returned to the sender [1].',
      'Hi, to redirect a parcel, use the link in your tracking email before 8 pm on the day of delivery [3]. The first redirection is free [3].',
    ],
  ),
  // library
  ...judged(
    'en',
    [
      'Books may be borrowed for three weeks and renewed twice unless another reader has placed a hold. DVDs are lent for one week and cannot be renewed.',
      'We do not charge late fees. Items more than 30 days overdue are considered lost and billed at replacement cost; the bill is cancelled if you return the item.',
      'Study rooms can be booked by adult cardholders for up to two hours per day, at most seven days ahead, on our website. The library is open until 9 pm Monday to Thursday and until 5 pm Friday to Sunday.',
    ],
    [
      [
        'Hi, good news: we have no late fees, so returning your book a week late costs nothing [2].',
        'My book is a week late. What do I owe?',
      ],
      'Hello, DVDs are yours for a week and cannot be renewed [1]. Books can be kept for three weeks, with up to two renewals if nobody else has a hold on them [1]. On Fridays we close at 5 pm [3].',
    ],
    [
      'Hello, the library is open until 9 pm Monday to Friday [3]. Study rooms can be booked for up to two hours per day [3].',
      'Hi, items more than 30 days overdue are billed at replacement cost [2]. The bill still has to be paid if you return the item later [2].',
    ],
  ),
  // utility
  ...judged(
    'en',
    [
      'If your power is out, first check your main switch. If it is on, report the outage by phone at any hour; outages cannot be reported by email or chat.',
      'When moving, tell us your moving date and final meter reading at least five business days in advance through the Moving form. The final bill is sent within four weeks of the moving date.',
      'Payment plans of up to six instalments are available for bills over $150. Customers who miss an instalment must pay the remaining balance within 14 days.',
    ],
    [
      [
        'Hello, please start by checking whether your main switch is on [1]. If it is, give us a call to report the outage; our phone line takes reports around the clock [1].',
        'No electricity since 10 minutes, can I report it here in chat?',
      ],
      [
        'Hi, since your bill is $240, you can spread it over as many as six instalments [3]. Please be aware that if an instalment is missed, the rest becomes payable within 14 days [3].',
        'My bill is $240 and I cannot pay it all at once',
      ],
    ],
    [
      'Hello, tell us your moving date and final meter reading through the Moving form at least five business days in advance [2]. I have already closed your account for the moving date [2].',
      'Hi, if your main switch is on, you can report the outage by phone or chat at any hour [1].',
    ],
  ),
  // pet supplies subscription
  ...judged(
    'en',
    [
      'Subscribe & Save gives 10% off every repeat order and 25% off the first. You can skip, pause or cancel in your account until the order is charged, two days before it ships.',
      'Opened pet food can be returned within 60 days if your pet does not like it; we refund it as store credit. Prescription diets are excluded.',
      'Orders over $49 ship free within the mainland. Shipping to Alaska and Hawaii costs $12.95 regardless of order value.',
    ],
    [
      [
        'Hi, sorry to hear that your cat is not a fan. You can send the opened bag back within 60 days and receive store credit [2]. Prescription diets are the exception [2].',
        'My cat refuses the new kibble, the bag is open',
      ],
      'Hello, shipping to Hawaii is $12.95, however much you order [3]. With Subscribe & Save your first order is 25% off, and the ones after that are 10% off [1].',
    ],
    [
      'Hello, Subscribe & Save gives 25% off every repeat order and 10% off the first [1]. You can skip or pause in your account [1].',
      'Hi, opened pet food can be returned within 60 days for a refund to your original payment method [2]. Prescription diets are excluded [2].',
    ],
  ),
  // event tickets / museum
  ...judged(
    'en',
    [
      'Tickets are valid only for the date and time slot shown. You can move your visit to another date once, free of charge, up to 24 hours before the slot. Tickets are not refundable.',
      'Children under 6 enter free but still need a free ticket. Students pay half price on showing a valid student card at the entrance.',
      'Bags larger than 40 x 30 cm must be left in the cloakroom, which is free. Photography without flash is allowed except in special exhibitions.',
    ],
    [
      [
        'Hello, we are not able to refund tickets, but you may switch to a different date once at no cost, as long as you do so at least 24 hours before your time slot [1].',
        'I am sick and cannot come on Sunday, can I get a refund?',
      ],
      [
        'Hi, your four-year-old gets in for free, though a free ticket is still required [2]. Taking pictures is fine without flash, but not in the special exhibitions [3]. The cloakroom costs nothing [3].',
        'Coming with my 4-year-old. Does she need a ticket? Can we take photos and is the cloakroom paid?',
      ],
    ],
    [
      'Hello, children under 6 enter free and do not need a ticket [2]. Students pay half price with a valid student card [2].',
      'Hi, you can move your visit to another date once, free of charge, up to 24 hours before the slot [1]. Photography without flash is allowed in all exhibitions [3].',
    ],
  ),
]

/**
 * A second lot, of 30 other trades, written by somebody who had not seen the check either: the true ones mostly close to the rules, as small models write them, a third of
 * them freely; half of the wrong ones answer a ticket. Only its alarms have been read, not its misses.
 */
export const SECOND_JUDGED_REPLIES: JudgedReply[] = [
  // ───────────── zh ─────────────
  // 网上药店
  ...judged(
    'zh',
    [
      '处方药须上传医生开具的电子处方，经药师审核通过后方可发货，审核时间为每天8:00至22:00，一般在30分钟内完成。处方自开具之日起3天内有效。',
      '药品一经售出不予退换，但存在质量问题或发错药的除外。发现发错药请在签收后48小时内联系在线药师，由我们承担往返运费。',
      '冷藏药品使用顺丰冷链配送，每单收取15元冷链费，满199元免收。冷藏药品不支持货到付款。',
    ],
    [
      [
        '您好，您收到的药与订单不符，属于发错药的情况，可以退换[2]。请您在签收后48小时内联系在线药师，往返运费由我们承担[2]。',
        '我买的是阿莫西林，寄来的是头孢，今天刚签收，能换吗？运费谁出？',
      ],
      [
        '您好，购买处方药需要先上传医生开具的电子处方，药师审核通过后才能发货[1]。审核一般在30分钟内完成，审核时间为每天8:00至22:00[1]。您的处方是昨天开的，还在3天有效期内[1]。',
        '昨天医生开的处方，今天还能用吗？审核要多久',
      ],
    ],
    [
      [
        '您好，胰岛素属于冷藏药品，使用顺丰冷链配送[3]。每单收取15元冷链费，满199元免收[3]。冷藏药品支持货到付款[3]。',
        '想买胰岛素，怎么送？可以货到付款吗',
      ],
      '您好，处方药须上传电子处方，经药师审核通过后发货[1]。处方自上传之日起3天内有效[1]。',
    ],
  ),
  // 驾校
  ...judged(
    'zh',
    [
      '学员报名须年满18周岁，携带身份证原件、体检表和4张一寸白底照片。外地户籍学员还需提供居住证。',
      '练车须提前1天在小程序预约，每次2小时。临时取消须在练车前6小时操作，否则扣除1次学时，当月累计扣满3次的暂停约车7天。',
      '科目二、科目三各有5次考试机会，首次补考免费，从第二次补考起每次收取200元补考费。两次考试之间须间隔10天以上。',
    ],
    [
      [
        '您好，科目二首次补考是免费的，您这次不需要交补考费[3]。不过两次考试之间须间隔10天以上[3]。',
        '科目二第一次没过，补考要交钱吗？多久能再考',
      ],
      [
        '您好，外地户籍的学员报名时，除了身份证原件、体检表和4张一寸白底照片，还需要提供居住证[1]。报名须年满18周岁[1]。',
        '我是外地户口，报名要准备什么材料',
      ],
    ],
    [
      [
        '您好，取消练车须在练车前6小时操作[2]。您现在距离练车只有2小时，取消会扣除2次学时[2]。',
        '今天下午的车练不了了，还有2小时，取消会怎样',
      ],
      '您好，科目二、科目三共有5次考试机会[3]。从第二次补考起，每次收取200元补考费[3]。',
    ],
  ),
  // 共享办公
  ...judged(
    'zh',
    [
      '固定工位会员可7×24小时进出，流动工位会员仅限工作日8:30至20:00使用。访客须由会员在App登记，单次停留不超过4小时。',
      '会议室按小时计费，6人间每小时60元，12人间每小时120元，固定工位会员每月赠送5小时。预订后在开始前2小时以上取消的，不收费；不足2小时取消的，收取50%的费用。',
    ],
    [
      [
        '您好，流动工位会员仅限工作日8:30至20:00使用，所以周六是不能进入的[1]。固定工位会员可以7×24小时进出[1]。',
        '我是流动工位，周六想过来加班可以吗？',
      ],
      '您好，12人间会议室的价格是一小时120元，6人间是一小时60元[2]。如果临时不用了，离开始还有两个小时以上的话取消不用付钱，再晚就要付一半[2]。',
    ],
    [
      ['您好，访客需要由会员在前台登记[1]。访客单次停留不超过4小时[1]。', '明天有客户来找我，需要怎么登记？能待一整天吗'],
      '您好，会议室6人间每小时60元，12人间每小时120元[2]。所有会员每月赠送5小时[2]。',
    ],
  ),
  // 宠物美容
  ...judged(
    'zh',
    [
      '洗护价格按体重计算，5公斤以下98元，5至15公斤148元，15公斤以上228元。毛发打结严重的，另收50元开结费，开结前会先征得主人同意。',
      '到店须出示有效的疫苗本，未接种疫苗或疫苗过期的宠物不能接待。怀孕和术后未满30天的宠物暂不提供洗护服务。',
      '预约迟到超过20分钟视为放弃，定金30元不退；提前4小时以上取消的，定金全额退还。',
    ],
    [
      [
        '您好，您家狗狗12公斤，洗护价格为148元[1]。如果毛发打结严重，会另收50元开结费，开结前会先征得您的同意[1]。到店时请出示有效的疫苗本[2]。',
        '泰迪12公斤，有点打结，洗一次多少钱，要带什么？',
      ],
      ['您好，您的猫咪绝育才两周，术后未满30天暂时不能做洗护，建议您晚些再来[2]。', '猫上上周做的绝育，才两周，可以来洗澡吗'],
    ],
    [
      [
        '您好，提前4小时以上取消的，定金全额退还[3]。迟到超过10分钟视为放弃，定金30元不退[3]。',
        '我约了下午三点，可能会晚到一会儿，定金会被扣吗',
      ],
      '您好，15公斤以上的宠物洗护价格为228元[1]。毛发打结严重的，另收50元开结费，无需另行征得主人同意[1]。',
    ],
  ),
  // 视频会员
  ...judged(
    'zh',
    [
      '黄金会员支持手机、平板和电脑观看，不支持电视端；钻石会员支持全部设备，最多3台设备同时播放。',
      '自动续费可在到期前24小时通过“我的-会员-管理续费”关闭，通过苹果商店开通的须在苹果账户的订阅设置中关闭。关闭后会员仍可使用至到期日。',
      '会员可免费观看大部分影片，带“点播”标识的影片需单独购买，会员享5折，购买后48小时内可观看。',
    ],
    [
      [
        '您好，黄金会员支持手机、平板和电脑观看，不支持电视端[1]。如果想在电视上看，可以选择钻石会员，它支持全部设备[1]。',
        '我开了黄金会员，电视上为什么看不了？',
      ],
      [
        '您好，您是在苹果商店开通的，需要到苹果账户的订阅设置里关闭自动续费[2]。关闭以后，到期日之前会员都还能正常用[2]。',
        '在iPhone上开的会员，怎么取消自动续费？取消了会马上没有吗',
      ],
    ],
    [
      ['您好，带“点播”标识的影片需单独购买，会员享5折[3]。购买后可在会员有效期内观看[3]。', '为什么是会员还要付钱看这部电影？买了能看多久'],
      '您好，钻石会员支持全部设备，最多3台设备同时播放[1]。自动续费关闭后，会员权益立即终止[2]。',
    ],
  ),
  // 共享电单车
  ...judged(
    'zh',
    [
      '骑行起步价为2元/15分钟，超出后每10分钟加收1元。每日首次骑行享受3分钟免费试骑，3分钟内还车不收费。',
      '须在App地图标注的停车点还车，停车点外还车收取5元调度费，运营区外还车收取20元调度费。因停车点已满无法还车的，拍照上传后可免除调度费。',
      '头盔丢失须赔偿40元。未满16周岁的用户禁止骑行，每辆车仅限一人骑行。',
    ],
    [
      [
        '您好，因停车点已满无法还车的，拍照上传后可以免除调度费[2]。停车点外还车的调度费为5元[2]。',
        '停车点满了停不进去，我停旁边被扣了5块，怎么办',
      ],
      '您好，前15分钟收2元，之后每多10分钟加1元[1]。每天第一次骑有3分钟可以试，3分钟以内还车就不要钱[1]。另外，没满16周岁是不能骑的[3]。',
    ],
    [
      ['您好，您在运营区外还车，会收取5元调度费[2]。以后请在App地图标注的停车点还车[2]。', '我骑出了运营区停的车，会扣多少钱'],
      '您好，每次骑行都享受3分钟免费试骑，3分钟内还车不收费[1]。头盔丢失须赔偿40元[3]。',
    ],
  ),
  // 婚纱摄影
  ...judged(
    'zh',
    [
      '拍摄档期可免费更改一次，须在拍摄日前10天提出；第二次起每次收取300元改期费。因下雨无法外拍的，改期不收费且不计入次数。',
      '套餐含精修照片30张，加选每张80元，底片全部赠送。选片须在拍摄后15天内完成，精修在选片确认后25个工作日内交付。',
      '签约时支付定金2000元，拍摄当天付清尾款。拍摄日前30天以上取消的，退还50%定金；不足30天取消的，定金不退。',
    ],
    [
      [
        '您好，因下雨无法外拍的，改期不收费，也不计入改期次数[1]。您之后仍可以免费更改一次档期，须在拍摄日前10天提出[1]。',
        '天气预报说拍摄那天下大雨，外景拍不了，改期要钱吗？会不会用掉我那次免费改期？',
      ],
      '您好，套餐含精修照片30张，加选每张80元，底片全部赠送[2]。精修照片在选片确认后25个工作日内交付[2]。',
    ],
    [
      [
        '您好，您距离拍摄日还有45天，取消的话定金可以全额退还[3]。不足30天取消的，定金不退[3]。',
        '我们想取消拍摄，离拍摄还有45天，2000定金能退吗',
      ],
      '您好，选片须在拍摄后15天内完成，精修在拍摄后25个工作日内交付[2]。套餐含精修照片30张[2]。',
    ],
  ),
  // 搬家公司
  ...judged(
    'zh',
    [
      '小面包车起步价280元，厢式货车起步价480元，均含10公里运输。超出部分小面包车每公里5元，厢式货车每公里8元。',
      '无电梯的从2楼起每层加收20元，钢琴、保险柜等重物另行报价。现金、首饰及证件请客户自行携带，丢失不予赔偿。',
      '搬运造成的物品损坏，请在搬家当天由客户与队长共同签字确认，我们按实际维修费用赔付，单件最高1000元。',
    ],
    [
      [
        '您好，厢式货车起步价480元，含10公里运输，超出部分每公里8元[1]。您的路程是15公里，超出5公里，需加收40元[1]。',
        '用厢式货车搬15公里，多少钱？',
      ],
      [
        '您好，冰箱被磕坏我们很抱歉。请您在搬家当天和队长一起签字确认损坏情况[3]。我们会按照实际的维修费用赔给您，一件物品最多赔1000元[3]。',
        '师傅今天把我冰箱门磕了个坑，你们怎么赔',
      ],
    ],
    [
      ['您好，无电梯的从2楼起每层加收20元[2]。钢琴按每台200元收取搬运费[2]。', '我家有一台钢琴，住3楼没电梯，怎么收费'],
      '您好，物品损坏请在搬家后3天内由客户与队长共同签字确认[3]。我们按实际维修费用赔付，单件最高1000元[3]。',
    ],
  ),
  // 主题乐园
  ...judged(
    'zh',
    [
      '身高1.0米以下儿童免票，1.0至1.4米儿童及65周岁以上老人购优惠票。入园当天可凭票根和手背印章多次出入，21:00后不再入园。',
      '快速通道票每张120元，可在5个项目各使用一次，仅限当日有效，不可退款。过山车要求身高1.4米以上，孕妇及心脏病患者不可乘坐。',
      '门票未使用的，可在游玩日前一天24:00前全额退款，逾期不退。因台风闭园的，可改期至30天内任意一天或全额退款。',
    ],
    [
      [
        '您好，您的孩子身高0.95米，在1.0米以下，可以免票入园[1]。过山车要求身高1.4米以上，所以孩子暂时不能乘坐[2]。',
        '孩子95厘米要买票吗？能坐过山车吗',
      ],
      ['您好，如果因为台风闭园，您可以把门票改到30天内的任意一天，也可以选择全额退款[3]。', '听说周末有台风，万一闭园，我买的票怎么办？'],
    ],
    [
      [
        '您好，您的母亲62岁，60周岁以上老人可以购优惠票[1]。入园当天可凭票根和手背印章多次出入[1]。',
        '我妈62岁，有优惠吗？中途可以出去再进来吗？',
      ],
      '您好，快速通道票每张120元，可在5个项目不限次数使用[2]。该票仅限当日有效，不可退款[2]。',
    ],
  ),
  // 外卖平台
  ...judged(
    'zh',
    [
      '商家接单前取消订单可全额退款；商家接单后取消的，须经商家同意；骑手取餐后不可取消。',
      '送达时间超过预计时间15分钟以上的，赔付一张5元红包；超过30分钟以上的，可申请全额退款。因恶劣天气造成的延误不予赔付。',
      '餐品漏送、错送或洒漏，请在送达后2小时内在订单页“申请售后”并上传照片，退款在1个工作日内到账。',
    ],
    [
      [
        '您好，非常抱歉您的奶茶洒了。请您在送达后2小时内，在订单页点击“申请售后”并上传照片[3]。退款会在1个工作日内到账[3]。',
        '奶茶送来洒了一半，刚送到，怎么退',
      ],
      '您好，商家还没接单的话，取消可以全额退款；已经接单的，要商家同意才行[1]。骑手把餐取走以后，就没法再取消了[1]。',
    ],
    [
      [
        '您好，您的订单超过预计时间20分钟送达，可以申请全额退款[2]。因恶劣天气造成的延误不予赔付[2]。',
        '外卖晚了20分钟才到，菜都凉了，有赔偿吗',
      ],
      '您好，餐品漏送或洒漏，请在送达后2小时内申请售后并上传照片[3]。您的退款已经提交，1个工作日内到账[3]。',
    ],
  ),
  // 二手交易平台
  ...judged(
    'zh',
    [
      '买家确认收货后，货款在24小时内打入卖家余额；买家签收后7天未确认的，系统自动确认收货。提现每笔收取0.5%手续费，由卖家承担。',
      '商品与描述不符的，买家可在签收后72小时内发起退货，运费由卖家承担；买家因个人原因退货的，须经卖家同意，运费由买家承担。',
      '单价满3000元的手机和电脑可选择官方验机服务，费用为成交价的2%，由买家支付。验机不通过的，订单自动取消并退还验机费。',
    ],
    [
      [
        '您好，您收到的相机与描述不符，可以在签收后72小时内发起退货[2]。这种情况下运费由卖家承担[2]。',
        '卖家说相机没划痕，收到一看全是划痕，怎么退？运费算谁的',
      ],
      [
        '您好，买家签收后7天未确认的，系统会自动确认收货[1]。确认收货后，货款在24小时内打入您的余额[1]。提现时每笔会收取0.5%手续费，由卖家承担[1]。',
        '我卖的东西买家签收了一直不点确认，钱什么时候到我这？提现收费吗',
      ],
    ],
    [
      [
        '您好，单价满3000元的手机可以选择官方验机服务[3]。验机费用为成交价的2%，由卖家支付[3]。',
        '想买一台4000的二手手机，验机要我出钱吗？',
      ],
      '您好，因个人原因退货的，无需卖家同意，运费由买家承担[2]。',
    ],
  ),
  // 家政保洁
  ...judged(
    'zh',
    [
      '日常保洁每小时50元，2小时起约；深度保洁每平方米12元，最低收费500元。擦玻璃仅限室内面，不提供高空外窗清洁。',
      '清洁工具和清洁剂由保洁员自带，如需使用吸尘器请客户自备。',
      '服务开始前12小时以上取消免费，12小时以内取消收取30元，保洁员已上门的收取全部费用。对服务不满意的，可在24小时内申请免费返工一次。',
    ],
    [
      ['您好，清洁工具和清洁剂都由保洁员自带，您不用准备[2]。如果需要使用吸尘器，请您自备[2]。', '约了明天的保洁，我需要准备什么工具吗'],
      [
        '您好，您家80平方米做深度保洁，每平方米12元[1]。玻璃我们只擦室内这一面，高空外窗是不做的[1]。',
        '80平的房子做深度保洁怎么收费？外面的窗户擦不擦？',
      ],
    ],
    [
      ['您好，很抱歉这次服务没有让您满意。您可以在48小时内申请免费返工一次[3]。', '昨天的阿姨打扫得很不干净，厨房油污都没擦，怎么办'],
      '您好，日常保洁每小时50元，2小时起约[1]。服务开始前12小时以内取消，收取全部费用[3]。',
    ],
  ),
  // 图文打印
  ...judged(
    'zh',
    [
      '黑白打印A4每张0.3元，彩色打印A4每张1元，双面按两张计算。满100张黑白打印享8折，彩色打印不参与折扣。',
      '名片印刷两盒起印，每盒100张，确认样稿后3个工作日可取。样稿确认后如需修改，须重新付费。',
      '文件请以PDF格式发送至门店邮箱或在小程序上传，不接受微信传文件。打印文件在取件后7天自动删除。',
    ],
    [
      [
        '您好，黑白打印A4每张0.3元，双面按两张计算[1]。满100张黑白打印享8折，您要打120张，可以享受折扣[1]。',
        '黑白单面打120张A4，有优惠吗？双面怎么算',
      ],
      '您好，名片最少印两盒，一盒是100张，样稿定下来之后3个工作日就能来取[2]。样稿确认后如果还想改，需要重新付一次费用[2]。',
    ],
    [
      [
        '您好，文件请以PDF格式通过微信发送，或在小程序上传[3]。打印文件在取件后7天自动删除[3]。',
        '文件怎么发给你们？会不会一直留着我的文件',
      ],
      '您好，满100张打印享8折，黑白和彩色均可参与[1]。彩色打印A4每张1元[1]。',
    ],
  ),
  // 语言学校
  ...judged(
    'zh',
    [
      '新学员须先参加免费的分级测试，测试每周二和周四19:00举行，约40分钟。未参加测试的，只能报读零基础班。',
      '小班课每班6至10人，不足6人的班级延期开班，延期超过两周可全额退费。开课后退费的，扣除已上课时费及10%手续费。',
      '请假须提前24小时告知班主任，每期最多请假3次，可观看录播补课，录播保留至该期结课后30天。',
    ],
    [
      [
        '您好，新学员须先参加免费的分级测试，测试每周二和周四19:00举行，约40分钟[1]。如果不参加测试，只能报读零基础班[1]。',
        '我学过两年日语，想直接上中级班，怎么报名？',
      ],
      [
        '您好，班级已经延期三周还没开，超过了两周，您可以申请全额退费[2]。每班不足6人时会延期开班[2]。',
        '报的班说人不够，推迟三周了还没开，能退钱吗？',
      ],
    ],
    [
      ['您好，请假须提前24小时告知班主任，每月最多请假3次[3]。缺的课可观看录播补课[3]。', '下周要出差上不了课，怎么请假？课能补吗？'],
      '您好，分级测试每周二和周五19:00举行，约40分钟[1]。测试是免费的[1]。',
    ],
  ),
  // 轮渡
  ...judged(
    'zh',
    [
      '班次为每天6:30至22:00，每30分钟一班，末班船22:00从北码头发出，南码头末班船为21:30。遇6级以上大风停航。',
      '成人票15元，学生凭学生证8元，6周岁以下儿童免票。自行车加收3元，电动车及摩托车不得上船。',
      '汽车渡运须提前一天网上预约，并在开船前40分钟到达码头，晚到的顺延至下一班，不另收费。',
    ],
    [
      ['您好，南码头的末班船是21:30，北码头的末班船为22:00[1]。您21:45到南码头就赶不上末班船了[1]。', '我21:45到南码头还有船吗'],
      '您好，自行车可以带上船，需要加收3元，电动车和摩托车不得上船[2]。学生凭学生证购票8元[2]。遇6级以上大风会停航[1]。',
    ],
    [
      [
        '您好，汽车渡运须提前一天网上预约，并在开船前40分钟到达码头[3]。晚到的顺延至下一班，需补交差价[3]。',
        '开车过江要预约吗？万一堵车晚到了怎么办',
      ],
      '您好，成人票15元，学生免票，6周岁以下儿童免票[2]。',
    ],
  ),

  // ───────────── en ─────────────
  // tax software
  ...judged(
    'en',
    [
      'The Free edition covers wage income and the standard deduction. The Deluxe edition costs $39 and adds itemized deductions; self-employment income requires the Premier edition at $79. Each state return costs an extra $19.',
      'If the tax authority charges you a penalty because of a calculation error in our software, we pay the penalty and the interest. Errors caused by incorrect data entry are not covered. Claims must be submitted within 60 days of receiving the notice.',
      'You pay only when you file. Once a return has been filed, the fee is not refundable. Returns can be amended in the software from three weeks after filing.',
    ],
    [
      [
        'Hello, since you have self-employment income, you will need the Premier edition, which costs $79 [1]. A state return costs an extra $19 [1]. You pay only when you file [3].',
        'I am a freelancer, which edition do I need and what does a state return cost? Do I have to pay now?',
      ],
      'Hi, if a calculation error in our software leads to a penalty, we cover both the penalty and the interest [2]. Please send us your claim within 60 days of getting the notice [2]. Mistakes in the figures you typed in yourself are not part of this guarantee [2].',
    ],
    [
      [
        'Hello, thank you for reaching out. Itemized deductions are included in the Deluxe edition, which costs $39 [1]. The fee is refundable within 60 days after filing [3].',
        'I want to itemize my deductions. Can I get my money back if I change my mind after filing?',
      ],
      'Hi, returns can be amended in the software within three weeks after filing [3]. Each state return costs an extra $19 [1].',
    ],
  ),
  // university admissions
  ...judged(
    'en',
    [
      'Applications for the fall intake close on March 15 and for the spring intake on October 1. Applications must be submitted through the online portal; documents sent by email are not considered.',
      'The application fee is $70. It is waived for applicants who can show proof of financial need, and for veterans. The fee is not refunded if an application is withdrawn.',
      'Applicants whose first language is not English must submit a test score: at least 6.5 in IELTS or 90 in TOEFL. Scores may not be older than two years. Applicants with a degree taught in English are exempt.',
    ],
    [
      [
        'Hello, the application deadline for the fall intake is March 15 [1]. Please submit your documents through the online portal, as documents sent by email are not considered [1].',
        'When is the deadline for fall and can I email you my transcripts?',
      ],
      [
        'Hi, your TOEFL score of 94 is above the minimum of 90 [3]. However, scores may not be older than two years, so a test taken three years ago cannot be accepted [3].',
        'I got 94 in TOEFL three years ago. Is that ok?',
      ],
    ],
    [
      [
        'Hello, since your bachelor degree was taught in English, you are exempt from the language test [3]. You are also exempt from the $70 application fee [2].',
        'My bachelor was taught in English in the Netherlands. Do I still need IELTS? And is there a fee?',
      ],
      'Hi, applicants whose first language is not English need at least 6.5 in IELTS and 90 in TOEFL [3]. Scores may not be older than two years [3].',
    ],
  ),
  // solar panels
  ...judged(
    'en',
    [
      'Solar panels carry a 25-year performance warranty and inverters a 10-year product warranty. Workmanship is covered for 5 years from the date of installation.',
      'After you sign the contract, we apply for the building permit, which usually takes 4 to 6 weeks. Installation takes one to two days. The system may be switched on only after the utility has approved it.',
      'Monitoring through our app is free for the first three years, then $5 per month. Cleaning is not included; we recommend having the panels cleaned once a year.',
    ],
    [
      [
        'Hello, the inverter has a 10-year product warranty [1]. As yours was installed six years ago, it is still covered [1].',
        'My inverter shows a red light. It was installed six years ago. Is it still under warranty?',
      ],
      'Hi, once the contract is signed, we take care of the building permit application, which usually takes 4 to 6 weeks [2]. Installation itself takes one to two days [2]. Please note that the system may be switched on only after the utility has approved it [2].',
    ],
    [
      [
        'Hello, monitoring through our app is free for the first three years and then costs $5 per month [3]. We clean the panels once a year at no extra cost [3].',
        'What does the app cost and who cleans the panels?',
      ],
      'Hi, workmanship is covered for 5 years from the date of the contract [1]. Solar panels carry a 25-year performance warranty [1].',
    ],
  ),
  // camera rental
  ...judged(
    'en',
    [
      'Rentals are charged per day, with a minimum of two days. Pick-up is from 3 pm on the day before your rental starts, and return is by 11 am on the day after it ends, at no extra charge.',
      'First-time renters must show a government ID and a utility bill. A deposit equal to 20% of the equipment value is blocked on a credit card; business accounts pay no deposit.',
      'The damage waiver costs 10% of the rental price and limits your liability to $250 per item. It does not cover theft or loss.',
    ],
    [
      [
        'Hi, as your rental starts on Saturday, you can pick up the lens from 3 pm on Friday at no extra charge [1]. Please return it by 11 am on the day after your rental ends [1].',
        'I am renting a lens from Saturday to Sunday. When can I get it and when do I have to bring it back?',
      ],
      [
        'Hello, unfortunately the damage waiver does not help if the camera is stolen, because theft and loss are left out [3]. What it does is cap what you pay for damage at $250 per item [3].',
        'If I take the waiver and somebody steals the camera, am I covered?',
      ],
    ],
    [
      [
        'Hello, as a first-time renter, please bring a government ID and a bank statement [2]. A deposit equal to 20% of the equipment value is blocked on your credit card [2].',
        'It is my first rental with you. What papers do I need?',
      ],
      'Hi, the damage waiver costs 10% of the equipment value and limits your liability to $250 per item [3]. It does not cover theft or loss [3].',
    ],
  ),
  // credit union
  ...judged(
    'en',
    [
      'Membership is open to anyone who lives or works in the county, and to family members of existing members. To join, you open a share account with at least $25, which must stay in the account as long as you are a member.',
      'Members can withdraw cash free of charge at our own machines and at partner machines. Withdrawals at other machines cost $2.50 each; the first four each month are free for members under 25.',
      'Personal loans can be paid off early without a fee. A late payment fee of $20 applies when a payment is more than 10 days late.',
    ],
    [
      [
        'Hello, since you work in the county, you can become a member [1]. To join, please open a share account with at least $25, which must stay in the account as long as you are a member [1].',
        'I do not live in the county but I work there. Can I join? What does it take?',
      ],
      'Hi, you may repay a personal loan ahead of schedule and it will not cost you anything extra [3]. The $20 late fee only comes into play once a payment is more than 10 days overdue [3].',
    ],
    [
      [
        'Hello, withdrawals at machines outside our network cost $2.50 each [2]. At 22, your first four withdrawals each year at such machines are free [2].',
        'I am 22 and a member. What do I pay at another bank machine?',
      ],
      'Hi, members can withdraw cash free of charge at our own machines only [2]. Personal loans can be paid off early without a fee [3].',
    ],
  ),
  // self-storage
  ...judged(
    'en',
    [
      'Units can be accessed daily from 6 am to 10 pm with your gate code. The office is open Monday to Saturday from 9 am to 5 pm.',
      'Rent is due on the first of each month. A late fee of $15 is added after the fifth, and access to the unit is blocked after the tenth until the balance is paid.',
      'To move out, give at least 10 days of written notice through the website. The unit must be empty, swept and unlocked. Unused rent is not refunded for partial months.',
    ],
    [
      [
        'Hi, your gate code stops working because access is blocked after the tenth of the month when rent has not been paid [2]. Once the balance is paid, your access is restored [2]. Please note that a late fee of $15 is added after the fifth [2].',
        'My code does not work today, the 14th. I think I forgot to pay this month.',
      ],
      'Hello, to move out, please give at least 10 days of written notice through the website [3]. Make sure the unit is empty, swept and unlocked [3]. We do not refund unused rent for partial months [3].',
    ],
    [
      [
        'Hello, you can access your unit daily from 6 am to 10 pm with your gate code [1]. The office is also open on Sunday, from 9 am to 5 pm [1].',
        'Can I get to my unit on Sunday, and is somebody in the office then?',
      ],
      'Hi, rent is due on the first of each month [2]. A late fee of $15 is added after the tenth [2].',
    ],
  ),
  // ski resort
  ...judged(
    'en',
    [
      'Day passes bought online at least 48 hours ahead cost $89; at the ticket window they cost $109. Children under 7 ski free with a paying adult.',
      'If more than half of our lifts are closed because of wind, day pass holders receive a voucher for another day this season. We do not give cash refunds.',
      'Rental skis can be picked up from 4 pm on the evening before. Helmets are mandatory for children under 14 and are included in the rental for them; adults pay $9 per day for a helmet.',
    ],
    [
      [
        'Hello, your 5-year-old skis free with a paying adult [1]. Helmets are mandatory for children under 14, and a helmet is included in the rental for them [3].',
        'We are coming with our son, 5. Does he need a pass, and do we have to pay for his helmet?',
      ],
      [
        'Hi, I am sorry the wind spoiled your day. When over half of the lifts are shut because of it, holders of a day pass get a voucher valid on another day this season [2]. Refunds in cash are not something we offer [2].',
        'Most lifts were closed yesterday because of wind. I want my money back!',
      ],
    ],
    [
      [
        'Hello, a day pass bought online at least 24 hours ahead costs $89 [1]. At the ticket window it costs $109 [1].',
        'How much is a day pass and is it cheaper online?',
      ],
      'Hi, rental skis can be picked up from 4 pm on the evening before [3]. Helmets are mandatory for everyone [3].',
    ],
  ),
  // web hosting
  ...judged(
    'en',
    [
      'Annual hosting plans can be refunded in full within 30 days of purchase. Domain names and setup fees are not refundable. Monthly plans can be cancelled at any time but are not refunded.',
      'We make daily backups and keep them for 14 days. You can restore a backup yourself in the control panel; a restore done by our staff costs $25.',
      'To transfer a domain away, unlock it in the control panel and request the authorization code. A domain cannot be transferred within 60 days of registration.',
    ],
    [
      [
        'Hello, your annual hosting plan was bought two weeks ago, so it can be refunded in full [1]. Please note that the domain name is not refundable [1].',
        'I bought a yearly plan with a domain two weeks ago and want to cancel. Do I get everything back?',
      ],
      'Hi, we make daily backups and keep them for 14 days [2]. You can restore a backup yourself in the control panel, or our staff can do it for $25 [2].',
    ],
    [
      [
        'Hello, you can restore the backup from last week in the control panel [2]. I have already started the restore for you [2].',
        'I broke my site and need the version from last week back.',
      ],
      'Hi, to transfer a domain away, first request the authorization code and then unlock it in the control panel [3]. A domain cannot be transferred within 60 days of registration [3].',
    ],
  ),
  // parking app
  ...judged(
    'en',
    [
      'Street parking is charged from 8 am to 8 pm Monday to Saturday, at $2.40 per hour in zone A and $1.60 per hour in zone B. Sundays and public holidays are free.',
      'A session started in the app can be extended up to the zone limit of three hours and stopped at any time; unused minutes are credited to your wallet. Each session has a service fee of $0.25.',
      'If you entered the wrong licence plate, you can correct it in the app within 10 minutes of starting. Fines for a wrong plate must be appealed with the city, not with us.',
    ],
    [
      [
        'Hi, parking in zone B costs $1.60 per hour on Saturday between 8 am and 8 pm [1]. There is also a service fee of $0.25 per session [2].',
        'What do I pay for parking in zone B on Saturday afternoon?',
      ],
      [
        'Hello, a fine that you received because of a wrong plate has to be appealed with the city, since we cannot handle it [3]. For next time, you have 10 minutes after starting a session to fix the plate in the app [3].',
        'I typed the wrong plate and got a fine. Can you cancel it?',
      ],
    ],
    [
      [
        'Hello, you can stop a session at any time, and unused minutes are refunded to your credit card [2]. Each session has a service fee of $0.25 [2].',
        'I paid for two hours but left after one. Do I get the rest back?',
      ],
      'Hi, street parking in zone A costs $2.40 per hour from 8 am to 8 pm Monday to Friday [1]. Sundays and public holidays are free [1].',
    ],
  ),
  // florist
  ...judged(
    'en',
    [
      "Orders placed before 1 pm Monday to Friday, or before 11 am on Saturday, are delivered the same day. There is no delivery on Sunday, except on Mother's Day.",
      'If your flowers arrive wilted, send a photo by email within 24 hours and we will deliver a new bouquet or refund you, whichever you prefer.',
      'If the recipient is not at home, the driver leaves the flowers with a neighbour or at the door. A second delivery attempt costs $12. The card message can be changed until 6 pm on the day before delivery.',
    ],
    [
      [
        'Hello, I am sorry that the roses arrived wilted. Please send a photo by email within 24 hours [2]. We will then deliver a new bouquet or refund you, whichever you prefer [2].',
        'The roses for my wife came this morning and they are all wilted.',
      ],
      "Hi, for delivery on the same day, please order before 1 pm from Monday to Friday or before 11 am on Saturday [1]. We do not deliver on Sunday, with the exception of Mother's Day [1].",
    ],
    [
      [
        'Hello, if nobody is at home, the driver leaves the flowers with a neighbour or at the door [3]. A second delivery attempt is free of charge [3].',
        'What happens if my mum is not at home when the flowers come?',
      ],
      'Hi, the card message can be changed until 6 pm on the day of delivery [3]. A second delivery attempt costs $12 [3].',
    ],
  ),
  // eyewear
  ...judged(
    'en',
    [
      'You can try up to five frames at home for seven days, free of charge. Frames that are not sent back within 14 days are charged at full price.',
      'Prescription glasses ship in 8 to 12 business days; sunglasses without prescription ship in 2 business days. Your prescription must be less than two years old.',
      'Scratched lenses are replaced once free of charge within 12 months of purchase. Frames broken by accident are replaced at 50% of the price within the same period.',
    ],
    [
      [
        'Hi, as your lenses got scratched eight months after purchase, we can replace them once free of charge [3]. This applies within 12 months of purchase [3].',
        'Bought glasses 8 months ago and the lenses have scratches already. What can I do?',
      ],
      'Hello, with our home try-on you pick as many as five frames and keep them for a week at no cost [1]. Any frame that has not been sent back within 14 days is billed at its full price [1].',
    ],
    [
      [
        'Hello, I am sorry to hear that your frame broke. Frames broken by accident are replaced free of charge within 12 months of purchase [3].',
        'I sat on my glasses and the frame snapped. I bought them in January.',
      ],
      'Hi, all sunglasses ship in 2 business days [2]. Your prescription must be less than two years old [2].',
    ],
  ),
  // EV charging
  ...judged(
    'en',
    [
      'Fast charging costs $0.48 per kWh for guests and $0.36 per kWh for members. Membership is $6 per month and can be cancelled at the end of any month.',
      'An idle fee of $0.40 per minute starts 10 minutes after charging has finished. No idle fee is charged between 11 pm and 7 am.',
      'If a charger does not start, unplug, wait 30 seconds and try again. If it still fails, call the hotline printed on the charger; staff can start the session remotely. Failed sessions are not billed.',
    ],
    [
      [
        'Hello, please unplug, wait 30 seconds and try again [3]. If it still does not start, call the hotline printed on the charger, and staff can start the session remotely [3]. Failed sessions are not billed [3].',
        'The charger does not start, it says error. Do I have to pay for this?',
      ],
      [
        'Hi, leaving your car plugged in overnight is no problem between 11 pm and 7 am, as no idle fee is charged during those hours [2]. At other times, you pay $0.40 for each minute, beginning 10 minutes after the charging is done [2].',
        'Can I leave my car on the charger overnight without paying extra?',
      ],
    ],
    [
      [
        'Hello, as a guest you pay $0.36 per kWh for fast charging [1]. Membership is $6 per month [1].',
        'I have no membership. What does a kWh cost, and what would membership cost me?',
      ],
      'Hi, an idle fee of $0.40 per minute starts as soon as charging has finished [2]. No idle fee is charged between 11 pm and 7 am [2].',
    ],
  ),
  // public transit pass
  ...judged(
    'en',
    [
      'The monthly pass costs $75 and is valid on buses and trams. The airport train requires a supplement of $6 per trip. The pass is personal and may not be shared.',
      'A lost pass can be replaced at a service centre for $10, on showing photo ID. The old card is blocked at once and cannot be used again if it is found.',
      'Bicycles are allowed on trams outside the peak hours of 7 to 9 am and 4 to 6 pm. Folding bikes are allowed at all times. Bicycles are never allowed on buses.',
    ],
    [
      [
        'Hello, the monthly pass is valid on buses and trams, but the airport train requires a supplement of $6 per trip [1].',
        'Can I use my monthly pass on the airport train?',
      ],
      [
        'Hi, you can get a replacement for your lost pass at a service centre for $10 when you show photo ID [2]. Please note that the old card is blocked at once and cannot be used again, even if you find it [2].',
        'I lost my pass. How do I get a new one, and what if the old one turns up?',
      ],
    ],
    [
      [
        'Hello, bicycles are allowed on trams outside the peak hours of 7 to 9 am and 4 to 6 pm [3]. Bicycles are allowed on buses at all times [3].',
        'Can I take my bike on the tram or the bus?',
      ],
      'Hi, the monthly pass costs $75 and may be shared with family members [1]. A lost pass can be replaced at a service centre for $10 [2].',
    ],
  ),
  // music school
  ...judged(
    'en',
    [
      'The trial lesson lasts 30 minutes and costs $15, which is credited if you enroll within two weeks. Regular lessons last 45 minutes and are billed monthly in advance.',
      'Lessons cancelled by the student at least 24 hours ahead can be made up within the same term, at most twice per term. Lessons cancelled by the teacher are always made up or refunded.',
      'Instruments can be rented for $30 per month with a minimum of three months. Repairs caused by normal wear are paid by the school; damage is paid by the renter.',
    ],
    [
      [
        'Hi, the trial lesson lasts 30 minutes and costs $15 [1]. If you enroll within two weeks, the $15 is credited [1].',
        'Is the trial lesson for piano free?',
      ],
      'Hello, when it is the teacher who calls off a lesson, you always get a make-up lesson or your money back [2]. If you cancel yourself with at least 24 hours of notice, you can catch up within the same term, but no more than two times per term [2].',
    ],
    [
      [
        'Hello, instruments can be rented for $30 per month with a minimum of three months [3]. Repairs caused by normal wear are paid by the renter [3].',
        'How much is renting a violin? And who pays if a string wears out?',
      ],
      'Hi, regular lessons last 45 minutes and are billed monthly in arrears [1]. The trial lesson costs $15 [1].',
    ],
  ),
  // home security
  ...judged(
    'en',
    [
      'Professional monitoring costs $24.99 per month and can be paused for up to three months per year. Video recordings are kept for 30 days with monitoring and for 7 days without.',
      'When an alarm goes off, our centre first calls you, then your emergency contact, and sends the police only if neither answers. You can cancel a false alarm by giving your safe word.',
      'Equipment can be returned within 45 days for a full refund. Batteries in door sensors last about two years; we mail new ones free of charge when the app shows a low battery.',
    ],
    [
      [
        'Hello, when the alarm goes off, our centre first calls you and then your emergency contact [2]. The police are sent only if neither answers [2]. If it is a false alarm, you can cancel it by giving your safe word [2].',
        'What happens if my cat sets off the alarm? Will the police come right away?',
      ],
      [
        'Hi, there is no need to buy batteries for the sensor, because we post new ones to you at no cost as soon as the app shows that they are running low [3]. They usually hold for about two years [3].',
        'The app says low battery on my front door sensor. Where do I buy a new one?',
      ],
    ],
    [
      [
        'Hello, monitoring can be paused for up to three months per year [1]. Without monitoring, video recordings are kept for 30 days [1].',
        'I want to pause monitoring over the summer. How long do you keep my videos then?',
      ],
      'Hi, when an alarm goes off, our centre first calls your emergency contact and then you [2]. Equipment can be returned within 45 days for a full refund [3].',
    ],
  ),
]
