/** Buying things, having them sent, sending them back, having them mended. The format stands at parseConcepts. */
export const SHOP = `
buy: buy*, purchas*, bought, place order, placed order, get one, shop for, shopping
  购买 买 下单 拍下 入手 购 抢购 订购 买到 选购 购物 买了 网购 加购 想买
order: order*, order number, dingdan
  订单 单子 这单 下的单 订单号 买的东西 这一单
cancel order: cancel order, stop order, cancel purchase, do not want order
  取消订单 撤单 不要了 这单不要 拍错 拍多了 不想要了 拍错了 退单 取消购买 买错了
deliver: deliver*, ship*, courier*, dispatch*, send out, sent out, parcel*, package*, shipment*, shipping, fedex, dhl, postman, mail carrier, driver, by post, posted to, delivary, delievery, kuaidi, wuliu
  快递 物流 包裹 邮寄 配送 送货 运送 派送 快件 送到 送 寄 快遞 宅配 派件 寄送 寄过来 寄到 骑手 顺丰 发快递 快递员 超商取货 圆通 中通 韵达 邮政 京东快递 快递公司 上楼 送货上门
dispatch: dispatch*, ship out, shipped yet, sent out, leave warehouse, when ship, not shipped, has not shipped, still processing, not sent yet, still not sent, fahuo
  寄出 发出 出库 发走 没发 发·货 还没发 不发货 寄出去 出貨 啥时候发 几时发 没发货
delivery cost: shipping cost*, delivery cost*, shipping fee*, delivery fee*, postage, free shipping, delivery charge*, free delivery, shipping rate*
  运费 邮费 快递费 配送费 包邮 免邮 免运费 运费谁出 邮费谁 运费险 谁出运费 運費
track: track*, trac*, where is my order, where is my package, locate package, whereabouts, tracking number, in transit, on the way, parcel now, has not moved, where is my parcel, where is my stuff, where is my delivery
  物流 查物流 单号 快递单号 到哪了 物流不动 跟踪 追踪 物流信息 查快递 物流没更新 到哪儿了 不动 停滞 没更新 不更新
~receive: receiv*, reciev*, arriv*, get here, show up, showing up, turn up, delivery date, reach*, delivered*, recive
  收到 拿到 签收 送达 到手 到货 到了
lost parcel: lost in mail, lost parcel, lost package, package lost, stolen package, never arrived, marked as delivered, says delivered, not delivered
  丢件 包裹丢失 快递丢了 没收到货 显示签收 丢货 物流丢失 没收到快递 显示已签收 没收到东西 被人拿走
sign for parcel: sign for, signature required, sign for parcel, proof of delivery, leave with neighbour
  签收 确认收货 验收 代收 放门口 自提点 快递柜 驿站 菜鸟 丰巢 代签
collect: pick up in store, click and collect, collect in store, store pickup, in-store pickup, collect order, curbside
  自提 到店取 门店自提 取货 自取 上门取 到店自取
delivery time of day: delivery slot*, time slot*, delivery window, scheduled delivery, choose delivery
  预约送货 配送时间 指定时间 预约配送 时间段 定时送
return goods: return*, send back, sent back, bring back, take back, give back, sending back, rma, return label, do not like it, does not fit, tuihuo, retrun, retun
  退掉 退回去 寄回 退换 不想要 不要了 七天无理由 无理由 退·货 能退 退了 不喜欢 不合适 退还商品 无理由退货 鉴赏期 退換貨
exchange goods: exchang*, swap*, replac*, trade in, different size, another size, wrong size, huanhuo, exchage
  调换 更换 换新 换一个 换·货 换个尺码 换大一号 以旧换新 换码 换个颜色 换成
damaged: damag*, broken, broke, crack*, torn, scratch*, dent*, smashed, shatter*, defect*, faulty, fell apart, ripped, leaking, leak, arrived broken, died, dead, flicker*, does not turn on, stopped working, crush*, came apart, in pieces, snapped, bent
  坏了 损坏 破损 破 碎 质量 瑕疵 坏 裂 开胶 掉色 碎了 裂了 烂了 质量问题 摔坏 划痕 变形 漏液 有问题的 破了 压坏 断了 冒烟 异味 漏水 漏电
wrong goods: wrong item*, wrong product*, not what i ordered, different from picture, sent wrong, wrong thing, not as described, looks different, different item, sent me wrong, received wrong
  发错 错发 寄错 不对 不一样 不符 发错货 货不对板 描述不符 颜色不对 图片不一样 发错了 发成 寄成 发的是 收到的是 和我买的
missing goods: missing item*, missing part*, incomplete, item missing, not in box, short shipped, partial order, rest of order, did not include, was not in parcel, not in parcel
  少发 漏发 少件 缺件 少了 漏 少了一件 缺少 少寄 漏寄 没有配件 少一个 只收到 没收全 少收 没放 赠品没有 没有赠品
warranty: warrant*, guarantee*, service cent*, warrenty, gaurantee, garantee
  保修 质保 售后 在保 过保 保修期 三包 保几年 保修卡 延保 保多久 保固 还在保
repair: repair*, fix*, mend*, service center, technician*
  维修 修理 修 返修 报修 找谁修 能修 寄修 修一下 修好 送修 坏了修 检修
install: assembl*, set up, mount*, put together, install, installation*, installer*, fitter*
  安装 组装 上门 师傅 装上 上门装 安装费 装机 装吗 装一下 帮装
size chart: size chart*, size guide, what size, sizing, too small, too big, too tight, does it fit, which fits, will fit, not fit, one size up, size up, size down, too long, too short, run small, run large, true to size, bigger size, does not fit
  尺码 大小 尺码表 偏大 偏小 合适 多大码 选码 穿多大 码数 号码大小 多高穿 买小了 买大了 穿着小 穿着大 大一码 小一码 太长 太短 长了 短了 穿不下 太紧 太松 小了 大了
in stock: in stock, out of stock, availab*, sold out, restock*, back in stock, inventory, stock, backorder*
  缺货 没货 卖完 售罄 断货 无货 有货 现货 库存 补货 到货 上架 再上 上新 有没有货 卖光 还有吗 没有了 再进货
preorder: pre order*, preorder*, pre-order*, release date, coming soon
  预售 预订 新品 首发 什么时候出 上市 预购
price protection: price match*, price drop*, price adjust*, cheaper now, price protection, lower price elsewhere, match the price, went on sale, cheaper today, cheaper than yesterday, price dropped, dropped after
  降价 差价 保价 价保 补差 买贵了 退差价 价格保护 买贵 又便宜了 今天便宜 便宜了
coupon use: apply coupon*, promo code*, coupon code*, discount code*, voucher code*, coupon not work*
  用不了券 优惠券 券 用券 优惠码 券用不了 叠加 领券 兑换码 券过期 不能用券 红包用不了 优惠卷
gift: gift*, wrap*, birthday, gift box, as a present, presents, card with message, greeting card, no price in box
  礼品 礼物 送人 包装 贺卡 赠品 赠送 礼盒 生日 送礼
authentic: authentic, authenticity, genuine, real or fake, original, counterfeit*, fake product*
  正品 真假 假货 正版 真伪 原装 是不是真的 防伪 真的吗
material: material*, fabric*, made of, ingredient*, composition
  材质 面料 成分 什么做的 材料成分 料子
care: wash*, machine wash*, clean, care instruction*, iron
  洗 清洗 水洗 机洗 保养 清洁 洗衣机 手洗 晾
review: review*, rating*, comment*, star, stars, testimonial*
  评价 评论 晒单 好评 差评 追评 打分
~product: product*, item*, merchandise, article
  商品 产品 货 东西 宝贝 款式 货品
wholesale: wholesale*, bulk order*, reseller*, distributor*, resell, dealer*, franchise*
  批发 大量采购 经销 代理商 加盟 团购 采购 代理 合作
battery: batter*, charger*, recharge, power bank*, power adapter, won't charge, plug it in, charging cable, charging case, does not charge, not charging
  充电 电池 电量 续航 充不进 充不进电 充电器 掉电 没电 充电宝 耗电
manual: user manual, manual, instruction manual, user guide, handbook
  说明书 使用说明 教程 手册 怎么用
spare parts: spare part*, accessor*, component*, replacement part*
  配件 零件 备件 附件 耗材
shopping cart: cart, basket, shopping bag, wishlist, wish list
  购物车 收藏 心愿单 购物袋
order change: change order, modify order, edit order, change address on order, add to order, change delivery address
  改订单 修改订单 改地址 改收货地址 修改地址 地址写错 地址填错 换地址 改单 改派 门牌 收件人 改收货人
used goods: second hand, refurbish*, trade in, recycle*, recycling, old phone for new, trade in my
  二手 翻新 回收 以旧换新 旧机 旧的 旧手机 抵钱 折价 抵多少 折价换 置换 收旧
condition for return: unopened, original packaging, unused, already wore, tried on, opened*, worn, washed*, packaging*, tags on, price tag*, sealed
  拆封 拆了 拆开 用过 穿过 洗过 吊牌 已使用 包装 原包装 试穿
who pays return: return shipping, return postage, who pays, at my expense, pay for return, return label, prepaid label, cost of returning, pay to return
  谁出运费 退邮费 退货运费 运费谁出 运费险 谁承担 自己掏 倒贴
where to return: return address, where to send, where do i send
  退货地址 寄到哪 寄去 退回地址 寄回地址 退到哪
platforms: ebay, amazon, taobao
  淘宝 京东 拼多多 天猫 美团 抖音
pick-up of a return: pick it up from home, courier pickup, pickup from my home, collect return, pick up return
  取件 上门取件 上门取 来取 上门收
paid but shown unpaid: unpaid, awaiting payment, paid but, still says unpaid, shows unpaid, payment not showing, not paid
  待付款 未付款 未支付 没支付 没付款 显示未付 待支付 付了钱还 未缴
several parcels: rest of order, several parcels, separate parcels, multiple packages, two tracking numbers, partial shipment*, half of order, other items, arrived separately
  分开寄 分批 两个单号 两个快递 几个包裹 剩下的 另一半 只到了一半 分几个 分开发
`
