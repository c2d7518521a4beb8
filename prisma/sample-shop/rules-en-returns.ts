import type { SampleRuleText } from './types'

export const returnsEn: SampleRuleText[] = [
  {
    key: 'en-return-policy',
    question: 'Can I return something I do not like?',
    variants: [
      'What is your return policy?',
      'How many days do I have to return an item?',
      'I opened the box, can I still send it back?',
      'dont want it anymore',
    ],
    answer:
      'Yes, within 7 days from the day after delivery, with no reason needed, if the item is undamaged, complete with tags and accessories, and fit to be sold again. You pay the return shipping. Opening the package or trying the item on briefly is fine. Underwear, opened in-ear headphones and custom-made items are excluded.',
    category: 'Returns and exchanges',
    tags: ['return', 'policy'],
  },
  {
    key: 'en-return-exceptions',
    question: 'Which items cannot be returned?',
    variants: [
      'Can I return underwear?',
      'I unsealed the earbuds, can they go back?',
      'Is an engraved item returnable?',
      'why cant i return the clearance shirt',
    ],
    answer:
      'The 7-day return without a reason does not cover underwear, socks and other items worn next to the skin, in-ear headphones once unsealed, engraved, altered or other custom items, and anything marked Final sale. If one of these has a quality fault, you may still return or exchange it within 15 days of delivery, and we pay shipping both ways.',
    category: 'Returns and exchanges',
    tags: ['return', 'exceptions'],
  },
  {
    key: 'en-return-how',
    question: 'How do I request a return, and where do I send it?',
    variants: [
      'What are the steps to return something?',
      'What is the return address?',
      'My return was approved, what now?',
      'can you pick it up from my home',
    ],
    answer:
      'Open My Orders, choose After-sales, then Return, and tell us why; we review it within 24 hours. Once it is approved, book a courier pickup or send the item to the warehouse address shown there. Please ship within 7 days and enter the tracking number. Do not send it cash on delivery, and put a note with the order number in the parcel.',
    category: 'Returns and exchanges',
    tags: ['return', 'steps'],
  },
  {
    key: 'en-return-shipping',
    question: 'Who pays for return shipping?',
    variants: [
      'Do I have to pay to send it back?',
      'It is faulty, why should I pay postage?',
      'is the courier pickup free',
      'I paid the return postage myself, how do I claim it?',
    ],
    answer:
      'We pay both ways for quality faults, wrong items and transport damage; if you sent it yourself, keep the receipt and we reimburse up to ¥20. For a return without a reason you pay the postage; with courier pickup ¥8 is deducted from the refund. Gold members get 3 free pickups a year.',
    category: 'Returns and exchanges',
    tags: ['return', 'postage'],
  },
  {
    key: 'en-exchange-size',
    question: 'The size does not fit. Can I exchange it?',
    variants: [
      'I need one size up',
      'trousers too long, swap for a shorter pair?',
      'Do I pay shipping for a size exchange?',
      'How long does an exchange take?',
    ],
    answer:
      'Yes, within 15 days of delivery, if the item has not been worn outside or washed and still has its tags. Choose After-sales, then Exchange, in My Orders. For the first size exchange of an order we pay shipping both ways; after that it is yours. The new size leaves within 48 hours of the return reaching us; if it is sold out, you get a full refund.',
    category: 'Returns and exchanges',
    tags: ['exchange', 'size'],
  },
  {
    key: 'en-size-guide',
    question: 'Which size should I choose?',
    variants: [
      'Do your clothes run small?',
      'I am between two sizes, which one?',
      'im 170 cm and 65 kg what size',
      'Is the size chart accurate?',
    ],
    answer:
      'Each product page has a height and weight chart and flat measurements, taken by hand with a tolerance of 2 cm. Between two sizes, take the larger for a loose fit and the smaller for a close one; for coats we suggest going one size up. Pure cotton shrinks about 3% in the first wash, so leave some room. Sizes can be exchanged.',
    category: 'Returns and exchanges',
    tags: ['size', 'advice'],
  },
  {
    key: 'en-damaged',
    question: 'My item arrived damaged. What should I do?',
    variants: [
      'The courier broke it',
      'lamp shade is cracked out of the box',
      'The parcel was crushed and so was the thing inside',
      'arrived broken, how do you make it right?',
    ],
    answer:
      'Contact us within 48 hours of delivery with photos of the damage, the outer packaging and the shipping label. Within 24 hours of confirming it we send a free replacement or refund you in full, as you prefer; usually there is no need to send the damaged item back. Reported later, it must be inspected first and is handled as a fault under the 15-day rule.',
    category: 'Returns and exchanges',
    tags: ['damaged', 'replacement'],
  },
  {
    key: 'en-wrong-item',
    question: 'I received the wrong item, or something is missing. What now?',
    variants: [
      'You sent white instead of black',
      'An accessory is missing from the box',
      'this is not what i ordered',
      'The free gift was not in the parcel',
    ],
    answer:
      'Contact us within 7 days of delivery with the order number and photos of everything you received and of the shipping label. Missing items are sent within 24 hours of our check. For a wrong item we first ship the right one, then have the courier collect the other; all shipping is ours. If you would rather not wait, we refund that item.',
    category: 'Returns and exchanges',
    tags: ['wrong item', 'missing'],
  },
  {
    key: 'en-quality-replace',
    question: 'It broke after a few days. Can I get a new one?',
    variants: [
      'Stopped charging after a week',
      'The item is faulty, can I get my money back?',
      'cable came apart after three days',
      'Repair or replacement?',
    ],
    answer:
      'If a fault that you did not cause appears within 15 days of delivery, you get a free replacement or a refund, and we pay shipping both ways. Upload a photo or video under After-sales in My Orders; we review it within 24 hours. After 15 days and within the warranty it is repaired instead. Water, drops and opening the device are not covered.',
    category: 'Returns and exchanges',
    tags: ['fault', 'replacement'],
  },
]
