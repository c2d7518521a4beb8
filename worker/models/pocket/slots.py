"""Values drawn at random for every example: amounts, days, names, products, made-up words. A model can only get them
right by copying them from its prompt."""
import os
import random
import re

HERE = os.path.dirname(os.path.abspath(__file__))


HANZI = ''.join(l.strip() for l in open(os.path.join(HERE, 'data', 'hanzi.txt'), encoding='utf-8') if l[0] != '#')
RARE = ''.join(bytes((a, b)).decode('gb2312', 'ignore') for a in range(0xB0, 0xD8) for b in range(0xA1, 0xFF))


def hanzi(r):
    """A random hanzi, mostly one of the common ones."""
    x = r.random()
    return r.choice(HANZI[:600]) if x < .35 else r.choice(HANZI) if x < .93 else r.choice(RARE)


PROD = {
    'zh': '耳机 手机 充电宝 羽绒服 连衣裙 运动鞋 牛仔裤 衬衫 T恤 外套 背包 行李箱 保温杯 电饭煲 空气炸锅 扫地机器人 吸尘器 洗衣机 冰箱 空调 电视 平板 笔记本电脑 键盘 鼠标 显示器 路由器 音箱 台灯 床垫 沙发 书桌 椅子 窗帘 四件套 枕头 奶粉 尿不湿 婴儿车 玩具 积木 面膜 口红 粉底液 洗面奶 精华液 洗发水 牙刷 电动牙刷 剃须刀 吹风机 手表 手环 相机 镜头 三脚架 自行车 头盔 帐篷 鱼竿 瑜伽垫 跑步机 猫粮 狗粮 猫砂 茶叶 咖啡 坚果 大米 水果 牛排 海鲜 蛋糕 月饼 红酒 白酒 图书 字帖 钢笔 打印机 墨盒 净水器 热水器 油烟机 燃气灶 微波炉 烤箱 加湿器 净化器 电风扇 灯具 门锁 摄像头 轮胎 机油 行车记录仪 项链 戒指 眼镜 雨伞 帽子 围巾 袜子 内衣 泳衣 拖鞋 凉鞋 靴子 皮带 钱包'.split(),
    'en': ['headset', 'phone', 'power bank', 'jacket', 'dress', 'coat', 'backpack', 'suitcase', 'rice cooker', 'air fryer', 'vacuum cleaner', 'washing machine', 'fridge', 'television', 'tablet', 'laptop', 'keyboard', 'mouse', 'monitor', 'router', 'speaker', 'lamp', 'mattress', 'sofa', 'desk', 'chair', 'pillow', 'stroller', 'toy', 'face mask', 'lipstick', 'toothbrush', 'shaver', 'hair dryer', 'watch', 'camera', 'lens', 'bike', 'helmet', 'tent', 'yoga mat', 'treadmill', 'coffee machine', 'kettle', 'cake', 'book', 'printer', 'water filter', 'microwave', 'oven', 'humidifier', 'fan', 'door lock', 'tyre', 'necklace', 'ring', 'umbrella', 'hat', 'scarf', 'wallet', 'blender', 'guitar', 'drone', 'scooter', 'rug', 'mirror', 'shirt', 'sweater', 'skirt', 'belt']}
CITY = {
    'zh': '北京 上海 广州 深圳 杭州 南京 成都 重庆 武汉 西安 长沙 郑州 青岛 大连 厦门 福州 昆明 贵阳 南宁 海口 三亚 兰州 西宁 银川 拉萨 乌鲁木齐 哈尔滨 长春 沈阳 呼和浩特 石家庄 太原 济南 合肥 南昌 苏州 无锡 宁波 温州 东莞 佛山 珠海 桂林 洛阳 香港 澳门 台北 东京 首尔 曼谷 新加坡 伦敦 巴黎 纽约 悉尼'.split(),
    'en': 'London Paris Berlin Madrid Rome Vienna Prague Warsaw Oslo Dublin Lisbon Athens Boston Chicago Denver Seattle Austin Toronto Sydney Perth Tokyo Seoul Bangkok Singapore Delhi Dubai Cairo Lagos Nairobi Lima Bogota Manila Jakarta Hanoi Zurich Geneva Lyon Milan Porto Leeds'.split()}
CARRIER = {'zh': '顺丰 中通 圆通 申通 韵达 京东物流 邮政 极兔 德邦 菜鸟'.split(),
           'en': ['DHL', 'UPS', 'FedEx', 'Swift Post', 'BlueLine', 'Parcel One', 'Northway', 'QuickShip', 'Royal Post', 'Hermes']}
