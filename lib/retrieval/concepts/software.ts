/** Apps and web services: teams and what they may do, data in and out, messages, troubles. The format stands at parseConcepts. */
export const SOFTWARE = `
app: app, apps, application, software, program, client
  软件 客户端 应用 程序 手机端 小程序 平台 应用程序 软体 公众号
download app: download*, get the app, app store, play store, install, installation*, installer*
  下载 安装 下·软件 装软件 应用商店 安装包 装不上 下不了 下载不了 装不了
update app: latest version, newest version, upgrade app, new version, outdated, out of date, app update*, update app, software update*, update software, update phone
  更新 升级 新版 版本 最新版 更新版本 旧版本 版本过低 升级版本
web version: web version, browser*, chrome, safari, firefox, edge, website, webpage, internet explorer, ie, opera
  电脑 电脑端 电脑版 网页 网页版 网站 官网 浏览器 谷歌浏览器 网页端
crash: crash*, freez*, frozen, blank, white screen, black screen, hang, hangs, hanging, not load*, does not load, will not load, unresponsive, force close*, keeps closing, shuts down, will not open, does not open, not opening, stops responding, quits, quit unexpectedly, shut down by itself, closes itself, spinning, loading, wont start, will not start, does not start, force quit*, stuck on loading, stuck on, not responding, closes by itself
  闪退 崩溃 卡死 白屏 黑屏 打不开 死机 卡住 没反应 空白 加载不出 加载失败 打不开软件 无响应 一打开就 进不去 自动退出 点不开 转圈 自己退了 自己退出 自己关了 一点就退 加载不出来 转不停 刷新不出 一直加载 一直转 启动不了 点了没反应
slow: slow*, lag*, sluggish, takes ages, takes forever, laggy, speed, performance, loading forever, buffering, buffer*, long to load, takes long to open, takes long, slow loading, very slow, sluggishness
  慢 卡顿 很卡 老卡 好卡 有点卡 太慢 老是卡 网速慢 速度慢 延迟 卡得 加载慢 限速 卡成 龟速 速度 网速 反应慢 半天打不开 打开慢 反应迟钝
error: error*, error message, error code*, something went wrong, bug, bugs
  报错 错误 错误代码 系统错误 系统繁忙 出错 错误提示 提示错误 提示 异常
sync: sync*, synchron*, not up to date, different on, same on all, across devices, not match*, other device*, merge accounts, keep in sync, on both devices, on all devices, shows on phone not on computer, mirror, not updated, two devices, out of sync, show up on other device
  同步 不同步 数据不一致 同步不了 多端 没同步 两边不一样 数据对不上 另一台
offline: offline, without internet, no internet, no connection, no wifi, airplane mode, without connection, without wifi, no signal
  离线 断网 没网 没有网络 无网络 没网络 脱机
outage: outage*, down, downtime, maintenance, server down, service interruption, is it down, is something wrong with site, service status, status page, server error, 500 error, site down
  宕机 维护 系统维护 服务器 停机维护 系统升级 崩了 瘫痪 连接超时 超时 服务器崩 系统挂了 全都打不开
notification: notif*, alert*, remind*, ping*, push, reminder*, fewer notifications, too many mails, too many emails, mails from you, pinging
  通知 提醒 推送 消息 弹窗 提示音 站内信 推播
too many emails: unsubscrib*, stop emails, newsletter*, spam, opt out, marketing email*, mailing list*, junk, stop sending, promotional email*, too many emails, turn off email*, fewer, less emails, less notifications, do not disturb, fewer notifications, too many mails
  退订 骚扰 广告 推销 垃圾短信 营销短信 拒收 别再发 别给我发 垃圾邮件 不想收到 打扰
share: share, sharing, shared, public link, send link, collaborat*, work together, link to, publish*, let client, external people, outside team
  分享 共享 协作 转发 发给别人 外部 公开链接 链接 合作者 发给 一起编辑
invite: invit*, add member*, add user*, add people, add employee*, add colleague*, bring team, join team, adding new, add team, add teammate*, can join, new employee, add someone, share with colleague, get team on board, bring colleague*, onboard my team, add my boss, join my workspace, add person, add another person, in here too
  邀请 拉人 添加成员 加人 加入团队 邀请成员 添加同事 加同事 加入 一起用 让同事 怎么加人
team: team*, colleague*, coworker*, co-worker*, teammate*, staff, employee*, member*, user, users, people in company, somebody in company, workmate*, collaborator*, personnel, crew, seat, seats, people
  团队 同事 成员 员工 队友 组员 伙伴 用户 职员 下属 人员 部门 其他人
remove member: remove member*, remove user*, kick out, offboard*, left company, left the firm, ex employee*, ex staff, former employee*, revoke access, delete user*, remove someone, leave team, remove people, kick them out, fired, take out of team, no longer works here, left us, former colleague*, kick, leaver*, take her out, take him out
  移除成员 踢出 删除成员 离职 踢人 移除 退出团队 删人 辞职 员工离职 踢掉 走了 不干了 换人
roles: role*, permission*, access right*, admin*, owner*, privilege*, authority, authoris*, authoriz*, access level*, viewer*, editor*, read only, can not edit, who can see, what they can do, access rights, admin rights, user rights, restrict access, limit access, who may, view only, edit rights, make admin, promote to admin, promote someone, change owner, transfer ownership, change permissions, give access, grant access, only see, not allowed to edit
  权限 角色 管理员 授权 只读 编辑权限 所有者 查看权限 没权限 无权限 超级管理员 权限管理 给权限 开放权限 不能编辑 只能看 转让 设为管理员
workspace: workspace*, organisation account*, organization account*, tenant*
  工作区 空间 企业版 组织 工作台 租户
project: project*, kanban, folder*, task*
  项目 看板 文件夹 任务 待办 清单 目录
document: document*, file, files, page, pages, note, notes, doc, docs, spreadsheet*, sheet*, pdf, attachment*, excel
  文件 文档 页面 笔记 表格 附件 文稿 档案 稿
export: export*, save copy, back up, backup*, backing up, download my data, copy of my data, copy of all, take data, archive*, download all, extract data, get my data out, archive of my data, save all, save everything, download everything, backup copy, download history, dump, takeout, pull data
  导出 备份 下载数据 保存 导出来 拷贝 存档 转存 导成 汇出资料 打包下载 数据拿走 带走数据 下载全部
import: import*, upload*, migrat*, bring over, move data, bring notes, bring in, load data, switching from, transfer data, bring files
  导入 上传 迁移 搬过来 导进 传上去 导数据 匯入 传不上去 传文件 导到
restore: restor*, recover*, undelete*, undo, bring back, get back, trash, recycle bin, deleted by accident, accidentally deleted, erased by accident, deleted page*, deleted file*, lost work, lost file*, lost document*, lost data, gone after, recover deleted, vanished, overwritten by mistake
  恢复 还原 找回 误删 回收站 删错 撤销删除 恢复数据 误删除 找回来 删没了 恢复删除 不小心删 数据丢 文件丢了 被删了
versions: version history, revision*, earlier version*, previous version*, roll back, rollback, overwrote, overwritten, earlier state, yesterday version, revert*, last week state, older version*
  历史版本 版本记录 版本历史 旧版 回滚 回退 之前的版本 覆盖 改回去 还原到
integration: integrat*, connect with, work with, zapier, slack, plug in, plugin*, plug-in*, add-on*, addon*, extension*, hook up, hooked up, third party app*, compatible, google drive, connect to, works with, work together with, talk to other app*, teams, microsoft, jira, github, trello, notion, salesforce, hubspot
  集成 对接 插件 接入 打通 第三方 整合 兼容 连接 外挂 飞书 钉钉 企业微信 企微 腾讯会议
API: api, apis, developer*, webhook*, token*, sdk, rest api, automate*, script*, programmatic*, via code, endpoint*, api key*, own program
  接口 开发者 开发 二次开发 调用 开放平台 自动化 编程 代码 程序对接
dark mode: dark mode, dark theme, night mode, black mode, theme*, dark, white background, hurt eyes, light mode, hurts eyes, black background, bright, too bright, eyes, appearance*
  深色 夜间模式 黑夜模式 暗色 主题 皮肤 暗黑 护眼 深色模式 黑色背景 外观 太亮 刺眼 黑色 亮度
font: font*, text size, letter size, bigger letters, zoom*
  字体 字号 字太小 大字 字大 长辈版 放大 老年版 字体大小
keyboard shortcut: shortcut*, hotkey*, keyboard, key combination*
  快捷键 键盘 热键
interface language: interface language, change language, display language, menus in, interface in, language setting*
  语言 切换语言 换语言 界面语言 中文版 英文版 多语言 改成中文
search: search*, find something, filter*
  搜索 检索 筛选 查找 搜不到 搜不出 搜东西
print: print*, printer*
  打印 打印机 印出来 打出来 列印
storage: storage, disk, quota, gigabyte*, gb, run out of space, file size, capacity
  存储 空间 容量 内存 存储空间 满了 云盘 网盘 内存不足 硬盘
single sign-on: sso, saml, single sign on, okta, active directory, ldap, sign in with google, social login
  单点登录 第三方登录 微信登录 扫码登录 企业微信登录 域账号 一键登录
custom domain: domain*, custom url, subdomain*, dns
  域名 自定义域名 网址 解析
template: template*, boilerplate
  模板 范本 模版
calendar: calendar*, schedul*, google calendar, agenda, appointment*, event*
  日历 日程 行程 安排 日程表 行事历
video call: video call*, video meeting*, conference call*, zoom, screen shar*, webcam, microphone, camera*
  视频会议 通话 摄像头 麦克风 共享屏幕 腾讯会议 视频通话
privacy: privacy, personal data, gdpr, data protection, confidential*, sell my data, sell data, data policy, patient record*, hipaa, ccpa, who sees my data, data collect*, my data safe, compliance, comply, compliant, third parties, sell our data, share data with, data retention, delete my data, personal data request, right to be forgotten, who can read, read our
  隐私 个人信息 泄露 信息安全 数据安全 卖我的信息 隐私政策 保密 信息泄露 卖信息 泄漏 个资 卖给别人 泄密 数据给谁 会不会泄露 数据保留
where data is: data stored, data center*, data centre*, server*, hosted, hosting, where is data, data location, cloud, servers in, is stored, are stored, data kept, stored where
  服务器 数据存哪 存储在 机房 数据中心 存在哪
~data: data, dataset*, information, everything i have
  数据 信息 资料 记录
clear cache: cache*, cookie*, clear history, reinstall*, restart*, reboot*, clear data
  缓存 清缓存 重启 重装 清理缓存 卸载重装 重新安装 清除数据
compatibility: compatib*, support windows, windows, linux, operating system*, os version, ios, system requirement*
  系统要求 兼容 鸿蒙 系统版本 支持苹果 版本要求
learning: tutorial*, training, course*, learn*, onboarding, getting started, help center, webinar*, lesson*, how does it work, documentation*
  培训 教程 课程 学习 怎么用 新手 入门 帮助文档 上手 使用教程
feature request: feature request*, suggest feature, new feature, roadmap
  新功能 希望增加 想要个功能 增加功能
spreadsheet: spreadsheet*, excel, csv, xls, xlsx, sheet, sheets, google sheets
  表格 电子表格 报表
template and copy: reuse*, clone*, copy, copies, blueprint*, same setup, template*, duplicate project, duplicate page
  复制 模板 模版 范本 拷贝 副本 套用
repeat regularly: repeat*, recur*, every week, every day, every month, weekly, daily, monthly, automatically, each week, regularly, every monday, each monday, each day, every year
  定期 每周 每天 每星期 重复 循环 周期 自动
reports: report*, analytic*, dashboard*, statistic*, chart*, metric*, insight*, graph*
  报表 统计 图表 数据分析 看板 报告
comments: comment*, mention*, discussion*, thread*
  评论 提及 讨论 留言 回复
attachments: attach*, upload*, file size, too big, too large, large file*, big file*, mb, megabyte*, video upload*, big files
  附件 上传 文件太大 文件大小 太大 传文件 大文件
forever: for good, permanent*, forever, irreversibl*, for ever
  永久 彻底 永远
outsiders: client, clients, external*, outsider*, contractor*, freelancer*, outside organisation, outside organization, outside company, outside team, outside my company, someone outside, not in my team, guest access, guest user*, guest account*
  外部 访客 客户看 外人 外包 来宾
alternative to a product: alternative*, similar to, substitute for, equivalent*, instead of, replacement for, competitor*, something like, comparable, other service*, clone of
  替代品 类似的 同类 平替 替代软件 差不多的
download media: download video*, save video*, download photo*, download picture*, download music, download all photos, grab video, rip, save to computer, save locally, local copy
  下载视频 下载图片 保存到本地 存到电脑 保存视频 另存
filter spam: spam, junk, block sender*, unwanted email*, unwanted mail*, unsolicited, spam filter, junk mail, phishing email*
  垃圾邮件 屏蔽发件人 过滤邮件 拦截邮件
block a person: block someone, block user*, block person, unfriend, unfollow, mute someone, report user
  拉黑 屏蔽 举报用户 取消关注 删好友
edit content: rename, edit post, edit message, edit text, format text, formatting, insert, paste, draft, drafts
  编辑 重命名 格式 插入 粘贴 草稿
share privacy: who can see, make private, public, visibility, hide, hidden, private, visible to, anonymous
  谁能看 公开 私密 可见 隐藏 匿名 不让别人看 仅自己
link sharing trouble: link does not work, broken link, link expired, page not found, dead link
  链接打不开 链接失效 找不到页面
follow activity: history of changes, who changed, audit log*, activity log*, log of, who edited, who deleted
  操作记录 谁改的 日志 操作日志 谁删的
move and copy: move to another, move project, move file*, transfer project, copy to another
  移动 移到 挪到 转移到
assign: assign*, responsible, assignee*, hand over, delegate*, hand off
  分配 指派 负责人 交接 转交
automation: automat*, rule, rules, workflow*, trigger*, macro*
  自动化 工作流 触发 规则 流程自动
mobile app: mobile app, phone app, android app, ios app, iphone app, app for phone*, on phone, on mobile, tablet app
  手机版 手机端 移动端 手机软件 苹果版 安卓版
desktop app: desktop app, windows app, mac app, on computer, native app
  电脑端 桌面版 客户端 电脑版
tax id on invoice: vat number, tax number, tax id, company name on invoice, billing address, billing email, billing details, purchase order, po number
  税号 抬头 发票抬头 开票信息 公司抬头 账单地址
change payment method: update card, change card, new credit card, change payment method, replace card on file, update billing, other card, card on file, change billing
  换支付方式 换付款卡 更换扣款卡 改扣款卡 更新银行卡 换绑卡
billing cycle: billing cycle, billing date, when charged, switch to annual, monthly to yearly, annual billing, pay yearly, pro rata, prorated, next bill
  计费周期 扣费日期 年付 月付 按年付 账期
seats: seat, seats, paid user*, license*, licences, per user, extra user*, how many users, number of users
  席位 人数上限 用户数 按人头 多少人用 账号数
beta: beta, early access, preview feature*
  内测 公测 体验版
`
