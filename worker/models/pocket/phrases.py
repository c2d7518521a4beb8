"""How customers ask and how system prompts are worded: synthetic rules, greetings, complaints, synonyms, typos."""
import re

from slots import PROD, cap, code, fill, noun, word_en, word_zh

SYN = {
    'zh': ['{W}需在{h}小时内{V}', '{W}的{X}为{fee}', '每个{W}最多{V}{n}次', '{u}可凭{W}{V}{X}', '{W}{V}后{d}天内有效', '超过{amt}的{W}需{V}', '{W}仅限{city}地区{V}', '{V}{W}需支付{fee}', '{date}起{W}停止{V}', '{X}由{W}负责，{n}个工作日内完成', '未{V}{W}的，扣除{pct}', '{W}每{n}天{V}一次', '{W}支持{X}和{X}', '{u}{V}{W}时请出示{X}', '{W}的{X}不低于{pct}', '{W}请联系{phone}', '{V}{X}前需先{V}{W}', '{W}开放时间{hours}', '{W}满{N}可{V}{X}', '{W}不包含{X}', '如需{V}{W}，请提前{d}天{V}', '{W}与{X}不可同时{V}', '{W}编号为{tag}', '{n}人以上可{V}{W}', '{W}{V}失败时，{X}在{h}小时内恢复', '{X}位于{city}{W}'],
    'en': ['{W} must be {V} within {h} hours', 'The {X} for {W} is {fee}', 'Each {W} can be {V} {n} times', '{u} can get {W} with a {X}', '{W} is valid for {d} days', '{W} above {amt} must be {V}', '{W} is {V} in {city} only', '{W} costs {fee} per {X}', '{W} ends on {date}', 'The {X} is handled by {W} in {n} business days', 'Without {W} we keep {pct}', '{W} is {V} every {n} days', '{W} includes a {X} and a {X}', 'Please show the {X} to get {W}', 'For {W} call {phone}', '{W} is open {hours}', '{W} needs {N} {X} units', '{W} does not include the {X}', 'To be {V}, ask for {W} {d} days ahead', '{W} has the code {tag}', 'Groups of {n} or more get {W}', 'The {X} is {V} {h} hours after {W}', '{u} need a {X} before {W} is {V}']}
VERB = {'zh': '登记 办理 审核 提交 激活 领取 更换 预约 续签 申报 检测 备案 使用 开通 转让 归还 存放 参加 兑换 打印 借用 清点 充值 报名'.split(),
        'en': 'checked approved returned renewed booked opened closed cleaned tested printed moved shared stored paid signed reviewed used'.split()}
XN = {'zh': '押金 证件 费用 名额 额度 数量 凭证 资料 回执 标签 场地 工具 设备 期限 车位 钥匙 胸卡 餐券 手册 仓位 服务费 检测费 管理费 学员证'.split(),
      'en': 'deposit badge form label key card ticket tool locker permit report manual slot box bag receipt token pass'.split()}
SUF = {'zh': ['规则', '说明', '政策', '办法', '须知', '流程', '标准', '服务', '规定', '管理', '', '安排'],
       'en': [' rules', ' policy', ' guide', '', ' service', ' terms', ' fees', ' process']}
QGEN = {'zh': ['{W}怎么{V}', '请问{W}是怎么规定的', '想了解一下{W}', '{W}有什么要求', '关于{W}我想问一下', '{W}是什么情况', '我想办{W}', '{W}怎么弄', '能不能介绍下{W}', '{W}的规定是什么', '我要用{W}', '{W}可以吗', '你们有{W}吗', '{W}该找谁', '帮我看看{W}', '{W}为什么不行', '需要{W}怎么办', '{prod}能办{W}吗', '{W}'],
        'en': ['What about {W}?', 'How does {W} work?', 'Can you tell me about {W}?', 'I have a question about {W}', 'I need {W}', 'What are the rules for {W}?', 'Do you have {W}?', 'Is {W} possible?', 'How do I get {W}?', 'tell me more about {W}', 'Can I use {W} for my {prod}?', '{W}?', 'Why does {W} not work?', 'Who handles {W}?']}
QASP = {'zh': ['{K}呢', '{K}是多少', '请问{K}怎么规定', '{K}有要求吗', '想问下{K}', '那{K}怎么算', '{K}什么情况'],
        'en': ['What about the {K}?', 'And the {K}?', 'How is the {K} handled?', 'I mean the {K}', 'Tell me about the {K}']}


