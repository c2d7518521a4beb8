import type { SampleRuleText } from './types'

export const careEn: SampleRuleText[] = [
  {
    key: 'en-warranty-period',
    question: 'How long is the warranty?',
    variants: [
      'Is my headset still under warranty?',
      'I lost the warranty card',
      'Do I need the invoice for a warranty claim?',
      'does warranty cover water damage',
    ],
    answer:
      'Chargers, power banks, headphones and other electronics are covered for 12 months, cables for 6 months, desk lamps and small appliances for 24 months, counted from the day after delivery. The order number is all we need: no warranty card, no paper invoice. Water, drops, opening the device and normal wear are not covered, but can be repaired for a fee.',
    category: 'Warranty and repairs',
    tags: ['warranty'],
  },
  {
    key: 'en-warranty-repair',
    question: 'How do I send something in for repair under warranty?',
    variants: [
      'Where do I send my broken charger?',
      'How long does a repair take?',
      'do i pay shipping for a warranty repair',
      'It has been repaired twice and still fails',
    ],
    answer:
      'Choose After-sales, then Warranty repair, in My Orders, describe the fault and upload a video. Once approved, a courier collects the item, and we pay shipping both ways. It goes back to you 7 to 10 business days after reaching us. If that takes more than 15 business days, or the same fault remains after 2 repairs, you get a new one of the same model.',
    category: 'Warranty and repairs',
    tags: ['repair'],
  },
  {
    key: 'en-repair-paid',
    question: 'Can you repair it after the warranty has ended?',
    variants: [
      'Out of warranty, what does a repair cost?',
      'I dropped it, can I pay to have it fixed?',
      'my lamp died after three years can you fix it',
    ],
    answer:
      'Yes, for a fee. The inspection is free, and repairs start at ¥30 depending on parts and labour; we begin only after you have accepted the quote, and otherwise send the item back as it is. You pay shipping both ways. The repaired part is covered for 90 days. Cables, and models discontinued more than 3 years ago, cannot be repaired.',
    category: 'Warranty and repairs',
    tags: ['repair', 'fee'],
  },
  {
    key: 'en-installation',
    question: 'Do you install furniture, and how do I book it?',
    variants: [
      'Will somebody come and assemble the bookshelf?',
      'Is wardrobe assembly free?',
      'how soon can the fitter come',
      'Do you install outside the big cities?',
    ],
    answer:
      'Bookshelves, wardrobes, dining tables and other large furniture are installed free of charge in 30 cities, among them Beijing, Shanghai, Guangzhou, Shenzhen, Hangzhou and Chengdu. After delivery choose Book installation in My Orders, at least 1 day ahead; we come within 7 days. Drilling into walls is ¥10 a hole. Elsewhere you get tools, a video guide and ¥30 back.',
    category: 'Using and installing',
    tags: ['installation', 'furniture'],
  },
  {
    key: 'en-earbuds-pairing',
    question: 'My Bluetooth earbuds will not connect. What can I do?',
    variants: ['Phone cannot find the earbuds', 'Only one earbud works', 'earbuds keep disconnecting', 'How do I pair them again?'],
    answer:
      'Put both earbuds in the case, leave the lid open and hold the button on the case for 10 seconds until the light flashes white. Then remove the old “GP Buds” entry in your phone’s Bluetooth settings and search again. If they still fail or one side is silent, charge them for 30 minutes and retry. After that they can be replaced within 15 days of delivery, or repaired under warranty.',
    category: 'Using and installing',
    tags: ['earbuds', 'Bluetooth'],
  },
  {
    key: 'en-power-bank-flight',
    question: 'Can I take your power bank on a plane?',
    variants: [
      'Is the 20000 mAh one allowed on flights?',
      'Does it have the CCC mark?',
      'can the power bank go in checked luggage',
      'Will it get through airport security?',
    ],
    answer:
      'Yes, in hand luggage only, never in checked bags. Our 10000 mAh (37 Wh) and 20000 mAh (74 Wh) models are both below the 100 Wh limit and carry the CCC (3C) mark that domestic flights in China require. If the mark is worn and unreadable you may be stopped. International flights and some airlines have further rules; theirs decide.',
    category: 'Using and installing',
    tags: ['power bank', 'flight'],
  },
  {
    key: 'en-garment-care',
    question: 'How should I wash the clothes? Will they shrink or fade?',
    variants: [
      'Can the T-shirt go in the machine?',
      'The colour came out in the first wash, is that normal?',
      'can i tumble dry',
      'It shrank after washing, can I return it?',
    ],
    answer:
      'Wash cotton inside out at 30 °C or less, dark and light colours apart, without bleach or tumble drying. Pure cotton shrinks about 3% in the first wash, and dark colours may release a little dye in the first 2 washes; both are normal. Hand-wash or dry-clean wool and silk. If an item is still badly misshapen or faded, we treat it as a fault within 15 days of delivery.',
    category: 'Using and installing',
    tags: ['washing', 'shrinking'],
  },
]
