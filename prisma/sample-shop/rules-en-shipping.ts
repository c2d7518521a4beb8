import type { SampleRuleText } from './types'

export const shippingEn: SampleRuleText[] = [
  {
    key: 'en-shipping-time',
    question: 'How soon will my order ship after I pay?',
    variants: [
      'When will you send my order?',
      'Paid yesterday and it still has not shipped',
      'why is my order still processing',
      'Do you ship on weekends?',
    ],
    answer:
      'In-stock items paid for before 16:00 leave the same day; later payments leave the next day, weekends included, and 48 hours is the most it takes. During big sales such as 618 and Singles’ Day it may take up to 72 hours. Pre-orders and custom items ship on the date shown on the product page.',
    category: 'Shipping',
    tags: ['dispatch', 'lead time'],
  },
  {
    key: 'en-shipping-cost',
    question: 'How much is shipping, and when is it free?',
    variants: [
      'Is delivery free?',
      'What do I pay for postage on one cable?',
      'how much more do i need for free shipping',
      'Is it extra to ship to Xinjiang?',
    ],
    answer:
      'Shipping is free when you pay ¥99 or more for one order; below that it costs ¥8. For Xinjiang, Tibet, Qinghai and Inner Mongolia it is free from ¥199 and ¥18 below that. Large furniture is charged by weight and region, as shown at checkout. Choosing SF Express adds ¥12 and is never free.',
    category: 'Shipping',
    tags: ['shipping fee', 'free shipping'],
  },
  {
    key: 'en-shipping-tracking',
    question: 'How do I track my parcel?',
    variants: [
      'Where is my package?',
      'It says shipped but there is no tracking info',
      'tracking hasnt moved for days',
      'The tracking number does not work',
    ],
    answer:
      'Once the order has shipped, open My Orders and choose Track parcel, or enter the tracking number from our text message on the courier’s website. A new parcel normally shows its first scan within 24 hours. If nothing has moved for more than 48 hours, send us the order number; we will ask the courier and tell you what we learn within 24 hours.',
    category: 'Shipping',
    tags: ['tracking'],
  },
  {
    key: 'en-shipping-delay',
    question: 'How long does delivery take, and what if my parcel is late?',
    variants: [
      'How many days from Shanghai to Chengdu?',
      'It has been over a week and nothing arrived',
      'my parcel is late',
      'I think my package is lost',
    ],
    answer:
      'Counted from the day after dispatch, delivery takes 1 to 2 days in Jiangsu, Zhejiang and Shanghai, 3 to 5 days elsewhere, and 5 to 8 days in Xinjiang, Tibet, Qinghai and Inner Mongolia. If it takes more than 7 days, or 10 days in those remote regions, tell us and we treat it as lost: you choose a free replacement or a full refund.',
    category: 'Shipping',
    tags: ['delivery time', 'delay', 'lost'],
  },
  {
    key: 'en-shipping-not-received',
    question: 'Tracking says delivered, but I have not received my parcel. What can I do?',
    variants: [
      'Marked as delivered but there is nothing here',
      'Courier says it was left at the door, it was not',
      'someone else signed for my parcel',
      'The pickup point does not have my parcel',
    ],
    answer:
      'Please first check the pickup point, parcel locker, reception desk and the people you live with. If it is still missing, contact us within 48 hours of the delivery scan with your order number. We ask the courier for proof of delivery and answer within 2 business days. If it was lost or misdelivered, you choose a free replacement or a full refund.',
    category: 'Shipping',
    tags: ['delivered', 'lost'],
  },
  {
    key: 'en-shipping-address',
    question: 'I entered the wrong address. Can it be changed?',
    variants: [
      'How do I change my delivery address?',
      'It has shipped already, can you send it somewhere else?',
      'typo in my phone number on the order',
      'Please deliver to my office instead',
    ],
    answer:
      'Before dispatch you can change the address yourself in My Orders, once per order. After dispatch, contact us quickly and we will ask the courier to redirect the parcel; the redirection fee of ¥10 is yours. Once the parcel is out for delivery it cannot be redirected: please refuse it, and when it is back we send it again for ¥8 shipping.',
    category: 'Shipping',
    tags: ['address', 'redirect'],
  },
  {
    key: 'en-shipping-overseas',
    question: 'Do you ship to Hong Kong, Taiwan or overseas?',
    variants: [
      'Can you deliver to Singapore?',
      'How much is international shipping?',
      'do i have to pay customs duty',
      'Can I get a power bank sent to Japan?',
      'shipping to the UK?',
    ],
    answer:
      'Yes. Hong Kong, Macau and Taiwan take 3 to 6 business days and cost ¥35 for the first kg. Japan, Singapore, the US, the UK and other countries, 12 in all, take 7 to 15 business days: ¥98 for the first kg and ¥40 for each further kg. Duties are paid by the recipient. Power banks and other lithium-battery items stay within mainland China.',
    category: 'Shipping',
    tags: ['international', 'customs'],
  },
  {
    key: 'en-shipping-courier',
    question: 'Can I choose the courier? Do you use SF Express?',
    variants: [
      'Which courier do you ship with?',
      'Can you send it by SF? I will pay the difference',
      'YTO does not deliver here, use another one',
      'is large furniture delivered to the door',
    ],
    answer:
      'Orders go with ZTO or YTO, assigned by address. For SF Express, pick SF Priority at checkout for ¥12; if you have paid and the order has not shipped, contact us and pay the difference to upgrade. Where neither ZTO nor YTO delivers, we use China Post at no extra charge. Large furniture always comes to your door by Deppon.',
    category: 'Shipping',
    tags: ['courier', 'SF Express'],
  },
  {
    key: 'en-shipping-split',
    question: 'Why did my order arrive in several parcels?',
    variants: [
      'I ordered three things and only two came',
      'Why are there two tracking numbers for one order?',
      'where is the rest of my order',
    ],
    answer:
      'Items of one order may be stored in 2 warehouses, Shanghai and Guangzhou, and leave separately. Each parcel has its own tracking number, and you can switch between them under Track parcel. You never pay extra for a split order. The parcels usually arrive 1 to 2 days apart; if something is still missing 5 days after the first delivery, contact us.',
    category: 'Shipping',
    tags: ['split order', 'missing'],
  },
]