def keyword(r, lang):
    x = r.random()
    if lang == 'zh':
        if x < .45:
            return word_zh(r)
        if x < .7:
            return r.choice(PROD['zh']) + r.choice(VERB['zh'])
        if x < .9:
            return word_zh(r)[:2] + r.choice(XN['zh'])
        return code(r)
    if x < .4:
        return word_en(r)
    if x < .7:
        return word_en(r) + ' ' + r.choice(XN['en'])
    if x < .9:
        return r.choice(PROD['en']) + ' ' + r.choice(XN['en'])
    return code(r)


def syn_clause(r, lang, kw):
    t = r.choice(SYN[lang])
    t = t.replace('{W}', kw)
    t = re.sub(r'\{V\}', lambda m: r.choice(VERB[lang]), t)
    t = re.sub(r'\{X\}', lambda m: r.choice(XN[lang]), t)
    t = fill(r, lang, t)
    return t if lang == 'zh' else cap(t)


# questions made of words of the rule itself: K is a piece of one sentence or of the title
QLEX = {'zh': ['{K}吗', '{K}怎么办', '请问{K}', '{K}多久', '我想问{K}', '可以{K}吗', '{K}要多少钱', '为什么{K}', '{K}的时候怎么办', '{K}怎么弄', '{K}是怎么回事', '我要{K}', '关于{K}', '{K}能行吗', '{K}有规定吗', '听说{K}是吗', '想{K}该怎么做', '{prod}{K}吗', '{K}', '{K}可以转给别人吗', '{K}收费吗', '{K}几天', '能不能{K}', '{K}有什么要求'],
        'en': ['What about {K}?', 'Question about {K}', 'Can I {K}?', 'I have a problem with {K}', 'Is there anything on {K}?', 'How does {K} work?', '{K}?', 'How much for {K}?', 'Why {K}?', 'How long for {K}?', 'Do you have {K}?', 'Is {K} allowed?', 'I need {K}', 'Tell me about {K}', 'I bought a {prod}, what about {K}?', 'When {K}?', 'Do I need {K}?', 'Is there a fee for {K}?']}
STOP = set('the and for are with that this from after before within into your their they have will has can must per each only not you orders order under above below more than when which until also over take takes them then its were was does cost costs'.split())


def piece(r, lang, text):
    """A run of content words of a text, or None."""
    if lang == 'zh':
        runs = [x for x in re.findall(r'[\u4e00-\u9fff]+', text.replace('{u}', ' ')) if len(x) >= 2]
        if not runs:
            return None
        x = r.choice(runs)
        n = min(len(x), r.choice((2, 2, 3, 4, 4, 5, 6)))
        i = r.choice((0, len(x) - n, r.randint(0, len(x) - n)))
        k = x[i:i + n]
        if r.random() < .25 and len(runs) > 1:
            y = r.choice(runs)
            k = k + r.choice(('的', '', '')) + y[:r.choice((2, 3, 4))]
        return k
    words = [w for w in re.findall(r'[A-Za-z]+', re.sub(r'\{[up]\}', '', text)) if len(w) > 3 and w.lower() not in STOP]
    if not words:
        return None
    k = r.sample(words, min(len(words), r.choice((1, 2, 2, 3))))
    return r.choice((' ', ' ', ' and ')).join(w.lower() if r.random() < .8 else w for w in k)


# ---------------------------------------------------------------- questions

PRE = {'zh': ['你好，', '您好，', '请问', '在吗，', '亲，', '客服你好，', '麻烦问下，', '哈喽，', '想问一下，', '打扰一下，', '老板，', '咨询一下，', '你好！', '您好！请问', '有人吗，', 'hi，'],
       'en': ['Hi, ', 'Hello, ', 'Hey, ', 'Good morning, ', 'Hi there, ', 'Excuse me, ', 'Dear support, ', 'Quick question: ', 'Hello! ', 'hi ']}
