import { describe, expect, test } from 'vitest'
import { isChineseId, isLuhn } from '@/lib/suggestions/personal-data/checksums'
import { hasPersonalData, maskPersonalData, unmask } from '@/lib/suggestions/personal-data/mask-personal-data'

describe('personal data becomes a placeholder', () => {
  test.each<[text: string, masked: string]>([
    ['我的手机号是13812345678，请回电', '我的手机号是【手机号1】，请回电'],
    ['打 138-1234-5678 或 +86 139 8765 4321', '打 【手机号1】 或 【手机号2】'],
    ['电话：０１３８１２３４５６７８不对，是１３８１２３４５６７８', '电话：【手机号1】不对，是【手机号2】'],
    ['座机 010-88886666 转', '座机 【手机号1】 转'],
    ['Call me at (415) 555-2671 please', 'Call me at 【phone1】 please'],
    ['my number is +44 20 7946 0958', 'my number is 【phone1】'],
    ['text 07700 900123', 'text 【phone1】'],
    ['发到 zhang.wei+shop@example.com.cn 谢谢', '发到 【邮箱1】 谢谢'],
    ['Write to ann@example.com or ann@example.com', 'Write to 【email1】 or 【email1】'],
    ['身份证 11010519491231002X 可以吗', '身份证 【身份证号1】 可以吗'],
    ['11010519491231002X', '【身份证号1】'],
    ['银行卡 6222 0212 3456 7894 没收到退款', '银行卡 【银行卡号1】 没收到退款'],
    ['card number 4111 1111 1111 1111 was charged', 'card number 【card1】 was charged'],
    ['订单号：20261120123456 还没发货', '订单号：【订单号1】 还没发货'],
    ['订单DD20261118001什么时候发', '订单【订单号1】什么时候发'],
    ['3345678901234567891 这个订单', '【订单号1】 这个订单'],
    ['Order #10482 has not arrived', 'Order #【order1】 has not arrived'],
    ['my order number is A-1029-77', 'my order number is 【order1】'],
    ['Where is order 8841223?', 'Where is order 【order1】?'],
    ['快递单号 SF1234567890123 三天没动', '快递单号 【快递单号1】 三天没动'],
    ['YT8812345678901 停滞', '【快递单号1】 停滞'],
    ['UPS says 1Z999AA10123456784 is lost', 'UPS says 【tracking1】 is lost'],
    ['RR123456789CN stuck in customs', '【tracking1】 stuck in customs'],
    ['地址改成浙江省杭州市西湖区文三路478号5栋302室，谢谢', '地址改成【地址1】，谢谢'],
    ['我住在上海市浦东新区世纪大道100号', '我住在【地址1】'],
    ['请寄到朝阳区建国路88号', '请寄到【地址1】'],
    ['Ship it to 221B Baker Street, London', 'Ship it to 【address1】'],
    ['I moved to 1600 Pennsylvania Ave, Apt 4, Washington, DC 20500.', 'I moved to 【address1】.'],
    ['我叫张伟，买了耳机', '我叫【姓名1】，买了耳机'],
    ['我叫王小明想退货', '我叫【姓名1】想退货'],
    ['收件人：欧阳娜娜 电话13900001111', '收件人：【姓名1】 电话【手机号1】'],
    ['收货信息：吴倩，13900001111', '收货信息：【姓名1】，【手机号1】'],
    ['我是李雷，上次咨询过', '我是【姓名1】，上次咨询过'],
    ['My name is Ann Lee and my lamp broke', 'My name is 【name1】 and my lamp broke'],
    ['This is John Smith, I called yesterday', 'This is 【name1】, I called yesterday'],
    ['see https://shop.example/reset?token=abc123', 'see 【link1】'],
    ['从 203.0.113.7 登录', '从 【IP1】 登录'],
    ['我的密码是abc12345登录不了', '我的密码是【密码1】登录不了'],
    ['微信号：zhang_wei88', '微信号：【账号1】'],
  ])('%s', (text, masked) => {
    expect(maskPersonalData(text).masked).toBe(masked)
    expect(hasPersonalData(text)).toBe(true)
  })
})