PAY = {'zh': '微信支付 支付宝 银联 信用卡 花呗 云闪付 储蓄卡 数字人民币 余额支付'.split(),
       'en': ['PayPal', 'Visa', 'Mastercard', 'Apple Pay', 'Google Pay', 'bank card', 'Klarna', 'debit card']}
CHAN = {'zh': '官方旗舰店 线下门店 服务中心 官网 小程序 公众号 营业厅 授权网点 商务部 服务网点'.split(),
        'en': ['our official store', 'the service centre', 'our website', 'the help centre', 'a local branch', 'the service desk', 'the status page']}
MEM = {'zh': '金卡会员 银卡会员 钻石会员 黑金会员 铂金会员 超级会员 年度会员 白银会员 至尊会员 企业版 专业版 高级版'.split(),
       'en': 'Gold Silver Platinum Diamond Black Prime Plus Pro Elite Premium'.split()}
COIN = {'zh': '积分 金币 成长值 星币 会员豆 红豆 里程 能量'.split(), 'en': ['points', 'coins', 'stars', 'credits', 'miles', 'beans']}
MENU1 = {'zh': '我的 个人中心 设置 订单 账户 帮助中心 控制台 首页'.split(),
         'en': ['My account', 'Orders', 'Settings', 'Profile', 'Help', 'Console', 'Billing']}
MENU2 = {'zh': '售后服务 订单详情 地址管理 安全中心 发票管理 会员中心 退款申请 服务记录 账户安全 自动续费 卡券 数据管理 团队 更多服务'.split(),
         'en': ['After-sales', 'Order details', 'Addresses', 'Security', 'Invoices', 'Membership', 'Refunds', 'Services', 'Renewal', 'Cards', 'Data', 'Team', 'Requests']}
NAME = {'zh': '王丽 张伟 李娜 陈强 刘洋 赵敏 周杰 吴昊 孙悦 何静'.split(), 'en': 'Anna Ben Carla David Emma Frank Grace Henry Ivy Jack'.split()}
SYL = 'ba be bo da do fa fi ga go ka ki ko la li lo ma mi mo na ni no pa po ra ri ro sa so ta ti to va vi za zo ky ly tro bri ster lan dor wen mar tel nox fen quo pri cla gre sho'.split()
APPS = {'zh': '应用 客户端 小程序 官网'.split(), 'en': ['the app', 'the website', 'the client']}


def word_en(r, cap=None):
    w = ''.join(r.choice(SYL) for _ in range(r.choice((2, 2, 3))))
    return w.capitalize() if (cap if cap is not None else r.random() < .6) else w


def word_zh(r):
    return ''.join(hanzi(r) for _ in range(r.choice((2, 2, 2, 3))))


def code(r):
    return r.choice(('{}{}', '{}-{}')).format(''.join(r.choice('ABCDEFGHJKLMNPQRSTUVWXYZ') for _ in range(r.choice((1, 2, 2, 3)))), r.randint(1, r.choice((9, 99, 999))))


def noun(r, lang):
    """A product or a made-up word."""
    x = r.random()
    if x < .72:
        return r.choice(PROD[lang])
    if x < .9:
        return word_zh(r) if lang == 'zh' else word_en(r, False)
    return code(r) + (r.choice(PROD[lang]) if lang == 'zh' else ' ' + r.choice(PROD[lang]))


def money(r, lang, big=False):
    v = r.choice((49, 59, 68, 79, 88, 99, 129, 150, 199, 200, 259, 299, 300, 399, 500, 699, 888, 999, 1000, 1500, 2000, 3000, 5000)) if big and r.random() < .6 \
        else r.randint(30, 3000) if big else r.randint(1, 60)
    s = str(v) if r.random() < .85 else f'{v}.{r.choice("5 50 80 99 9".split())}'
    if lang == 'zh':
        return r.choice(('{}元', '{}元', '{}元', '¥{}', '人民币{}元', '{}块')).format(s)
    return r.choice(('${}', '${}', '€{}', '{} USD', '£{}')).format(s)


def clock(r, lang):
    h, m = r.randint(7, 23), r.choice(('00', '00', '30'))
    if lang == 'zh':
        return f'{h}:{m}' if r.random() < .7 else (f'上午{h}点' if h < 12 else f'晚上{h - 12}点' if h > 17 else f'下午{max(1, h - 12)}点')
    return f'{h}:{m}' if r.random() < .6 else (f'{h} am' if h < 12 else f'{max(1, h - 12)} pm')