CTX = {'zh': ['我上周买的{prod}，', '订单号{order}，', '我叫{name}，', '我在{city}，', '我买了{n}天了，', '我是老顾客了，', '我前天下的单，', '我在你们店买了{prod}，', '订单{order}。', '双十一买的{prod}，', '我是{mem}，', '朋友送我的{prod}，', '我急着用，', '昨天{t}下的单，'],
       'en': ['I bought a {prod} last week. ', 'My order is {order}. ', 'My name is {name}. ', 'I live in {city}. ', "It's been {n} days. ", 'I am a regular customer. ', 'I ordered a {prod} on {date}. ', 'Order {order}: ', 'I am a {mem} member. ', 'A friend gave me the {prod}. ']}
MAD = {'zh': ['太慢了吧，', '气死我了，', '什么破服务，', '等了好久了，', '很失望，', '你们怎么回事，', '体验太差了，', '我很生气，', '真的无语，', '都第{n}次了，', '太让人失望了，', '再也不来了，', '烦死了，'],
       'en': ['This is ridiculous. ', 'I am very upset. ', 'Terrible service. ', 'I have been waiting forever. ', 'So disappointed. ', 'This is the {n}th time! ', 'What is wrong with you? ', 'I am angry. ', 'Unbelievable. ', 'Very bad experience. ']}
POST = {'zh': ['，谢谢', '，麻烦了', '，急', '，在线等', '，快点回复', '谢谢啦', '，求回复', '，谢谢您', '呢', '呀', '啊'],
        'en': [' Thanks', ' Thank you!', ' Please help.', ' asap', ' Please reply soon.', ' thx', ' Thanks in advance.']}
CHAT = {'zh': ['你好', '在吗', '您好', '有人吗', '客服在吗', '你好呀', '哈喽', '早上好', '晚上好', '在不在'],
        'en': ['Hi', 'Hello', 'Hello there', 'Anyone there?', 'Good morning', 'hey', 'Are you there?', 'Good evening']}
OFF = {'zh': ['今天天气怎么样', '你是谁', '讲个笑话', '帮我写首诗', '一加一等于几', '推荐一部电影', '股票能买吗', '你会唱歌吗', '怎么做红烧肉', '明天会下雨吗', '你们老板是谁', '你是机器人吗', '帮我翻译一句话', '附近有什么好吃的', '世界杯谁赢了', '怎么减肥', '能借我点钱吗', '你喜欢什么颜色', '给我写个代码', '地球有多大'],
       'en': ['What is the weather today?', 'Who are you?', 'Tell me a joke', 'Write me a poem', 'What is two plus two?', 'Recommend a film', 'Should I buy stocks?', 'Can you sing?', 'How do I cook rice?', 'Who won the match?', 'Are you a robot?', 'Translate this for me', 'Where can I eat nearby?', 'How do I lose weight?', 'Can you lend me money?', 'What is your favourite colour?', 'Write some code', 'How big is the earth?']}


# synonyms: [words that mean the same]; a word found in the text may become another
SYN_Q = {'zh': [x.split() for x in ['怎么办 咋办 如何处理 怎么处理 怎么解决', '怎么 如何 咋 怎样 咋样', '多久 多长时间 几天 多少天', '什么时候 啥时候 何时 几时 什么时间', '可以 能 能不能 可不可以 能否', '为什么 为啥 为何', '多少钱 什么价 价格多少 啥价', '快递 包裹 物流 件', '收到 拿到 收着', '我的 我 俺的', '想要 想 打算 准备', '没有 没', '不能 不可以 没法 无法', '联系 找 联络', '什么 啥 哪些', '你们 贵店 你家 咱家', '退货 退掉 退回去 退', '退款 退钱 把钱退我', '付款 付钱 支付', '东西 商品 货 宝贝', '帮我 麻烦帮我 请帮我 给我', '账号 账户 号', '坏了 出问题了 出故障了 不好使了', '修改 改 更改', '取消 撤销 退掉', '便宜 优惠 划算', '一直 老是 总是', '下单 拍下 购买']],
         'en': [['How do I', 'How can I', 'How to', "What's the way to", 'how do i'], ['Can I', 'Could I', 'May I', 'Is it possible to', 'Am I able to'], ['I want to', "I'd like to", 'I would like to', 'I need to', 'I wanna'], ['parcel', 'package', 'order', 'shipment'], ['How long', 'How many days', 'how long'], ['How much', 'What', 'how much'], ['When will', 'when will', 'What time will'], ['Do you', 'do you guys', 'Do you', 'does your shop'], ["can't", 'cannot', 'can not', 'am unable to'], ['my', 'my', 'the'], ['refund', 'money back', 'reimbursement'], ['buy', 'purchase', 'order'], ['broken', 'damaged', 'not working'], ['cancel', 'call off', 'undo'], ['change', 'update', 'modify', 'edit'], ['send', 'ship', 'post'], ['get', 'receive', 'obtain'], ['Why', 'why', 'How come'], ['Where', 'where'], ['cost', 'price'], ['help', 'assist']]}
