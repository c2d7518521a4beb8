/** Signing in, keeping an account safe, what stands in it, opening and closing it. The format stands at parseConcepts. */
export const ACCOUNTS = `
sign in: log in, login, logged in, logging in, sign in, signin, signing in, signed in, sign on, log on, logon, log into, sign into, logging into, get into account, access account, can not get in, unable to get in, get back in, get back into, access restored, regain access, lost access, no access, pass word, loggin, lgin, denglu
  登录 登陆 登入 登上 登·账户 登不上 登不了 登不进 登不进去 登不上去 登录不了 登陆不了 登录不上 登录不进去 上不去 进不去 进不了 进入账户 登录界面 登录页面 重新登录 登录失败 登录异常 登录密码 登 进去 登录进去
sign out: log out, logout, logged out, sign out, signout, signed out, log off, logged off, sign off, kicked out, throws out, session expired
  登出 退出登录 退出账号 退出账户 注销登录 切换账号 切换账户 被踢 掉线 自动退出 踢下线 挤下线
sign up: sign up, signup, signing up, signed up, register*, registration, create account, creating account, make account, open account, new account, opening account, opened account, set up account, enrol*, onboard*, become customer, become member, zhuce
  注册 注册账号 注册账户 申请账户 申请账号 创建账户 建·账户 新用户 建立账户
open an account: open account, opening account, open bank account, new account, account opening, opened account, start account, apply for account, kaihu
  开·户 开·账户 开·账号 开·户头 立户 新开账户 新开户 开设账户 开设 开立 开立账户 办·户头 新户头 新户 申请开户 网上开户 线上开户 开新账户 开办 办·账户 弄·账户 弄·户 开通账户 办·户 股票户头 弄·卡 办理开户 开立存款账户
close an account: close account, closing account, closed account, delete account, deleting account, deactivat*, cancel account, terminate account, remove account, get rid of account, shut down account, erase account, leave service, delete profile, close workspace, stop using service, quit, shut account, close my account, delete everything you have, zhuxiao, permanently delete account, deactivate profile, cancel profile, terminate profile, kill account, remove profile, wipe account, disable account, want out
  销·户 注销 消户 关闭账户 注销账户 注销账号 删除账号 删除账户 取消账户 销·账户 销·号 销·卡 注销卡 退户 结清账户 不用你们 不想用你们 关户 停用账户 取消账号 关掉账户 关账户 户头关 关掉户头 没在用 不用了 用不上 不用的卡 不用的账户 这个号不要 住销 删号 彻底注销 账号删了
~account: account, accounts, acct, acc, acnt, profile, acount, accout, acct no, zhanghu, zhanghao
  账户 账号 帐户 帐号 户头 户口 帐户号 账户号
username: username*, user name, login name, userid, user id, user ids, account id, screen name, nickname, display name
  用户名 登录名 昵称 用户编号 客户号 用户号 账户名 网名 资金账号 登录账号
password: password*, passwd, pword, pswd, pwd, pw, passwort, passphrase*, passcode*, credentials, login details, log in details, forgot pass, know pass, reset pass, new pass, change pass, pass word, passwrod, pasword, passowrd, passward, mima
  密码 口令 密匙 登录密码 密碼 暗码 初始密码 取款密码 支付密码 交易密码 查询密码 资金密码 网银密码 六位数密码 蜜码
PIN: pin, pins, pincode, pin code, pin number, four digit code, 4 digit code, passcode
  取款密码 卡密码 支付密码 六位密码 卡的密码 取钱密码 六位数密码 交易密码
forgot: forgot, forgotten, forget, can not remember, do not remember, does not remember, not remember, no longer remember, lost password, no idea what password, slipped mind, can not recall
  忘记 忘了 忘掉 忘 想不起 想不起来 不记得 记不得 记不住 记不起 记不清 记不得了 忘记密码 忘光
reset: reset*, recover*, restore access, regain, set new, new password, new pw, reset link
  重置 找回 重设 重新设置 重新设 找回来 密码重置 重设密码 找密码 找回密码 重置密码
change details: change, changing, changed, edit*, update*, modif*, alter*, amend*, switch*, adjust*, revise*, replac*, different one, move to another
  修改 更改 变更 改成 改一下 改 更新 更换 变动 换成 换 调整 更正 改为 换一个 换新 改动 变更为 换掉 改掉 变换 换·号 换个
lock: block*, lock*, frozen, freez*, suspend*, disabl*, restrict*, ban, banned, locked out, on hold, blacklist*, too many attempts, locked me out, dongjie
  冻结 锁定 锁住 锁了 锁 被锁 封 被封 被冻 冻住 封号 停用 受限 锁死 被停 被停用 被冻结 账户锁定 止付 管控 非柜面 限制交易 拉黑 黑名单 状态异常 账户异常 锁卡 休眠 睡眠户 不让登 登不了 不让用
unlock: unlock*, unblock*, unfreez*, reactivat*, lift restriction, reinstate*, unsuspend, re enable, restore access, jiesuo
  解冻 解锁 解封 解除限制 解除 恢复 恢复使用 激活 重新启用 解限 解除冻结 解除锁定
two-step sign-in: 2fa, two factor, two-factor, 2 factor, mfa, multi factor, two step, 2 step, authenticator*, otp, otps, totp, second factor, extra code, passkey*, security key*, recovery code*, backup code*, one time password*, one time code*, safer login, code from my phone, login safer, code on my phone, another layer, text me a code, sms verification at login, code every time, confirm on phone, new phone authenticator, lost authenticator, authentication app, google authenticator
  双重验证 两步验证 双因素 动态口令 身份验证器 令牌 动态令牌 安全令牌 谷歌验证器 密钥 通行密钥 备用码 双重认证 两步认证 二步验证 安全码 每次登录都要验证码
code by message: verification code*, code, codes, otp, sms code, security code, confirmation code, one time code*, 6 digit, six digit, activation code, yanzhengma, text with code, code never comes, code in email, confirmation link, verification email, activation email, activation link, confirm email
  验证码 校验码 动态码 短信码 动态口令 短信验证码 动态密码 激活码 授权码 随机码 发的码 确认码 简讯验证码 的码 验正码 验证吗 激活邮件 验证邮件 确认链接 验证链接
verify identity: verif*, authenticat*, identity, identif*, prove who, proof of identity, kyc, id check, validate*, selfie, id document, passport copy, upload id, photo id, source of funds, confirm my identity, prove, confirm identity, prove it is me, verfy, verificaton, shiming
  实名 实名认证 认证 身份验证 核实 验证身份 身份认证 核验 证明身份 身份核实 验身份 验证 实名制
ID card: id card, identity card, passport*, driving licence, driver license, drivers license, identification, photo id, government id, shenfenzheng
  身份证 证件 身份证件 身份证号 身分证 证件号 护照 驾照 证件照 证件号码 双证件 健保卡 回乡证 港澳通行证 台胞证 居住证 户口本 新证 证件换 换证 身分證 军官证 居留证
face check: face id, facial recognition, face recognition, selfie*, biometric*, touch id, fingerprint*, liveness*
  人脸 刷脸 人脸识别 人脸认证 视频认证 视频见证 指纹 指纹登录 面部 面容 活体 眨眼 刷不了脸
security: safe, safety, secur*, protect*, trust*, encrypt*, hack*, trustworthy, safe*, safer, saftey, encrypted, soc 2, iso, pen test*, two layers, certification, certified
  安全 保障 可靠 靠谱 安不安全 安全吗 保护 加密 正规 可信 等保 安全认证
suspicious: suspicious, compromis*, unauthori*, hacked, hacker*, somebody else used, someone else used, someone logged, strange device, unknown login, not recogni*, do not recogni*, unusual activity, breach*
  被盗 盗号 异地登录 陌生设备 别人登录 异常登录 不是我 不是本人 非本人 不是我弄的 可疑 盗用 被人用
phone number: phone number*, mobile number*, cell number, telephone number, new number, contact number, phone no, mobile no, change phone, shoujihao
  手机号 手机号码 电话号码 联系方式 预留手机 预留手机号 预留电话 预留号码 绑定手机 绑定的手机 联系电话 门号 号码 换·号 手机换号 换手机 老号码 新号码 手机换了 预留
phone: phone*, mobile*, cell, cellphone*, telephone*, smartphone*, iphone*, android, handset*, samsung
  手机 电话 移动电话 手提电话 苹果手机 安卓 智能手机 行动电话
email: email*, e-mail, mail address, mailbox, inbox, gmail, outlook, mails, hotmail, email id, emial, youxiang
  邮箱 邮件 电子邮件 电邮 电子邮箱 邮箱地址 信箱 邮件地址
name: name, surname, last name, first name, married, maiden name, rename*, full name, legal name, misspelled name, name change
  姓名 名字 改名 户名 更名 改名字 名称 曾用名 名字写错 称呼
address: address*, moved house, moving house, new home, relocat*, moved, postcode, zip code, postal address, street, home address, move house, adress, addres, dizhi
  地址 住址 搬家 联系地址 通讯地址 家庭地址 通信地址 邮编 居住地 收货地址 收件地址 搬了家 换地址 寄送地址 搬新家 换了房子
personal details: personal details, personal information, personal info, contact details, profile details
  个人信息 个人资料 资料 基本信息 基本资料 客户信息 联系信息 身份信息
picture: picture*, photo*, image*, avatar*, screenshot*, pic, pics, logo
  图片 照片 头像 截图 图像 相片 拍照 截屏 大头照
age: age, how old, minor, minors, under 18, under 16, years old, teen*, underage, age limit, legal age, 18th birthday
  未成年 未满 年龄 岁 成年 多大 几岁 周岁 年纪 满多少岁 年满
child: child*, kid, kids, baby, babies, infant*, toddler*, son, daughter, teenager*, newborn, children, teens, under 12, little ones, family friendly, kid friendly, play area, playground, babysitt*
  小孩 孩子 儿童 宝宝 婴儿 儿子 女儿 小朋友 子女 娃 未成年人 小孩子 亲子 带娃 儿童乐园 小童
family: family, families, parent*, mother, father, mom, mum, dad, wife, husband, spouse, partner, relative*, grand*, girlfriend, boyfriend
  家人 亲属 父母 爸妈 妈妈 爸爸 老婆 老公 配偶 妻子 丈夫 家属 我妈 我爸 亲戚 爷爷 奶奶 父亲 母亲 夫妻
~someone else: someone else, somebody else, other people, another person, on behalf, proxy, third party, other person, different person, friend*, for him
  别人 他人 代办 代理 帮别人 代替 朋友 授权他人 第三方 委托别人 代理人 托人 其他人 替我 帮人 非本人办理 帮我妈 帮他
joint account: joint account*, joint owner*, shared account*, second account holder, co-owner
  联名 共同账户 联名户 共用
several accounts: two accounts, second account, multiple accounts, more than one account, several accounts, another account, additional account, both accounts, duplicate account*, how many accounts, 2 accounts
  两个账户 多个账户 几个账户 第二个账户 多个账号 两个账号 再开一个 几个户 另一个账号 一人多户 多账户 几张卡 多张卡
settings: setting*, preference*, configur*, customi*, personali*, control panel
  设置 设定 配置 选项 偏好 参数
~device: device*, laptop*, computer*, tablet*, ipad*, desktop*, pc, pcs, mac, macbook, machine
  设备 电脑 笔记本 平板 台式机 装置 终端 计算机
switch on: activat*, enabl*, turn on, turned on, switch on, set up, setup, turning on, get started, put on
  开通 激活 开启 启动 启用 申请开通 开·功能 签约 启用卡 开卡 激活卡
switch off: turn off, turned off, turning off, switch off, disabl*, mute, muting, turn them off, shut off, silence
  关闭 关掉 停掉 停用 停止 关了 怎么关 关·功能 静音 撤销 解约 免打扰
cancel: cancel*, cancle, canceled, cancelation, terminat*, revok*, call off, called off, abort*, undo, back out, rescind, change my mind, changed my mind, no longer want, do not want it, no longer need, cancelling, cancell, quxiao
  取消 撤销 撤回 撤 终止 作废 不想要 不要了 退订 取消掉 中止 撤掉 不做了 反悔 后悔
delete: delet*, remov*, eras*, get rid of, wipe*, purge*, trash*, take down, throw away, take out of, shanchu
  删除 删掉 清除 移除 去掉 清空 删 抹掉 清理 删了
~add: add, added, adding, additional, extra, one more, attach*, append*
  添加 增加 新增 追加 再加 加入 加上 多加
link: link*, bind*, associat*, pair*, attach bank, connect bank, connect account, connect card, linked, bangding
  绑定 绑·卡 关联 绑 签约 连接 捆绑 绑上 绑定银行卡 联结 约定账户 帮定
unlink: unlink*, disconnect*, unbind*, detach*, unpair
  解绑 取消绑定 解除绑定 解约 取消关联 解除关联 换绑 解除签约 解除三方
old: old one, previous one, former, old number, old phone
  旧 原来 以前 老的 之前 原先 旧的
`