describe('what a ticket is about stays', () => {
  test.each([
    '我花了1299元，便宜了200块',
    '满1000000元减10%，￥12345678 可分期',
    '7天无理由退货，15个工作日到账',
    '2026年11月20日下午3点，2026-11-20，20261120',
    '买了20000件，每件0.5kg',
    '耳机WH-1000XM5，手机 iPhone 15 Pro Max 256GB',
    '型号：SM20240815',
    '客服电话400-820-8820打不通',
    '我是会员，我是新用户，我是金卡会员',
    '我叫你们退款',
    '我是想问怎么退货',
    '我在南京路附近，寄到上海市要几天',
    '北京市和上海市的运费',
    '密码是什么？密码忘了',
    '固件版本 1.2.3.4',
    '新密码为8至20位，须含字母',
    '[1] 和 [2] 有什么区别',
    '9:00-18:00 营业，比例 16:9',
    'The price is $1,299.00, down from 1499 USD',
    'I want to order 20000 units in 14 days',
    'order 2 lamps; I ordered 3 on 2026-11-20',
    'It is 10 000 mAh and 1920x1080',
    'I am Very Upset',
    "I'm Still Waiting",
    'see https://shop.example/products/lamp-42?colour=blue',
    'Your hotline 800-555-0199 is busy',
    'Is the 3rd one free? 100% sure?',
    'version 10.0.0.1 of the firmware 10.2',
    '',
  ])('%s', (text) => {
    expect(maskPersonalData(text)).toEqual({ masked: text, found: [] })
    expect(hasPersonalData(text)).toBe(false)
  })
})

test('one value has one placeholder, over several texts of a ticket too', () => {
  const first = maskPersonalData('我的手机13812345678', { language: 'zh' })
  const second = maskPersonalData('不是13812345678，是13900001111', { language: 'zh', known: first.found })
  expect(second.masked).toBe('不是【手机号1】，是【手机号2】')
  expect(second.found.map((data) => data.value)).toEqual(['13812345678', '13900001111'])
})

test('the composer gets the values back, and only those', () => {
  const { masked, found } = maskPersonalData('订单号 20261120123456，电话 13812345678')
  expect(unmask(`您好，【订单号1】已发货。[1]【手机号9】`, found)).toBe('您好，20261120123456已发货。[1]【手机号9】')
  expect(unmask(masked, found)).toBe('订单号 20261120123456，电话 13812345678')
})

test('what a rule says publicly is nobody’s', () => {
  expect(hasPersonalData('请写信到 care@shop.example', '客服邮箱care@shop.example，电话400-820-8820')).toBe(false)
  expect(hasPersonalData('请写信到 ann@shop.example', '客服邮箱care@shop.example')).toBe(true)
})

test.each([
  ['11010519491231002X', true],
  ['110105194912310021', false],
  ['11010519491331002X', false],
])('identity number %s: %s', (id, isValid) => {
  expect(isChineseId(id)).toBe(isValid)
})

test.each([
  ['4111111111111111', true],
  ['4111111111111112', false],
  ['', false],
])('Luhn of %j: %s', (digits, isValid) => {
  expect(isLuhn(digits)).toBe(isValid)
})

test.each(['1', 'a', '1 ', '路', '号', '市', '1路', 'a@', 'a.', '1.', '+1 ', 'A1', 'Ab ', '地址', '我叫', 'http://', '0:', '１', 'a-'])(
  '500 KB of %j is masked to its end',
  (part) => {
    // With the square of its length this would outlast the limit of a test many times over.
    expect(maskPersonalData(part.repeat(500_000 / part.length)).masked).not.toBe('')
  },
)