SYN_R = {'zh': [x.split() for x in ['需在 须在 应在 请在', '可在 可以在 能在', '联系客服 联系在线客服 联系人工客服 咨询客服', '收取 需支付 另收', '免费 不收费 无需付费', '审核 审批 核实', '不支持 暂不支持 不提供', '商家承担 本店承担 卖家承担 我们承担', '退回 返还 退还', '提交 发起 填写', '申请 申办', '短信通知 电话通知 邮件通知', '预计 大约 约', '商品 产品 货品', '订单 购买记录', '签收后 收货后 确认收货后', '付款后 支付后 下单后', '小时内 个小时内', '个工作日 个自然日', '补偿 赔付 赔偿']],
         'en': [['within', 'in', 'no later than'], ['business days', 'working days'], ['free of charge', 'at no cost', 'for free'], ['must be', 'has to be', 'needs to be'], ['costs', 'is priced at'], ['parcel', 'package', 'shipment'], ['refund', 'repayment'], ['contact us', 'write to us', 'message our team'], ['orders', 'purchases'], ['item', 'product', 'article'], ['can be', 'may be'], ['delivery', 'receipt'], ['are refunded', 'are paid back'], ['is kept', 'is withheld'], ['ship', 'are sent'], ['photos', 'pictures'], ['takes', 'needs'], ['extra', 'additional']]}


def vary(r, s, table, p):
    """Swap words for synonyms, each group with probability p."""
    for g in table:
        if r.random() < p:
            for w in g[:2] if ord(g[0][0]) > 127 else g[:1]:
                i = s.find(w)
                if i >= 0 and '{' not in w and (s[max(0, i - 1):i].isalpha() is False or ord(w[0]) > 127) and (ord(w[0]) > 127 or not s[i + len(w):i + len(w) + 1].isalpha()):
                    s = s[:i] + r.choice(g) + s[i + len(w):]
                    break
    return s


def typo(r, s, lang):
    if len(s) < 5:
        return s
    i = r.randrange(1, len(s) - 2)
    if s[i].isdigit() or s[i + 1].isdigit():
        return s
    x = r.random()
    if x < .4:
        return s[:i] + s[i + 1] + s[i] + s[i + 2:]
    if x < .7:
        return s[:i] + s[i + 1:]
    return s[:i] + s[i] + s[i:]


def dress(r, lang, q, shared=None):
    """Decorate a question; returns (text, angry)."""
    angry = False
    if r.random() < .6:
        q = vary(r, q, SYN_Q[lang], .5)
    q = fill(r, lang, q, '用户' if lang == 'zh' else 'customers', shared)
    if r.random() < .06:
        q = typo(r, q, lang)
    if lang == 'en' and r.random() < .2:
        q = q.lower()
    if r.random() < .22:
        q = fill(r, lang, r.choice(CTX[lang]), None, shared if r.random() < .5 else None) + q
    x = r.random()
    if x < .28:
        q = r.choice(PRE[lang]) + q
    elif x < .40:
        q = fill(r, lang, r.choice(MAD[lang])) + q
        angry = True
    y = r.random()
    if lang == 'zh':
        if y < .18:
            q = q.rstrip('？') + r.choice(POST['zh']) + r.choice(('', '？', '！'))
        elif y < .7:
            q += r.choice(('？', '？', '?', '。', '！', '??'))
    elif y < .15:
        q += ('' if q[-1] in '?.!' else '.') + r.choice(POST['en'])
    elif y < .4 and q[-1] not in '?.!':
        q += r.choice(('?', '.', '!', '??'))
    return q, angry


# ---------------------------------------------------------------- system prompts

