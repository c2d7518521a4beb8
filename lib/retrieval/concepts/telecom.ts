/** Phone lines, internet, devices at home. The format stands at parseConcepts. */
export const TELECOM = `
SIM card: sim, sims, sim card*, esim*, phone card
  手机卡 电话卡 副卡 主卡 流量卡 号卡 卡槽 电话卡坏了 门号卡
phone credit: phone credit, airtime, prepaid, prepaid credit, credit on my phone
  话费 电话费 手机费 话费余额 剩多少钱话费 通话费 还剩话费 月费 花费余额
suspended line: line suspended, service suspended, service cut off, disconnected for non payment, cut off
  停机 欠费停机 停机了 号码被停 复机 欠费 被停机 停机保号 单停 打不出去 单向停机 复话
mobile data: data plan*, mobile data, data allowance, gigabyte*, gb, data usage, data left, out of data, more data, roaming data, liuliang
  流量 流量包 加油包 上网额度 流量不够 流量用完 剩余流量 用光 流量用了 流量套餐 吃到饱 定向流量 兆 数据流量
signal: signal*, reception bars, no service, coverage, no bars, poor reception, network coverage, dropped call*, call drops
  信号 没信号 没有信号 一格 信号差 无服务 断断续续 老断 信号不好 信号弱 掉话 覆盖 搜不到网 通话断
calls: call, calls, calling, dial*, phone call*, make call, voice call*
  打电话 通话 接电话 拨打 电话打不出 接不到 来电 语音 打不通 拨号
call forwarding: call forward*, forward calls, divert calls, redirect calls
  呼叫转移 转接 转移到 来电转接 转到座机 转到另一个手机 打到座机 呼转 转到别的
nuisance calls: nuisance call*, spam call*, robocall*, unwanted call*, scam call*, telemarket*
  骚扰电话 诈骗电话 推销电话 骚扰 防骚扰 推销 拦截 骗子打 打烦 陌生电话 广告电话
text message: sms, text, texts, texting, text message*, message*, whatsapp
  短信 信息 消息 简讯 短讯 发短信 彩信
roaming: roam*, use phone abroad, calls abroad, international call*, international plan
  漫游 国际漫游 漫游包 国际长途 境外上网 境外流量 国外能用
keep number: port number, keep number, number port*, porting, switch carrier, keep my number, change provider, change carrier
  携号转网 换运营商 转网 保留号码 号码不变 号想留着 转到移动 转到联通 换到别家 携码
broadband: broadband, fiber, fibre, home internet, internet line, dsl, cable internet, kuandai
  宽带 网线 光纤 家里的网 拉·网线 装宽带 装网 光宽带 宽频 带宽 新装 拉网 网络安装 新装宽带
router: router*, modem*, access point*, hotspot*
  路由器 光猫 调制解调器 红灯 机顶盒 热点 路由 分享器 猫上 光猫坏
internet down: internet down, internet not working, no internet, lost connection, disconnect*, connection drops, can not connect, keeps dropping, no connection, connection
  断网 没网 上不了网 连不上 网断了 网络断 掉线 连接不上 网络故障 没网了 不能上网 上不去网 无法上网 连不上网 断线 家里没网
move line: move internet, moving house internet, relocate service
  移机 宽带搬家 迁移 搬家 网怎么挪 挪过去 换地址 搬家了 跟着走
value-added services: value added service*, ringtone*, add-on service*
  增值业务 增值服务 彩铃 收费服务 订购的业务 没开过 会员业务 包月业务
contract: contract*, commitment, tied, locked in, minimum term, contract period
  合约 合约期 协议期 合同期 最低消费 约期 在网 靓号协议
transfer of line: change owner, transfer ownership, change name on account, account holder, new owner
  过户 机主 换机主 改机主 名字改成 变更机主 转给 给我儿子用 更名过户
landline: landline*, fixed line, home phone
  固话 座机 固定电话 家庭电话 市话
bluetooth: bluetooth, pair*, headphone*, earbud*, earphone*, speaker*, headset*
  蓝牙 配对 耳机 连不上 音箱 搜不到 耳麦 连接手机
screen: screen*, display*, monitor*, touchscreen, cracked screen
  屏幕 显示屏 碎屏 触屏 屏 换屏 花屏 显示器
sound: sound*, volume, audio, loud*, no sound, mute
  声音 音量 没声音 静音 听不见 扬声器 喇叭 音质
power: power on, turn on, does not turn on, will not turn on, not start*, does not start, no power, restart, will not start
  开机 开不了机 没电 不开机 启动不了 通电 关机 自动关机
smart home: smart home, smart speaker*, thermostat*, alexa, smart device*, smart light*, smart bulb*, lights on, lights off
  智能家居 智能音箱 开灯 关灯 智能设备 智能灯 开关灯
water or heat damage: water damage, waterproof*, got wet, wet, overheat*, hot
  进水 防水 发热 发烫 受潮 泡水 烫手
data transfer: transfer contacts, transfer data, move to new phone, new phone, switch phone
  通讯录 导到新手机 换新手机 换机 迁移数据 导·数据 数据迁移
5G: 5g, 4g, lte, network type
  网络制式 基站
`
