/**
 * Four invented help desks, to see whether the lexicon of concepts holds for trades that the sample shop knows nothing of. Written before
 * the lexicon's lines for them. A rule is a line `question | answer`, with what customers ask for it below, behind a dash; what stands
 * behind dashes under `none` has no rule. Queries at even places are for tuning, the others only for reporting.
 */
export const BANK_ZH = `
如何开立个人结算账户？ | 携带有效身份证件到任一网点或通过手机银行申请，审核通过后即可使用。
- 想在你们这儿弄张卡要带啥
- 人在外地能不能网上办个新户头
如何注销银行账户？ | 请携带身份证和银行卡到网点办理，注销前需结清余额。
- 这张卡不用了想销掉
- 不要的账号怎么取消
银行卡遗失如何挂失？ | 请立即拨打客服热线或在手机银行申请口头挂失，之后到网点办理书面挂失和补卡。
- 卡弄丢了咋办
- 钱包被偷了里面有你们的卡
忘记取款密码怎么办？ | 需本人携带身份证和银行卡到网点办理密码重置。
- 取钱的密码死活想不起来
- 六位数口令记不住了
密码输错被锁定如何解锁？ | 连续输错三次将锁定，次日自动解锁或到网点办理。
- 连着输错三遍现在用不了了
- 卡提示密码错误次数超限
手机银行登录不上怎么办？ | 请检查网络并更新到最新版本，仍无法登录请联系客服。
- app 一直进不去
- 手机上打开你们软件就闪退
如何修改预留手机号？ | 可在手机银行的个人设置中更改，或到网点柜台办理。
- 换号了收不到验证码
- 预留的电话不用了想换成新的
跨行转账手续费是多少？ | 手机银行跨行转账免费，柜台办理按金额收取。
- 往别家银行打钱要扣多少
- 汇款收不收费
转账多久到账？ | 行内实时到账，跨行一般在两小时内，最晚次日。
- 昨天汇出去的钱对方还没收着
- 打过去的款啥时候能到
转账的限额是多少？ | 手机银行单日限额五十万元，可在网点调高。
- 一天最多能转出去多少
- 想汇大额提示超限了
转错账了如何追回？ | 请立即联系收款人协商，银行不能单方面扣回资金，可协助联系。
- 钱打到陌生人那儿了还能要回来吗
- 卡号输错一位汇给别人了
如何查询账户明细？ | 登录手机银行，在账户明细中按日期查询，可下载电子对账单。
- 我想看看这个月花了多少
- 怎么打流水
如何开通短信提醒？ | 在手机银行的消息设置中签约，每月收费两元。
- 账户变动了想收到信息
- 进出账发短信那个要钱吗
信用卡如何申请？ | 年满十八岁且有稳定收入，可在线提交申请，约七个工作日审核。
- 想办张贷记卡需要啥条件
- 没工作能不能申领信用卡
信用卡额度如何提升？ | 用卡满六个月后可申请调整固定额度，也可申请临时额度。
- 卡的额度太低不够花
- 出国玩想临时加点额度
信用卡账单如何还款？ | 可绑定本行储蓄卡自动还款，也可用他行卡转账还款。
- 这个月欠的钱咋还
- 想让它到日子自己扣
信用卡逾期有什么影响？ | 逾期会产生违约金和利息，并可能影响个人征信。
- 晚了几天没还会不会上征信
- 忘了还钱要罚多少
账单可以分期吗？ | 账单日后可申请三到二十四期分期，收取手续费。
- 一次还不上能不能分几个月
- 分十二期利息多少
个人贷款需要什么条件？ | 需有稳定收入和良好征信，提供身份证、收入证明和用途证明。
- 想借点钱周转行不行
- 贷二十万要准备哪些资料
贷款可以提前还清吗？ | 还款满一年后可申请提前结清，可能收取违约金。
- 手头宽裕了房贷想早点还完
- 提前还要不要赔钱
理财产品可以提前赎回吗？ | 封闭期内不可赎回，到期后自动回到账户。
- 买的理财急用钱能取出来不
- 没到日子能不能退
定期存款利率是多少？ | 一年期利率百分之一点五，以当日公告为准。
- 存一年有多少利息
- 十万放三年能拿多少
如何兑换外币？ | 每人每年有等值五万美元的便利额度，可在手机银行购汇结汇。
- 去日本玩想换点日元
- 手里的美金咋变成人民币
网点几点营业？ | 工作日上午九点到下午五点，部分网点周六营业。
- 周末你们上不上班
- 支行下午几点关门
发现账户有陌生交易怎么办？ | 请立即冻结账户并致电客服，必要时报警。
- 卡里的钱被人刷走了
- 有一笔消费不是我弄的
如何更新过期的身份证信息？ | 在手机银行上传新证件照片，审核后更新。
- 证件换新的了要不要告诉你们
- 提示我身份证到期了
none
- 你们代发工资要怎么签约
- 保险箱怎么租
- 公积金可以在你们这儿取吗
- 银行卡能不能换成喜欢的图案
- 支票丢了怎么办
- 商户收款码怎么申请
- 黄金积存是什么
- 孩子能开户吗
- 可以帮去世的父亲取钱吗
- 你们招不招柜员
- 今天股市怎么样
- 积分能换机票吗
- 社保卡怎么激活
- 旧版纸币能换新的吗
- 存折还能用吗
- 怎么关闭免密支付
- 水电费能在你们app交吗
- etc怎么办
- 数字人民币钱包怎么开
- 你们老总叫什么名字
- 我想投诉大堂经理
- 天气真热啊
`
export const TELECOM_ZH = `
如何查询话费余额？ | 发送短信到客服号或在手机营业厅首页查看。
- 我还剩多少钱话费
- 卡里余额咋看
如何充值话费？ | 可通过手机营业厅、支付宝或营业厅缴费。
- 怎么给我妈交电话费
- 在哪里能缴费
充值了没有到账怎么办？ | 一般十分钟内到账，超过两小时请提供支付凭证联系客服。
- 钱付了话费没加上
- 充的五十块半天没动静
欠费停机后如何恢复？ | 缴清欠费后约半小时自动复机，如未恢复请重启手机。
- 号码被停了交了钱还是打不出去
- 停机了咋开回来
如何变更套餐？ | 在手机营业厅选择新套餐，次月生效，合约期内可能受限。
- 想换个便宜点的月租
- 现在的套餐太贵了能降档吗
流量用完了怎么办？ | 超出后按每兆收费，可订购流量加油包。
- 上网额度用光了还能接着用不
- 流量不够想买点
如何查询剩余流量？ | 在手机营业厅首页查看，或发送短信查询。
- 我这个月还有几个g
- 看看我用了多少流量
为什么被扣了不明费用？ | 请查看账单明细，如为增值业务可申请退订和退费。
- 莫名其妙少了二十块
- 乱扣我话费
如何退订增值业务？ | 发送短信代码或在手机营业厅的已订业务中退订。
- 那个彩铃我没开过给我取消
- 不想要那些收费服务了
手机没有信号怎么办？ | 请开关飞行模式或重启手机，如大范围无信号请报修。
- 家里一格都没有
- 打电话老断
上网速度慢怎么办？ | 可能是达到限速阈值或网络拥堵，请检查套餐流量。
- 视频老是卡
- 4g 慢得跟蜗牛一样
如何办理宽带新装？ | 在线预约或到营业厅办理，师傅三天内上门安装。
- 搬新家想拉条网线
- 装个wifi多少钱
宽带断网如何报修？ | 请先重启光猫，仍无法上网拨打客服报修，二十四小时内上门。
- 家里没网了猫上红灯一直闪
- 网断了找谁修
宽带如何移机？ | 搬家后可申请移机，收取移机费一百元。
- 换了房子网怎么挪过去
- 搬家了宽带能跟着走吗
如何修改无线网密码？ | 在路由器管理页面的无线设置中修改。
- wifi 密码想换一个，怕邻居蹭
- 怎么改家里上网口令
如何携号转网？ | 发送短信申请授权码，到新运营商营业厅办理，需无合约和欠费。
- 号码不变换到别家行吗
- 不想用你们家了但号想留着
如何注销手机号？ | 机主本人携带身份证到营业厅办理，需结清费用。
- 这个号不要了咋销
- 副卡用不上了想取消
手机卡丢失如何补办？ | 请先挂失停机，再携带身份证到营业厅补卡，工本费十元。
- 手机被偷了卡怎么弄回来
- sim 卡坏了能换一张吗
如何办理过户？ | 双方携带身份证到营业厅办理，变更机主。
- 把我的号给我儿子用，名字改成他的
- 机主不是我能改吗
如何开通国际漫游？ | 在手机营业厅开通，按目的地收费，可订购漫游包。
- 去泰国玩手机能用吗
- 出国了打电话多少钱
收到诈骗骚扰电话怎么办？ | 可开通防骚扰服务，或在手机营业厅举报。
- 老有骗子打给我
- 推销的天天打烦死了
如何开具电子发票？ | 在手机营业厅的发票服务中开具，发送到邮箱。
- 公司报销要票
- 话费能不能给个抬头
合约期提前解约要交违约金吗？ | 提前终止合约需支付剩余期限的违约金。
- 没到期就不用了要赔多少
- 跟你们签了两年现在想退
如何设置呼叫转移？ | 拨打代码或在手机设置中开启，转到指定号码。
- 没空接的时候想让它打到座机去
- 怎么转接到另一个手机
收不到短信验证码怎么办？ | 请检查短信拦截和信号，重启手机后再试。
- 别的网站发的码我这儿收不着
- 信息进不来
none
- 手机屏幕碎了能修吗
- 新款手机什么时候到货
- 你们卖平板吗
- 积分能换什么东西
- 可以给我推荐个手机吗
- 固话怎么装
- 手表能办一号双终端吗
- 靓号怎么选
- 家里监控能装吗
- 定位家人的手机
- 5g基站有没有辐射
- 企业专线多少钱
- 会员送的视频账号怎么领
- 你们营业员态度差
- 手机银行登不上
- 附近营业厅周末开不开
- 未成年能办卡吗
- 以旧换新怎么弄
- 电视盒子没有画面
- 怎么把通讯录导到新手机
- 今天星期几
- 帮我订张火车票
`
export const APP_EN = `
How do I reset my password? | Click Forgot password on the sign-in page and follow the link in the email.
- cant get in, dont remember what i typed when i signed up
- need new pw pls
How do I change my email address? | Go to Settings, Profile, enter the new address and confirm it through the link.
- i moved to another inbox, how to update my login mail
- still using my old company's gmail, want a different one
How do I enable two-factor authentication? | Open Settings, Security and scan the QR code with an authenticator app.
- turn on 2fa
- i want an extra code when logging on
I lost my authenticator device. | Use one of the recovery codes, or contact support to verify your identity.
- new phone and the 6 digit codes are gone
- locked out because my mobile with the otp was stolen
How do I delete my account? | Account owners can close the workspace under Settings, Danger zone. Data is erased after 30 days.
- pls get rid of everything you have on me
- i want to leave your service for good
How do I invite colleagues to my workspace? | Open Members and choose Invite, then enter their addresses.
- how can my coworkers join
- adding a new employee
How do I change what a member may do? | Admins can set roles: viewer, editor or admin.
- my teammate cant edit, only look
- give somebody admin rights
How do I remove a member? | Open Members, choose the person, and click Remove. Their documents go to you.
- someone left the firm, kick them out
- revoke access of an ex staff
How do I share a document with people outside my team? | Use Share, Public link; you can add a password and an expiry date.
- let a client look at one page without an account
- send it to a guest
How do I upgrade my plan? | Open Billing and choose a plan; the difference is charged pro rata.
- move to the higher tier
- whats the step to go from free to pro
How do I cancel my subscription? | Open Billing and choose Cancel plan; you keep access until the end of the period.
- stop charging me every month
- i dont want it to renew next year
Where do I find my invoices? | All invoices are listed under Billing, History and can be downloaded as PDF.
- accounting needs the bills from march
- can u send me a receipt
Which payment methods do you accept? | We accept Visa, Mastercard, American Express, PayPal and bank transfer for annual plans.
- can i pay w/ paypal
- my boss wants to wire the money
Why was my card declined? | Check the number and expiry date, or ask your bank to allow the charge.
- payment keeps failing
- ur checkout wont take my visa
Do you offer discounts for non-profits and schools? | Charities, schools and universities get 50 percent off on request.
- were a charity, is there a cheaper price
- do students pay less
Do you offer refunds? | Annual plans can be refunded within 30 days of purchase.
- i forgot to stop the trial, want my money back
- charged by mistake give it back
How long is the free trial? | The trial lasts 14 days and needs no card.
- can i test it before buying
- when does the trying period run out
How do I export my data? | Go to Settings, Export to get a zip of all documents as HTML and CSV.
- get a copy of all my stuff
- back up everything to my computer
How do I import from other tools? | Use Settings, Import to bring in files from Word, Evernote, Trello and CSV.
- switching from a competitor, bring my notes over
- upload an excel sheet with old tasks
Why are my changes not syncing? | Check your connection and that you use the newest version of the app.
- my laptop and phone show different things
- edits dont show up on the other device
Does the app work offline? | The desktop and mobile apps keep recent documents on the device.
- can i use it on a plane without internet
- no wifi at my cabin, does it still run
How do I restore a deleted page? | Deleted pages stay in the Trash for 30 days; choose Restore.
- i erased something by accident and need it again
- undo removing a doc
How do I see earlier versions of a page? | Open Version history from the page's menu and choose a date.
- someone overwrote my text, what did it look like yesterday
- roll back to last weeks state
How do I turn off notification emails? | Under Settings, Notifications choose which mails you want to get.
- too many alerts in my inbox
- stop pinging me about each comment
How do I change the language of the interface? | Go to Settings, Appearance and choose a language.
- its all in german now, i want english
- display menus in spanish
Is there a dark theme? | Yes, under Settings, Appearance.
- white background hurts my eyes at night
- black mode?
How can I contact support? | Use the chat on our site or write to us; we answer on weekdays within a day.
- want to talk to a human
- is there someone i can call
Where is my data stored, and is it secure? | Data is encrypted and held in data centres in the EU; we comply with GDPR.
- are you safe to use for patient records
- which country are ur servers in
Is there an API? | Yes, a REST API with tokens that admins create under Settings, Developers.
- hook it up with our own program
- can developers automate things via code
The app is slow or crashes. What can I do? | Clear the cache, update the app and restart; send us the log if it goes on.
- just get a blank screen
- it freezes all the time and takes ages to load
none
- can i change the font of my text
- do you have a mac app for power pc
- can i print a page in landscape
- is there a limit to how big a file can be
- can i embed a youtube video
- do you do saml single sign on
- who founded your company
- what is the weather like today
- can i resell your product
- how many users are on your platform
- do you have job openings
- is there a kanban view
- can i assign a task to a person
- how do i make a table with formulas
- do you have a template for meeting minutes
- how do i merge two workspaces
- can i rename the workspace
- can i change my profile picture
- is there an affiliate program
- tell me a joke
- can i use a custom domain
- do you support right to left writing
- my printer is out of ink
`
export const HOTEL_EN = `
What time can I check in? | Rooms are ready from 3 pm; leave your bags with us before.
- how early may we get to our room
- our train gets there at noon, can we drop in then
When do I have to check out? | Please leave the room by 11 am; late check-out costs 20 euros.
- till when can we stay in bed on sunday
- latest hour to hand back the key
Can I cancel my booking? | Free until 48 hours before arrival, afterwards the first night is charged.
- we cant make it, do we lose our money
- call off the reservation
Can I change the dates of my reservation? | Write to us with your booking number; rates may differ.
- coming a day later than planned
- want to move my stay to june
Do you require a deposit? | We hold 100 euros on your card at arrival and release it when you leave.
- do i have to pay something up front
- why did you block money on my card
How can I pay? | We take cash, debit cards and all major credit cards.
- is amex ok
- can i settle in notes
Is breakfast included? | A buffet is served from 7 to 10:30 and is part of the room rate.
- do we get anything to eat in the morning
- whats served before we head off at 8
Do you have parking? | Underground parking costs 15 euros a night; spaces cannot be reserved.
- where to leave the car
- is there a garage
Can I charge an electric car? | Four charging points are in the garage.
- got a tesla, need to plug it in
- ev sockets?
Is there WiFi? | Free wireless internet is available in the whole house.
- can i get online in the room
- whats the password for the internet
Are pets allowed? | Dogs and cats are welcome for 10 euros a night.
- can my puppy come along
- travelling with a labrador
Is there a pool or a spa? | A heated indoor pool and a sauna are open from 8 to 21.
- can we go swimming
- anywhere to relax, jacuzzi or so
Do you have a gym? | The fitness room on the first floor is always open.
- place to work out
- do you have treadmills
Is the hotel accessible to wheelchairs? | Three rooms have wide doors and step-free showers, and there is a lift.
- my dad cant walk stairs
- need a place for a disabled guest
Do you have cots and high chairs for babies? | Cots are free on request.
- travelling with an infant, is there a crib
- bed for our toddler
Do you have family rooms? | Rooms for four with a sofa bed are available.
- two adults with three kids in one room?
- can an extra bed be put in
How do I get from the airport to the hotel? | The shuttle runs every 30 minutes and costs 8 euros; a taxi is about 35.
- somebody to pick us up when we land
- how far are you from the terminal
Is smoking permitted? | All rooms are non-smoking; there is a terrace.
- where can i have a cigarette
- do you have a room for smokers
Can you cater for allergies and diets? | The kitchen offers vegetarian, vegan and gluten-free dishes.
- my wife is coeliac
- anything for people who dont eat meat
Is the front desk open at night? | Reception is staffed around the clock.
- we land past midnight, will someone let us in
- is anyone there at 4 am
Do you offer room service? | Meals are brought to your room until 22.
- can i have dinner sent up
- order food without going down
Can you store luggage? | Bags can be kept at reception on the day of departure.
- leave suitcases after checking out
- somewhere to put our stuff until the evening
Do you have laundry service? | Hand clothes in before 9 and get them back by 18.
- my shirts need washing
- is there an iron
Can I get an invoice for my company? | Tell the desk the company name and tax number.
- boss needs a receipt w/ vat
- bill to my employer
What attractions are nearby? | The old town and the museum are ten minutes on foot.
- what can we do around there
- are there sights within walking distance
I left something in the room. | Write to us; we keep lost items for three months.
- think my charger is still there
- forgot my jacket when i left
Do you have meeting rooms? | Three rooms for up to 80 people with a projector.
- want to hold a conference for my firm
- space for a wedding party
none
- do you have bikes for hire
- can i see the sea from the room
- do rooms have a balcony
- is there a minibar
- how many stars do you have
- do you sell gift vouchers
- are the windows soundproof
- is there a hair dryer
- can we get a late dinner table for ten
- do you have a loyalty scheme
- are towels provided
- is there a kettle for tea
- does the tv have netflix
- are you hiring waiters
- who owns the hotel
- how old is the building
- can i bring a drone
- is there a lawyer near
- can i rent a suit
- what is your opinion on politics
- my flight was delayed, do i get compensation from the airline
- how do i reset my email password
`
