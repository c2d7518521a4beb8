/** Errands of work, home and every day. The format stands at parseConcepts. */
export const LIFE = `
time off: pto, vacation day*, time off, day off, days off, annual leave, leave request, paid leave, sick leave, holiday request, sick day*, leave balance, vacation request, vacation time
  请假 休假 年假 病假 假期 调休 事假 放假 婚假 产假 陪产假 剩几天假 休年假
maternity: matern*, patern*, parental leave, pregnan*
  产假 怀孕 生育 孕妇 陪产
overtime: overtime, shift*, working time, work schedule*
  加班 排班 倒班 考勤 打卡 工时 轮班
resign: resign*, quit job, notice period, give notice, leaving job
  辞职 离职 离职证明 辞退 裁员 离职手续
promotion at work: promotion*, pay rise, raise salary, bonus*, performance review*, raise
  升职 加薪 奖金 绩效 晋升 年终奖 涨薪
expenses: expense*, reimburs*, expense report*, per diem, mileage
  报销 差旅 费用报销 出差 差旅费
office: office*, workplace, headquarters
  办公室 公司地址 工位 办公
meeting: meeting*, schedule meeting, set up meeting, meeting time
  会议 开会 约会议 安排会议 例会
remind: remind*, reminder*, remember to, do not let me forget
  提醒 提醒我 别让我忘 备忘
alarm: alarm*, wake up, timer*, stopwatch, countdown
  闹钟 叫醒 计时 倒计时 定时
clock: what time is it, current time, time now, clock
  几点了 现在几点 当前时间
date today: what day is it, today date, date today, what date is it, day of the week
  今天几号 星期几 今天星期
to-do list: to do list*, task list*, chores
  待办 待办事项 任务清单 要做的事
shopping list: shopping list*, grocery list*, groceries, grocer*
  购物清单 买菜 采购清单
calculate: calculat*, math, multipl*, divide*, plus, minus, square root, add up, equation*
  计算 算一下 加减 乘 除 等于多少
measure: convert*, conversion*, unit, units, inches, kilomet*, celsius, fahrenheit, ounces, cups, how many inches
  换算 单位换算 多少厘米 英寸 公里
spelling: spell*, how is it spelled, how do you spell
  拼写 怎么拼 怎么写
synonym: synonym*, another word for, thesaurus, similar word
  同义词 近义词 换个词
recipe: recipe*, cook*, bak*, how to make food, ingredient*, dish, prepare meal
  食谱 菜谱 做菜 怎么做菜 食材 做法 烹饪
cook time: cook time, how long to cook, bake for, cooking time
  煮多久 烤多久 做多久
nutrition: calori*, nutrition*, carbs, protein, vitamin*, fat content, healthy
  热量 卡路里 营养 蛋白质 健康 脂肪
substitute: substitut*, in place of, alternative*, swap ingredient
  代替 替代 替换 用什么代替
spoil: spoil*, go bad, shelf life, still good, rotten, stay fresh, keep fresh, food last
  变质 坏掉 保质期 保鲜 放多久
play: song*, playlist*, music, listen, album*, next song, radio, podcast*, skip
  播放 放首歌 歌单 下一首 听歌 歌 音乐
volume: volume, louder, quieter, turn up, turn down
  音量 大声点 小声点 声音大
find phone: find my phone, locate phone, lost phone, lost my phone, where is my phone
  找手机 手机丢了 手机不见了 手机找不到 手机掉了 手机被偷
share location: share location, send location, where am i
  分享位置 发定位 定位 我在哪
text someone: send text, text someone, send message, write message
  发短信给 发消息给 发信息
coin or dice: coin, flip coin, dice, roll dice, heads or tails, random
  抛硬币 掷骰子 随机
speak slower: speak slower, talk slower, slow down, speak faster, talk faster, speed of voice
  说慢点 慢一点说 语速
accent: accent*, voice, whisper*, british accent, male voice, female voice
  口音 声音 男声 女声 小声说
repeat: repeat*, say again, say that again, did not hear, once more, did not catch
  再说一遍 重复一遍 没听清
house: house, home, apartment*, property, real estate, landlord*, tenant*, flat, rent apartment
  房子 租房 房东 公寓 物业 小区 买房
utilities: utilit*, electric bill, electricity, water bill, gas bill, power bill
  水电 电费 水费 燃气 水电费 煤气费 物业费
move home: moving, movers, moving company, move house
  搬家 搬家公司
school: school*, class, classes, course*, lesson*, tuition, enrol*, homework, degree*, semester, curriculum, exams, exam
  学校 上课 课程 考试 学费 报名 作业 学历 补考 开学 选课
certificate: certificate*, diploma*, transcript*, certification
  证书 毕业证 成绩单 结业 资格证
sports: sport*, game*, match, football, basketball, tennis, score
  运动 比赛 足球 篮球 球赛 健身
movies: movie*, film*, cinema*, theatre*, theater*
  电影 影院 剧 电影票 追剧 看剧
news: news*, headline*, current events
  新闻 头条 时事
book reading: reading, read book, ebook*, library, libraries, author*
  电子书 图书馆 看书 借书
hobby: hobb*, free time, favorite, favourite
  爱好 喜欢什么 业余
fact: fun fact, facts, trivia, did you know, interesting fact
  冷知识 趣事 小知识
meaning of life: meaning of life, purpose of life, why are we here
  人生意义 生命意义
`