def slot(r, lang, name):
    zh = lang == 'zh'
    if name == 'h':
        return str(r.choice((2, 4, 6, 8, 12, 24, 24, 36, 48, 48, 72, 96, r.randint(1, 120))))
    if name == 'd':
        return str(r.choice((3, 5, 7, 7, 10, 14, 15, 20, 30, 45, 60, 90, r.randint(2, 99))))
    if name == 'n':
        return str(r.randint(2, 9) if r.random() < .7 else r.randint(2, 30))
    if name == 'm':
        return str(r.choice((3, 6, 12, 18, 24, 36, r.randint(2, 48))))
    if name == 'y':
        return str(r.randint(2, 10))
    if name == 'N':
        return str(r.choice((20, 50, 100, 150, 165, 175, 180, 200, 300, 500, 1000, 2000, 5000, 10000, r.randint(10, 999))))
    if name == 'wd':
        a = r.randint(1, 12)
        return f'{a}-{a + r.randint(1, 8)}' if zh or r.random() < .6 else f'{a} to {a + r.randint(1, 8)}'
    if name == 'fee':
        return money(r, lang)
    if name == 'amt':
        return money(r, lang, True)
    if name == 'pct':
        return f'{r.randint(1, 99)}%' if r.random() < .8 else f'{r.randint(1, 99)}.{r.randint(1, 9)}%'
    if name == 't':
        return clock(r, lang)
    if name == 'hours':
        a = r.randint(6, 11)
        b = r.randint(17, 23)
        return f'{a}:{r.choice(("00", "30"))}{r.choice(("-", "至" if zh else " to "))}{b}:{r.choice(("00", "30"))}'
    if name == 'date':
        if zh:
            return f'{r.randint(1, 12)}月{r.randint(1, 28)}日'
        return f'{r.choice("January February March April May June July August September October November December".split())} {r.randint(1, 28)}'
    if name == 'prod':
        return noun(r, lang)
    if name == 'city':
        return r.choice(CITY[lang]) if r.random() < .8 else (word_zh(r) if zh else word_en(r, True))
    if name == 'car':
        return r.choice(CARRIER[lang]) if r.random() < .8 else (word_zh(r) + '快递' if zh else word_en(r, True))
    if name == 'pay':
        return r.choice(PAY[lang]) if r.random() < .85 else (word_zh(r) + '支付' if zh else word_en(r, True) + ' Pay')
    if name == 'chan':
        return r.choice(CHAN[lang])
    if name == 'mem':
        return r.choice(MEM[lang]) if r.random() < .8 else (word_zh(r) + '会员' if zh else word_en(r, True))
    if name == 'coin':
        return r.choice(COIN[lang]) if r.random() < .8 else (word_zh(r)[:2] + '币' if zh else word_en(r, False) + 's')
    if name == 'menu':
        b = r.choice(MENU2[lang]) if r.random() < .85 else (word_zh(r) + '管理' if zh else word_en(r, True))
        return r.choice(MENU1[lang]) + r.choice(('-', ' > ') if not zh else ('-', '>', '—')) + b
    if name == 'app':
        return (word_zh(r) + r.choice(APPS[lang])) if zh and r.random() < .4 else r.choice(APPS[lang])
    if name == 'phone':
        return r.choice((f'400-{r.randint(100, 999)}-{r.randint(1000, 9999)}', f'{r.randint(10000, 99999)}', f'0{r.randint(10, 99)}-{r.randint(1000000, 9999999)}'))
    if name == 'mail':
        return f'{r.choice("help service support vip info sales care".split())}@{word_en(r, False)}.{r.choice(("com", "cn", "net", "io"))}'
    if name == 'name':
        return word_zh(r)[:2] if zh else word_en(r, True)
    if name == 'tag':
        return r.choice('S M L XL XXL'.split()) if r.random() < .4 else code(r)
    if name == 'order':
        return r.choice(('', 'DD', 'A', 'NO')) + str(r.randint(10 ** 5, 10 ** r.choice((7, 9, 11))))
    raise KeyError(name)


SUBJ_ZH = ['用户', '用户', '买家', '客户', '顾客', '消费者', '您', '会员']
SUBJ_EN = ['customers', 'customers', 'buyers', 'users', 'you', 'clients']


SHARED = ('city', 'prod', 'car', 'pay', 'mem', 'coin')


def fill(r, lang, tpl, subj=None, shared=None):
    """Fill a template; {u} and {p} stay when subj is None. shared holds the names that
    the question and its rule have in common; each is used once per template."""
    left = dict(shared or {})

    def one(m):
        k = m.group(1)
        if k in ('u', 'p'):
            if subj is None:
                return m.group(0)
            if k == 'p':
                return 'your' if subj == 'you' else 'their'
            return subj
        return left.pop(k) if k in left else slot(r, lang, k)
    return re.sub(r'\{([a-zA-Z]+)\}', one, tpl)


