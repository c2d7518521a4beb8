import type { SampleRuleText } from './types'

export const moneyEn: SampleRuleText[] = [
  {
    key: 'en-refund-time',
    question: 'When will I get my refund?',
    variants: [
      'You received my return, where is my money?',
      'It says refunded but nothing is in my account',
      'how long does a refund to a bank card take',
      'still waiting for my refund',
    ],
    answer:
      'When the return reaches our warehouse we inspect it and issue the refund within 48 hours, the way you paid: 1 to 3 business days for WeChat Pay and Alipay, 3 to 7 for bank cards. Orders cancelled before dispatch are refunded at once. If the money is not there by then, send us the order number and we will look up the refund reference for you.',
    category: 'Refunds',
    tags: ['refund', 'time'],
  },
  {
    key: 'en-refund-partial',
    question: 'I used a coupon and return one item only. How much do I get back?',
    variants: [
      'Why was I refunded less than the price?',
      'How is a partial refund calculated?',
      'returning one of two items, will i be charged shipping again',
      'Do I lose my discount if I return part of the order?',
    ],
    answer:
      'The discount is spread over the items in proportion to their prices, and you get back what you actually paid for the item. Example: on a ¥200 order with a ¥20 coupon, returning a ¥100 item gives you ¥90. If the rest falls below ¥99 we do not charge shipping afterwards. With a partial return the coupon itself is not given back.',
    category: 'Refunds',
    tags: ['refund', 'partial', 'coupon'],
  },
  {
    key: 'en-refund-account',
    question: 'Can the refund go to a different account?',
    variants: ['The card I paid with is closed', 'A friend paid for me, can you refund me instead?', 'can i get it in cash'],
    answer:
      'Refunds only go back to the account that paid; if somebody paid for you, to that person. If the bank card has been closed, send us the order number, the bank’s proof of closure and a new card number in your own name, and finance will transfer the money within 5 business days. We never ask for codes or passwords by phone or text.',
    category: 'Refunds',
    tags: ['refund', 'account'],
  },
  {
    key: 'en-payment-methods',
    question: 'Which payment methods do you accept?',
    variants: ['Can I pay cash on delivery?', 'Do you take foreign credit cards?', 'visa ok?', 'Can our company pay by bank transfer?'],
    answer:
      'We accept WeChat Pay, Alipay, UnionPay cards and Cloud QuickPass; overseas orders can also be paid by Visa or Mastercard at that day’s exchange rate. There is no cash on delivery. Companies may pay by bank transfer from ¥5000, and we ship when the money has arrived. Orders not paid within 30 minutes close by themselves.',
    category: 'Payment',
    tags: ['payment'],
  },
  {
    key: 'en-payment-double',
    question: 'I was charged twice for one order. What should I do?',
    variants: [
      'Double charge on my card',
      'I bought one and paid for two',
      'will the extra payment be refunded',
      'The page froze and I ended up paying twice',
    ],
    answer:
      'Double payments are found automatically. The refund of the extra charge starts within 24 hours, with nothing for you to do, and arrives in 1 to 3 business days for WeChat Pay and Alipay, 3 to 7 for bank cards. If it has not come by then, send us the order number and screenshots of both charges; finance will check within 1 business day.',
    category: 'Payment',
    tags: ['double charge', 'refund'],
  },
  {
    key: 'en-payment-pending',
    question: 'I have been charged, but the order still says unpaid. What now?',
    variants: [
      'Money taken but order not confirmed',
      'my bank shows the payment, your site says awaiting payment',
      'Paid and then the order disappeared',
    ],
    answer:
      'Payment results sometimes come late: wait 10 minutes, refresh the order, and do not pay again meanwhile. If the order closes unpaid after 30 minutes, the money returns by itself, in 1 to 3 business days for WeChat Pay and Alipay, 3 to 7 for bank cards. Once the order has closed you can place it again.',
    category: 'Payment',
    tags: ['payment', 'pending'],
  },
  {
    key: 'en-payment-failed',
    question: 'My payment keeps failing. What can I do?',
    variants: ['Card declined at checkout', 'payment error every time', 'I cannot pay for my order', 'It says payment failed, try again'],
    answer:
      'The usual causes are a low balance, your bank’s limit for one payment, a phone number that differs from the one the bank has, or a lost connection. Try another card or method. The order is held for 30 minutes, then it closes. After 5 failures in a row payment pauses for 1 hour and comes back by itself. If it still fails, send us a screenshot.',
    category: 'Payment',
    tags: ['payment', 'declined'],
  },
  {
    key: 'en-payment-instalments',
    question: 'Can I pay in instalments?',
    variants: [
      'Do you offer monthly payments?',
      'Is there a fee for instalments?',
      'whats the minimum for installments',
      'Can I split it over 12 months by credit card?',
    ],
    answer:
      'Yes, for orders of ¥600 or more, with Huabei or a credit card that supports it, over 3, 6 or 12 months. With 3 months there is no fee; for 6 and 12 the provider charges a fee, shown before you pay. Pre-order deposits and bank transfers cannot be split. If you return the order, the plan is cancelled; fees already charged follow the provider’s terms.',
    category: 'Payment',
    tags: ['instalments', 'fee'],
  },
  {
    key: 'en-price-protection',
    question: 'The price dropped right after I bought it. Can I get the difference back?',
    variants: [
      'Do you do price matching with your own sale?',
      'It is ¥30 cheaper today than yesterday',
      'price adjustment please',
      'How do I claim price protection?',
    ],
    answer:
      'Yes. If the listed price of the same product in the same version drops within 7 days of your payment, claim it under Price protection in My Orders, once per order, and we return the difference the way you paid. Flash sales, livestream prices, coupons and free gifts do not count, nor do orders for which you have requested a return.',
    category: 'Payment',
    tags: ['price protection'],
  },
  {
    key: 'en-invoice-how',
    question: 'How do I get an invoice?',
    variants: [
      'I need an e-fapiao for my company',
      'Where can I download the invoice?',
      'can i still get an invoice for an old order',
      'Can I claim expenses with your electronic invoice?',
    ],
    answer:
      'Within 180 days of delivery, choose Request invoice in My Orders and enter the title and your e-mail address; a company title needs the tax number as well. The electronic invoice (fapiao) arrives within 24 hours, is as valid as paper and can be used for expense claims. It shows the amount actually paid, without what coupons or points covered.',
    category: 'Invoices',
    tags: ['invoice', 'fapiao'],
  },
  {
    key: 'en-invoice-title',
    question: 'The title or tax number on my invoice is wrong. Can it be reissued?',
    variants: [
      'Wrong company name on the fapiao',
      'tax id has a typo on the invoice',
      'It was issued to me personally, it should be my company',
      'Please correct my invoice',
    ],
    answer:
      'Yes, within 30 days of issue. Open Invoice details, choose Reissue and enter the right title and tax number; each invoice can be reissued once. The old one is cancelled automatically and the new one reaches your e-mail within 3 business days. If it has already been claimed as an expense, please ask your finance team first.',
    category: 'Invoices',
    tags: ['invoice', 'correction'],
  },
  {
    key: 'en-invoice-special',
    question: 'Can you issue a VAT special invoice?',
    variants: [
      'We need a special fapiao to deduct VAT',
      'What details do you need for a special VAT invoice?',
      'how long does the vat special invoice take',
    ],
    answer:
      'Yes, for companies. Under Request invoice choose Special invoice and give the company name, tax number, registered address and phone, bank and account. The first request is reviewed in 1 to 2 business days; the electronic special invoice follows by e-mail within 5 business days. Private persons cannot have one, and an ordinary invoice already issued must be cancelled first.',
    category: 'Invoices',
    tags: ['invoice', 'VAT'],
  },
  {
    key: 'en-coupon-unusable',
    question: 'Why can I not use my coupon?',
    variants: [
      'Coupon code not working',
      'My ¥30 off coupon is greyed out',
      'can i stack coupons',
      'My coupon expired, can I have a new one?',
    ],
    answer:
      'Please check the validity dates, the products it covers, the minimum amount, and that you are signed in to the account that received it. An order takes one coupon, which combines with the shop’s own spend-and-save offers but not with member discounts or bulk prices: choose one at checkout. Deposits, clearance and flash sales are excluded. Expired coupons cannot be reissued or extended.',
    category: 'Coupons and points',
    tags: ['coupon'],
  },
  {
    key: 'en-coupon-return',
    question: 'Do I get my coupon back after a refund?',
    variants: [
      'I cancelled and my coupon is gone',
      'Will the voucher be returned if I send everything back?',
      'coupon expired while waiting for the refund',
    ],
    answer:
      'If the whole order is cancelled or refunded, a coupon that is still valid is back in your account within 1 hour of the refund, with its dates unchanged; an expired one is not replaced. If you return only part of the order, the coupon is not given back, because its value was spread over all items. Points you spent come back in proportion to the refund.',
    category: 'Coupons and points',
    tags: ['coupon', 'refund'],
  },
  {
    key: 'en-points',
    question: 'How do I use my points, and do they expire?',
    variants: ['What are points worth?', 'Where did my points go?', 'can i give my points to my sister', 'When do reward points run out?'],
    answer:
      'You earn 1 point for every ¥1 paid, credited when you confirm receipt. At checkout 100 points take ¥1 off, up to 20% of the order. Points are valid until December 31 of the following year and then lapse. If you return an order, the points it earned are taken back. Points cannot be paid out in cash or passed to anyone else.',
    category: 'Coupons and points',
    tags: ['points'],
  },
]
