/** Talking to the help desk itself, and small talk. The format stands at parseConcepts. */
export const SERVICE = `
contact: contact*, reach you, talk to, speak to, speak with, support, customer service, agent*, human, representative*, live person, call you, real person, phone you, hotline, operator, live chat, get in touch, contact number, customer care, helpdesk, help desk, someone to call, cs, talk with, reach someone, someone i can call, chat with, kefu, rengong, chat with someone, talk to someone, phone support, who do i call, real human, email you, ticket, open ticket
  客服 人工 人工客服 人工服务 联系你们 客户经理 热线 转人工 在线客服 联系客服 打给你们 真人 活人 客服电话 找谁 联系谁 联系方式 服务热线 有人吗 客服热线 找人 工单 找个人 打哪个电话 客服在哪 联系不上 电话多少
complain: complain*, complaint*, unhappy, dissatisf*, angry, terrible, awful, rude, bad service, unacceptable, poor service, report staff, horrible, disappoint*, nobody solves, nobody helps, turn to, not satisfied
  投诉 举报 差评 不满 态度差 态度太差 投诉电话 太差了 差劲 服务差 垃圾 欺负人 告你们 客诉 申诉 态度不好 投訴 反映 没人解决 没人管 不解决 不处理
feedback: feedback, suggestion*, improv*, opinion*, survey*, review
  反馈 意见 建议 提意见 问卷 调查 意见反馈
response time: response time, reply, replies, respond*, no answer, no response, get back to me, hear back, no reply
  回复 没人理 不回 多久回复 没人接 打不通 没回 回我 没人回 等半天 不理我
lost property: lost property, lost and found, left behind, left something, left in room, forgot item*, leave behind, still there, lost item*, i left
  失物招领 落下 忘拿 落在 忘在 遗失物品 东西丢了 丢东西 落·东西 忘带走 不见了东西
about you: who are you, about your company, who founded, owner of, founded, ceo, who owns, headquarter*, history of company, who made you, who created you, company history
  你们公司 老板 总部 成立 哪家公司 创始人 老总 你是谁 谁做的 谁开发
robot: robot*, bot, chatbot*, are you human, are you real, artificial intelligence, ai, computer program, virtual assistant
  机器人 你是人吗 人工智能 自动回复 是不是机器人 智障
jobs: job, jobs, career*, hiring, employment, vacanc*, work for you, position open, apply for job, recruit*, internship*, job opening*, resume*, cv
  招聘 招人 应聘 求职 工作机会 招不招 面试 简历 岗位 实习 入职
press: press, journalist*, media inquir*, partnership*, sponsor*, collaborat*
  媒体 合作 商务合作 采访 赞助 商务
weather: weather, rain*, forecast*, temperature outside, sunny, snow*, umbrella*, humid*, cold outside
  天气 下雨 气温 下雪 天气预报 温度 刮风
joke: joke*, funny, laugh, humor, humour, make me laugh, amuse
  笑话 搞笑 逗我 段子 讲个笑话
greet: good morning, good afternoon, good evening, greetings, what is up, nice to meet, how are you, how is it going, how are things
  早上好 下午好 晚上好 在吗 在不在 有人在吗
goodbye: goodbye, bye, see you, talk to you later, farewell, good night, take care, so long
  再见 拜拜 回见 下次聊 晚安
thanks: appreciate*, grateful, cheers
  谢谢 感谢 多谢 辛苦了
emergency: emergenc*, police, ambulance, urgent help, fire brigade
  报警 紧急 警察 急救 紧急联系
health: doctor*, medical, hospital*, clinic*, health*, nurse*, sick, ill, medicine, pharmac*, prescription*, vaccin*, shots, vaccination*, immuniz*, dentist*
  医院 医生 生病 病 疫苗 打针 药 药店 看病 体检 健康 门诊
legal: legal*, law, lawyer*, lawsuit*, court, sue, attorney*, terms of service, terms and conditions, contract*, agreement*
  法律 律师 起诉 法院 条款 合同 协议 签订 签署 签合同 用户协议 合约 法务
signature: signature*, sign document*, e-sign*, esign*, signed by, seal, stamp, notari*
  签字 签名 盖章 公章 电子签名 印鉴 签署 公证 印章
emergency contact: power of attorney, guardian*, authorised person, next of kin
  监护人 委托书 授权书 法定代理人 被委托人
boss: manager*, supervisor*, boss, in charge, escalate*, higher up
  负责人 领导 主管 上级 经理 升级处理 上面的人
`