def with_subject(lang, tpl, subj):
    return tpl.replace('{u}', subj).replace('{p}', 'your' if subj == 'you' else 'their')


def cap(s):
    return s[:1].upper() + s[1:]



QUOTES = ('“”', '“”', '""', '‘’', '「」', '『』', '《》', '【】', '（）', '()')
SIGNS = '→&+/*#@~·•—–…×÷°℃™®éüñçöÅ₂½★☆✓😀👍🎁🚚'
# No name or mark that the sample shop's rules have: what is measured on it must not be trained on.
REAL = {'zh': 'App iPhone iOS Android VIP PDF QR WiFi CPU USB-C A4 5G SIM GPS NFC 小红书 抖音 京东 闲鱼'.split(),
        'en': 'iPhone iOS Android VIP PDF QR WiFi USB-C A4 5G SIM GPS NFC GmbH IBAN ZIP 24/7 P.O.Box'.split()}


def strange(r, lang):
    """Something between the words that no topic has: brands, codes, addresses, signs, words in quotation marks."""
    x = r.random()
    if x < .2:
        return r.choice(REAL[lang])
    if x < .35:
        return ''.join(r.choice('ABCDEFGHIJKLMNOPQRSTUVWXYZ') for _ in range(r.choice((2, 2, 3, 4))))
    if x < .45:
        return word_en(r, True) + r.choice(('', '', word_en(r, True), str(r.randint(1, 99))))
    if x < .53:
        return r.choice(('www.{}.com/{}', '{}.cn/{}', 'https://{}.io/{}')).format(word_en(r, False), word_en(r, False))
    if x < .6:
        return ''.join(r.choice(SIGNS) for _ in range(r.choice((1, 1, 2))))
    if x < .68:
        return code(r)
    inner = (word_zh(r) if r.random() < .5 else r.choice(MENU2['zh'])) if lang == 'zh' else ' '.join(r.choice((word_en(r), r.choice(MENU2['en']))) for _ in range(r.choice((1, 2))))
    if x < .92:
        a, b = r.choice(QUOTES)
        return a + inner + b
    return inner


def listing(r, lang):
    """Three to eight things in a row."""
    pool = r.choice((PROD, CITY, CITY, PAY, CARRIER))[lang]
    items = [x if r.random() < .85 else (word_zh(r) if lang == 'zh' else word_en(r)) for x in r.sample(pool, min(len(pool), r.randint(3, 8)))]
    if lang == 'zh':
        return '、'.join(items) + r.choice(('', '', '等', '等地', f'等{r.randint(5, 60)}个'))
    return ', '.join(items[:-1]) + r.choice((' and ', ' or ', ', and ')) + items[-1]


def roughen(r, lang, s):
    """A sentence as admins type it: other quotation marks, curly apostrophes, lists, words that come twice, and things that only copying gets right."""
    if lang == 'zh' and '「' in s and r.random() < .7:
        a, b = r.choice(QUOTES)
        s = s.replace('「', a).replace('」', b)
    if lang == 'en' and "'" in s and r.random() < .5:
        s = s.replace("'", '’')
    for _ in range(r.choice((0, 0, 1, 1, 1, 2))):
        x = r.random()
        if lang == 'en':
            words = s.split(' ')
            at = r.randrange(len(words))
            if '{' in words[at] or re.search(r'\d', words[at]):
                continue
            if x < .25:                                    # words that come again
                n = r.choice((1, 2, 2, 3))
                i = r.randrange(len(words))
                again = [w for w in words[i:i + n] if '{' not in w]
                words[at:at] = again + r.choice(([], ['and'], ['or']))
            else:
                words[at:at + r.choice((0, 1))] = [listing(r, lang) if x < .4 else strange(r, lang)]
            s = ' '.join(words)
        else:
            places = [i for i in range(1, len(s)) if '\u4e00' <= s[i - 1] <= '\u9fff' and '\u4e00' <= s[i] <= '\u9fff']
            if places:
                at = r.choice(places)
                if x < .25:
                    i = r.choice(places)
                    new = re.sub(r'\{.*|.*\}', '', s[i:i + r.choice((2, 2, 3, 4, 6))]) + r.choice(('', '', '的', '和'))
                else:
                    new = listing(r, lang) if x < .4 else strange(r, lang)
                s = s[:at] + new + s[at + r.choice((0, 0, 1)):]
    return s
