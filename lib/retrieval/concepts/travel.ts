/** Travelling, staying, eating out, driving, seeing sights. The format stands at parseConcepts. */
export const TRAVEL = `
book: reserv*, book, booked, books, booking*, make an appointment, appointment*, hold a table, schedule visit, book table, walk in, walk ins, resevation, resrvation, reserv, yuyue, yuding, need to book, book ahead, booking required, without reservation, reservation required, table for two, reserve table, make reservation, walk-ins
  预约 预订 预定 订 订票 订座 订位 订·房 挂号 预约一下 訂房 要不要预约 需要预约 提前预约 直接去
cancel booking: cancel booking*, cancel reserv*, cancel room, cancel stay, cancel trip, call off reserv*, can not make it, cancel flight, cancel appointment, no show, free cancellation, nonrefundable, non-refundable, refundable*, non refundable*, flexible rate, cancellation polic*
  取消预订 取消预约 退房费 退订 取消订单 退票 去不了了 来不了 取消行程 取消酒店 不去了
change booking: change booking*, change reserv*, change dates, move stay, change date, different date, move booking, modify booking, postpone stay, reschedul*, rebook*, coming later, later than planned, another date, change flight, amend booking, extend stay
  改期 改签 改日期 改时间 延住 续住 换日期 改预约 变更日期 改房
hotel: hotel*, accommodation*, lodging*, hostel*, motel*, guest house*, inn, airbnb, bed and breakfast, b and b, resort*, accomodation
  酒店 宾馆 旅馆 住宿 旅店 民宿 客栈 饭店
room: room, rooms, bedroom*, double room, twin, single room, suites
  房间 客房 房型 双人间 套房 单人间 大床房 标间
check in: check in, check-in, checkin, checking in, get into room, get to room, arrive early, early arrival, arrival time, time of arrival, get room, check into, drop in, arrive late, arrival, earliest we can come, when can i get in, get the key, keys, self check in, arrive at, late arrival
  入住 办理入住 几点入住 早到 登记入住 入住时间 提前入住 晚到 住进去 拿房卡 到店 几点能进 什么时候能住
check out: check out, check-out, checkout, checking out, leave room, leave the room, late checkout, hand back key, depart*, vacate, leave by, stay in bed, last day, hand in key, leaving time, when must we leave, vacate room, leave on last day, stay until, later checkout, leave later
  退房 离店 几点退 退房时间 延迟退房 晚点退房 几点走 走的时候 多住几小时
front desk: reception*, front desk, concierge, lobby, staffed, let us in, night porter, desk
  前台 大堂 礼宾 服务台
key: key, keys, key card*, keycard*, room key
  房卡 钥匙 门卡
luggage: luggage, bag, bags, baggage, suitcase*, belonging*, leave our stuff, store bags, put our stuff, backpack*, left luggage, cloakroom*, lugage, drop bags, store luggage, store suitcases, hold bags, luggage storage, leave bags
  行李 寄存 行李箱 存包 箱子 寄存行李 存行李 背包 放行李 寄放 行李放
carry-on: carry on, carry-on, hand luggage, cabin bag*, overhead bin*, liquids, carryon, hand baggage
  随身行李 手提行李 登机箱 带上飞机 随身携带 能带上 液体
baggage allowance: checked bag*, baggage allowance, excess baggage, overweight bag*, luggage allowance, baggage fee*, checked luggage
  托运 行李额 超重 托运行李 免费行李
lost luggage: lost luggage, lost baggage, lost bag*, luggage missing, delayed luggage, suitcase missing, lost my luggage, bag missing
  行李丢 行李没到 行李丢失 行李延误
wifi: wifi, wi-fi, wi fi, internet, wireless, broadband, get online, online access, go online, network, web access, get on the internet, connect to internet, internet access, connect laptop, surf, hotspot, network password, wlan
  无线网 上网 网络 无线 连网 热点 网 无线密码 网口 連網 联网 上得了网
parking: park*, garage, valet, parking lot, parking space*, car park, leave car, leave vehicle, carpark, parking spot*, where to put car, somewhere to park, drive there, coming by car, leave our car, valet service, park the car, park vehicle, garages, street parking
  停车场 车位 泊车 停·车 停车费 停车位 代客泊车 车库 停哪 开车来 自驾过来 车停哪
electric car: electric car*, electric vehicle*, ev, evs, tesla, charging station*, charging point*, charge car, charge electric, plug in car, ev charg*, charge my car, plug-in
  电动车 充电桩 新能源 充电站 特斯拉 电车
car: car, cars, vehicle*, automobile*, auto, truck*, van, suv
  车 汽车 车子 小车 车辆 私家车 开车 自驾
rental: rent*, hire car, car hire, car rental*, lease*, leasing, rental car*, hire bike*
  租 租赁 出租 租金 租一辆 租·车
pets: pet, pets, dog*, cat, cats, animal*, pupp*, kitten*, labrador*, service animal*, guide dog*, four legged, four-legged, companion animal*, animals welcome, bring my dog, small dog, bunny
  宠物 狗 猫 动物 狗狗 猫咪 毛孩子 带狗 导盲犬 小狗 带宠物 带猫 小型犬 萌宠
breakfast: breakfast*, morning meal, eat in morning, buffet*, brunch, food in morning, brekfast, breakfst
  早餐 早饭 自助早餐 含早 双早 早点几点
restaurant: restaurant*, dining, eat, food, meal*, dine, dinner*, lunch*, supper, cuisine*, dishes, menu*, place to eat, bistro, cafe, hungry, place for dinner, somewhere to eat, order food, starters, main course*
  餐厅 吃饭 用餐 饭店 餐饮 吃的 晚饭 午饭 晚餐 午餐 点菜 菜单 吃
room service: room service, meal in room, food to room, sent up, brought to room, order to room, food in room, without going down
  客房服务 送餐 送到房间 房间用餐 叫餐
vegetarian: vegetarian*, vegan*, plant-based, meatless, plant based, do not eat meat, no meat, without meat, does not eat meat, vegitarian*, veggie*
  素食 素菜 吃素 纯素 不吃肉 斋
diet: gluten*, allerg*, celiac, coeliac, diet*, lactose, intoleran*, halal, kosher, nut free, peanut*, dairy free, special diet, food restriction*, vegan*, vegetarian*, alerg*, allergys
  过敏 忌口 清真 无麸质 不吃辣 饮食 忌讳 不能吃
takeaway: takeout, take out food, takeaway, take away, take-out, carry out, order in, eat at home, food delivery, deliver food, doggy bag, take food home, food to go, get to go, meal to go, pizza to go
  外卖 外带 打包 带走 外帶
outdoor seating: outdoor*, sit outside, eat outside, patio*, terrace*, garden, open air, al fresco, rooftop
  室外 露台 户外 露天 花园 阳台 外面坐
dress code: dress code, attire, wear*, clothes, clothing, outfit*, dress up, formal*, jeans, what to wear, smart casual, shorts, sneakers, trainers, flip flops, suit and tie, jacket required, what should we wear
  着装 穿什么 正装 衣服 穿着 服装要求 拖鞋 短裤 西装
alcohol: alcohol*, wine*, beer*, bar, bars, cocktail*, liquor, corkage, byob, own bottle, spirits, booze, drinks
  酒 酒水 喝酒 啤酒 红酒 酒吧 自带酒水 开瓶费
music: music, entertain*, band, live show, live music, dj, concert*, karaoke
  音乐 演出 表演 乐队 唱歌
pool: pool*, swim*, indoor pool
  泳池 游泳 游泳池
spa: spa, sauna, hot tub*, jacuzzi, massage*, steam room, relax*
  水疗 桑拿 温泉 按摩 汗蒸 泡澡
gym: gym*, exercis*, workout*, work out, treadmill*, lift weights, weight room, fitness*
  健身 健身房 锻炼 运动 跑步机
wheelchair: wheelchair*, disab*, accessib*, handicap*, step free, step-free, ramp*, walk stairs, walker, crutch*, can not walk, barrier free, lift access, blind, deaf, mobility*, wheel chair*, elderly mother, limited mobility, disabled access, accessible toilet, accessible room, step-free access, walking difficulties, in a wheelchair
  轮椅 无障碍 残疾 残障 行动不便 坡道 腿脚不便 无障碍通道 坐轮椅 老人不方便 残疾人
lift: elevator*, lift, lifts, stairs, escalator*
  电梯 楼梯 楼层 扶梯 几楼
smoking: smok*, cigarette*, vape*, vaping, cigar*, tobacco, smoke free, smoker*, smoke, non-smoking, smoke-free, e-cigarette*
  吸烟 抽烟 烟 无烟 烟味 吸烟区 禁烟 电子烟 抽烟区
air conditioning: air condition*, ac, heating, heater*, temperature, thermostat*, aircon, too hot, too cold
  空调 暖气 冷气 温度 太热 太冷 制冷
kitchen: kitchen*, microwave*, fridge*, refrigerator*, cook, kettle, stove, self catering, oven
  厨房 微波炉 冰箱 做饭 灶 水壶
laundry: laundry, dry clean*, wash clothes, washing machine, clothes washed, iron, ironing, washing, laundromat, shirts
  洗衣 洗衣服 干洗 熨 洗衣房 熨斗
bathroom: bathroom*, shower*, bath, bathtub, toilet*, restroom*, washroom*, hair dryer, hairdryer, lavatory, ensuite, amenities
  卫生间 厕所 浴室 洗手间 洗澡 淋浴 马桶 热水 浴缸 吹风机
towels: towel*, linen*, bedding, pillow*, blanket*, sheets, toiletries, shampoo
  毛巾 床单 被子 枕头 洗漱 浴巾 牙刷
cleaning: housekeep*, clean, cleaning, cleaned, tidy, maid, make up room
  打扫 保洁 清洁 卫生 整理房间 换床单
extra bed: extra bed*, cot, cots, crib*, rollaway*, sofa bed*, baby bed, high chair*, highchair*, bed for child, additional bed, bed for baby, bed for toddler
  加床 婴儿床 婴儿椅 儿童床 儿童椅 沙发床
view: view, sea view, ocean view, balcon*, overlook*, ocean, lake
  海景 景观 阳台 窗户 视野
noise: nois*, loud, quiet, soundproof*, neighbours loud, noise complaint
  噪音 吵 隔音 安静 太吵
shuttle: shuttle*, airport transfer*, pick up from airport, airport pickup, pick us up, pickup from, transfer from airport, pick me up, transportation to hotel, transport from airport, ride from airport, collected from, pick up service, transfers
  接送 班车 接机 送机 接站 摆渡车
airport: airport*, terminal*, land, landing, landed
  机场 航站楼 落地 候机
taxi: taxi*, cab, cabs, ride, uber, lyft, rideshare
  打车 出租车 的士 网约车 滴滴 叫车 计程车
public transport: bus, buses, train, subway*, metro, tube, tram*, public transport*, rail*, station*, underground
  公交 地铁 火车 高铁 车站 公共交通 捷运 动车 公车 大巴
flight: flight*, plane, planes, airline*, fly, flying, flew, boarding pass, layover*, airplane*, aircraft
  航班 飞机 机票 航空 登机 转机 值机 起飞 延误 坐飞机
ticket: ticket*, fare*, admission, entrance fee*, entry fee*, entry ticket
  门票 车票 票价 入场 买票 入场券 门票钱
seat: seat, seats, aisle, window seat, legroom, booster seat, table, tables
  座位 座 选座 位子 靠窗 位置 卡座 包间 包厢
travel visa: travel visa, visa requirement*, need a visa, visa for, tourist visa, international visa, entry requirement*, travel document*
  签证 入境 免签 办签证 旅游签
travel insurance: travel insurance, trip insurance
  旅游险 旅行险 意外险
attractions: attraction*, sight, sights, sightsee*, things to do, what to do, what to see, nearby places, museum*, tourist*, around there, do around, tour, tours, landmark*, excursion*, places to visit, activities, what can we do, trip, trips, near hotel, worth seeing, points of interest, walking tour, day trip*, shopping nearby, beach*
  景点 旅游 附近玩 好玩 博物馆 参观 游玩 导游 周边游 玩什么 海滩 逛街 好逛
meeting room: meeting room*, conference*, event space*, banquet*, wedding*, function room*, venue*, party, parties, private event*, meeting space, host event, private dining, private room, hold event, event room*
  会议室 开会 宴会 婚礼 包场 场地 聚会 办活动 年会 宴会厅
train station: train station, railway station
  火车站 高铁站
driving: driv*, license*, licence*, road*, highway*
  开车 驾驶 驾照 驾车 司机
fuel: gas, fuel*, petrol, diesel, gasoline, gas station*, fill up, tank, mpg, miles per gallon, gas mileage, gas type
  加油 汽油 油耗 加油站 油价 油
tire: tire*, tyre*, flat, tire pressure, puncture*, change tire
  轮胎 胎压 爆胎 换胎 备胎
car service: oil change*, jump start*, brake*, engine, check engine, maintenance, mechanic*, service car, dead battery, jumper cable*, spark plug*, tune up
  保养 机油 换机油 搭电 发动机 刹车 修车 年检
traffic: traffic, congestion, jam, road condition*, route*, detour*, rush hour, accident on
  堵车 路况 交通 拥堵 限行 违章 高速
plug adapter: plug type, socket*, outlet, adapter*, power outlet*, voltage, plug converter, plug adapter, converter
  插座 插头 转换插头 电压 插孔 转换器
time zone: time zone*, timezone*, time difference, local time
  时区 时差 当地时间
travel notice: travel notice, travelling to, traveling to, travel alert*, safe to travel, travel advis*, travel warning*, tell bank i am going, going abroad
  出国前 旅行提醒 安全提醒 出行
tour guide: itinerar*, travel agent*, travel package*, trip plan*
  行程 跟团 自由行 旅行社 线路
reservation size: party of, table for, how many guests, number of guests, capacity, seats how many
  几个人 几位 人数 容纳 多少人 坐几个人
towns: distance, how far, walk, walking distance, miles from, minutes from, on foot
  多远 距离 走路 步行 远不远 几公里
minibar: minibar, mini bar, snacks, vending machine*, drinks in room
  迷你吧 小冰箱 零食 饮料
tv: tv, tvs, television*, netflix, channel*, cable tv
  电视 频道 投屏 电视机 机顶盒 电视盒子 画面
lock box: safe in room, safety box
  保险柜 保险箱
bicycle: bicycle*, bike, bikes, cycling, scooter*
  自行车 单车 骑车 电瓶车
stroller: stroller*, pram*, booster*, car seat*, child seat*
  婴儿车 安全座椅 推车
happy hour: happy hour, set menu, lunch menu, kids menu, children menu, menu
  菜单 特色菜 招牌菜 儿童餐
photography: photograph*, take photos, take pictures, cameras, filming, drone*, flash
  拍照 摄影 摄像 无人机 闪光灯
guided tour: guided tour*, guide, audio guide*, tour guide, tours in
  讲解 导览 语音导览 解说 导游
queue: queue*, line, waiting time, skip the line, fast track, busy, crowded, wait for table, how busy, packed
  排队 人多 拥挤 等位 免排队 快速通道
souvenir: souvenir*, gift shop*
  纪念品 特产 伴手礼
price range: price range, cheap, moderate, expensive place, how pricey, average price, per head, cost per person
  人均 贵不贵 价位 消费水平
stars: star rating, how many stars, rated, five star
  几星 星级 五星
availability: availability, vacanc*, any rooms, free rooms, rooms available, fully booked, any tables, table free
  有房 空房 满房 有位 有座 客满 余票
city tax: city tax, tourist tax, resort fee, local tax, tourism tax
  城市税 度假村费 旅游税
spicy and food quality: spicy, portion*, signature dish*, speciality, chef
  辣 份量 招牌 特色
halal: halal, kosher, muslim
  清真 穆斯林 犹太
corkage: corkage, own wine, byo, byob, bring wine, own alcohol, own drinks
  自带酒 开瓶费 自带酒水
birthday: birthday*, anniversar*, celebrat*, cake, surprise, special occasion*, honeymoon
  生日 纪念日 庆祝 蛋糕 惊喜 蜜月
private room: private room*, private dining, private area, separate room
  包间 包厢 包房 私密
first aid: first aid, defibrillator
  急救箱 医务室
weather closing: closed because of weather, rain or shine, bad weather
  下雨天 雨天 台风
`
