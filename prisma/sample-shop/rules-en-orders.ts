import type { SampleRuleText } from './types'

export const ordersEn: SampleRuleText[] = [
  {
    key: 'en-order-cancel',
    question: 'How do I cancel an order?',
    variants: [
      'I changed my mind, can I cancel?',
      'ordered by mistake, please cancel it',
      'Not shipped yet and I want my money back',
      'Where is the cancel button?',
    ],
    answer:
      'If the order has not shipped, open My Orders and choose Cancel order. The money goes back the way you paid: 1 to 3 business days for WeChat Pay and Alipay, 3 to 7 for bank cards. Unpaid orders close by themselves after 30 minutes. An order that has already shipped cannot be cancelled; refuse the parcel, or return it under the 7-day return policy.',
    category: 'Orders',
    tags: ['cancel', 'refund'],
  },
  {
    key: 'en-order-change',
    question: 'Can I change the colour, size or quantity after paying?',
    variants: [
      'I picked the wrong colour, can you fix it before it ships?',
      'need to swap M for L, order not sent yet',
      'Can you add one more item to my order?',
      'ordered two instead of one',
    ],
    answer:
      'You cannot edit a paid order yourself. If it has not shipped, contact us and we will switch it to another colour or size at the same price, free of charge, once per order. To change the quantity or the product, cancel the order and place it again. Once packing has started nothing can be changed, but you can exchange the item after it arrives.',
    category: 'Orders',
    tags: ['edit order', 'colour', 'size'],
  },
  {
    key: 'en-order-merge',
    question: 'Can two orders be shipped together?',
    variants: [
      'I placed two orders, can you combine them?',
      'Paid shipping twice, can you put them in one parcel and refund one?',
      'combine my orders pls',
    ],
    answer:
      'Yes, if both orders have the same recipient, address and phone number, were placed within 2 hours of each other and have not shipped. Ask us to combine them. If the combined total reaches ¥99, the shipping you paid is refunded within 2 business days after dispatch. Pre-orders, large furniture and items kept in different warehouses cannot be combined.',
    category: 'Orders',
    tags: ['combine', 'shipping'],
  },
  {
    key: 'en-stock-restock',
    question: 'When will an out-of-stock item be available again?',
    variants: [
      'The colour I want is sold out, will you restock?',
      'Can you let me know when it is back in stock?',
      'when does the grey one come back',
      'Could you hold one for me?',
    ],
    answer:
      'Tap Notify me on the product page and we will text you when the item is back. Regular lines usually return in 7 to 14 days. Seasonal clothes and clearance items are not restocked once they have sold out. We cannot hold items for you before they arrive, and the price may change, so please go by the page on the day.',
    category: 'Orders',
    tags: ['stock', 'restock'],
  },
  {
    key: 'en-preorder',
    question: 'When do pre-orders ship, and is the deposit refundable?',
    variants: [
      'How long do I wait for a pre-order?',
      'I paid a deposit but no longer want it',
      'forgot to pay the balance, what now?',
      'Pre-order date has passed and nothing was sent',
    ],
    answer:
      'Pre-orders ship on the date shown on the product page. The deposit is 20% of the price, and the balance is due within 48 hours of our notice. If you cancel for personal reasons or miss the balance, the deposit is not refunded. If we ship more than 7 days after the stated date, you may cancel and get the deposit and the balance back in full.',
    category: 'Orders',
    tags: ['pre-order', 'deposit'],
  },
  {
    key: 'en-gift-wrap',
    question: 'Do you offer gift wrapping?',
    variants: [
      'It is a present, can you wrap it?',
      'Can I add a card with a message and what does it cost?',
      'sending straight to a friend, please no price in the box',
    ],
    answer:
      'Yes. Tick Gift wrap at checkout: ¥15 per order for a gift box, a ribbon and a handwritten card of up to 60 characters, which you can type in the order note. Gift parcels contain no price slip, and dispatch takes 1 day longer. Large furniture and items over 5 kg cannot be wrapped.',
    category: 'Orders',
    tags: ['gift', 'card'],
  },
  {
    key: 'en-store-pickup',
    question: 'Can I pick up my order in a store?',
    variants: [
      'Do you have a physical shop where I can collect?',
      'How long until my pickup is ready?',
      'Can my husband collect the order for me?',
      'how many days do you keep it at the store',
    ],
    answer:
      'Yes. Choose Store pickup at checkout; our shops in Shanghai (Xuhui) and Hangzhou (West Lake) take part and open daily from 10:00 to 21:00. Orders are ready in about 2 hours, and we text you a pickup code. Anyone who has the code may collect. We keep the order for 5 days, then cancel and refund it automatically.',
    category: 'Orders',
    tags: ['pickup', 'store'],
  },
  {
    key: 'en-bulk-order',
    question: 'Is there a discount for bulk or company orders?',
    variants: [
      'We need 50 power banks for our staff, is there a better price?',
      'Do you do corporate pricing?',
      'who do I ask for a quote',
      'cheaper if I buy a lot?',
    ],
    answer:
      'Yes. Buying 20 or more of one product in a single order takes 5% off, and 100 or more takes 10% off. We can issue a VAT special invoice and ship to several addresses. Tell us the product, quantity, destination city and a contact person, and our corporate desk will send a quote within 1 business day. Bulk prices do not combine with coupons or member discounts.',
    category: 'Orders',
    tags: ['bulk', 'corporate'],
  },
]