CLOSE = {'zh': ['如有其他问题欢迎继续咨询。', '如有疑问请随时联系我们。', '祝您生活愉快。', '感谢您的支持。', '还有其他问题可以随时问我。', '祝您购物愉快。', '期待再次为您服务。', '如需帮助请随时留言。', '感谢您的理解。', '欢迎随时咨询。', '很高兴为您服务。', '有问题随时找我们。'],
         'en': ['Feel free to ask if you have any other questions.', 'Have a nice day.', 'We are happy to help any time.', 'Thank you for your patience.', 'Please let us know if you need anything else.', 'Thanks for contacting us.', 'We look forward to serving you again.', 'Just reply here if you need more help.', 'Thank you for your trust.']}

def system_prompt(r, lang):
    """-> (text, closing sentence or '')"""
    if r.random() < .06:
        return '', ''
    close = CLOSE[lang][0] if r.random() < .5 else r.choice(CLOSE[lang])
    if r.random() < .08:
        close = ''
    if lang == 'zh':
        role = r.choice(('你是一名', '你是', '你现在是', '您是一位', '请扮演')) + r.choice(('电商平台的', '网店的', '公司的', '本店的', '平台', '我们公司的', '软件服务商的', '', word_zh(r) + '商城的', word_zh(r) + '的')) + r.choice(('专业客服助手', '客服', '客服助手', '客服专员', '售后客服', '智能客服', '在线客服'))
        task = r.choice(('，请根据以下规则回复用户。', '，请根据规则回答用户问题。', '，根据提供的规则回复客户。', '，请依据相关规则作答。', '。请按照下面的规则回复用户。', '，负责回答用户的问题。'))
        reqs = [r.choice(('使用用户的语言', '用用户的语言回复', '语言与用户保持一致')),
                r.choice(('语气友好但不过分热情', '语气友好', '态度礼貌', '语气专业、亲切', '保持礼貌和耐心')),
                r.choice(('不虚构信息，不确定的内容不要回答', '不要编造信息', '不确定的内容不要回答', '只使用规则中的信息', '不知道的请转人工')),
                f'回复控制在{r.choice((50, 80, 100, 120, 150, 200))}字以内' if r.random() < .8 else '回复尽量简短']
        if r.random() < .3:
            reqs.append(r.choice(('引用规则编号', '注明所用规则的编号', '不要使用表情', '不要承诺规则以外的内容', '使用敬语')))
        if r.random() < .4:
            r.shuffle(reqs)
        reqs = [q for q in reqs if r.random() < .85]
        if close:
            a, b = r.choice(('「」', '「」', '“”', '""', '『』'))
            reqs.append(r.choice(('结尾加上', '结尾加上', '最后加上', '以此结尾：', '回复末尾写')) + a + close + b)
        s = role + task
        if reqs:
            s += r.choice(('要求：', '要求：', '注意：', '', '\n要求：', '\n')) + r.choice(('；', '；', '，', '。')).join(reqs)
            if not close and r.random() < .7:
                s += '。'
        return s, close
    role = r.choice(('You are a professional customer service assistant', 'You are a customer support agent', 'You are a helpful support assistant', 'Act as a customer service agent', 'You are a support specialist'))
    role += r.choice((' of an online shop', ' for an online store', '', ' of ' + word_en(r, True), ' for our company', ' of a software company')) + '. '
    task = r.choice(('Reply to the customer based on the rules below.', 'Answer the customer using the rules.', 'Use the given rules to answer.', 'Reply based on the rules provided.'))
    reqs = [r.choice(('use the language of the customer', "reply in the customer's language")),
            r.choice(('be friendly but not overly enthusiastic', 'be friendly', 'be polite', 'keep a professional tone')),
            r.choice(('do not make anything up and do not answer what you are not sure about', 'do not invent information', 'only use facts from the rules', 'never guess')),
            r.choice((f'keep the reply within {r.choice((50, 80, 100, 120))} words', f'max {r.choice((60, 100, 150))} words', 'keep it short'))]
    if r.random() < .4:
        r.shuffle(reqs)
    reqs = [q for q in reqs if r.random() < .85]
    if close:
        a, b = r.choice(('""', "''", '“”'))
        reqs.append(r.choice(('end with ', 'end with ', 'finish with ', 'close with ')) + a + close + b)
    if not reqs:
        return role + task, close
    s = role + task + r.choice((' Requirements: ', ' ', ' Rules of style: ', '\nRequirements: ')) + r.choice(('; ', '; ', ', ')).join(reqs)
    return (s if close else s + '.'), close

