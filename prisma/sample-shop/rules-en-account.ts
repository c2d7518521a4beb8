import type { SampleRuleText } from './types'

export const accountEn: SampleRuleText[] = [
  {
    key: 'en-account-password',
    question: 'I forgot my password. How do I reset it?',
    variants: [
      'I cannot log in, forgotten password',
      'my account is locked',
      'How do I change my password?',
      'Entered the wrong password too many times',
    ],
    answer:
      'Choose Forgot password on the sign-in page, enter the phone number you registered and set a new password with the code we text you. The code is valid for 5 minutes; the password needs 8 to 20 characters with both letters and digits. After 5 wrong passwords the account is locked for 30 minutes and then opens by itself. We never ask for your password or code.',
    category: 'Account and membership',
    tags: ['password', 'sign-in'],
  },
  {
    key: 'en-account-code',
    question: 'I do not receive the verification code. What can I do?',
    variants: ['No SMS code arrives', 'verification text not coming through', 'It says too many codes requested'],
    answer:
      'Please check the number, your signal and blocked messages. You can ask for another code after 60 seconds, up to 10 a day for one number; after that it works again the next day. You can also choose Voice code and take a call, or sign in with your registered e-mail. If the number is no longer in use, please change it in your account instead.',
    category: 'Account and membership',
    tags: ['verification code'],
  },
  {
    key: 'en-account-phone',
    question: 'I have a new phone number. How do I change it in my account?',
    variants: [
      'My old number is disconnected and I cannot sign in',
      'Update the mobile number on my account',
      'will i lose my points if i change my number',
    ],
    answer:
      'If the old number still receives texts, go to Account, Security, Change phone number and confirm the old and the new one. If it does not, choose Old number unavailable and give your name and the number of your most recent order; we review it in 2 business days. Orders, points and coupons stay with you. The number can be changed once every 30 days.',
    category: 'Account and membership',
    tags: ['phone number'],
  },
  {
    key: 'en-account-delete',
    question: 'How do I delete my account?',
    variants: ['Please close my account', 'I want to remove my account for good', 'can i get a deleted account back'],
    answer:
      'Go to Account, Security, Delete account. There must be no open orders, refunds or repairs. After your request there is a 15-day cooling-off period, and signing in during that time withdraws it. Then points, coupons and member level are gone and cannot be restored; purchase records that the law requires us to keep are erased after 3 years.',
    category: 'Account and membership',
    tags: ['delete account'],
  },
  {
    key: 'en-membership',
    question: 'How do I become a member, and what do I get?',
    variants: [
      'What do I have to spend for gold?',
      'What discount do gold members get?',
      'is there a birthday gift',
      'Why did my level go down?',
    ],
    answer:
      'Levels follow what you paid in the last 12 months: ¥500 makes you Silver with 2% off, ¥2000 makes you Gold with 5% off and 3 free return pickups a year. In the month of your birthday, Silver and Gold members can claim a coupon worth ¥20. A level lasts 12 months and is then reviewed. Member discounts do not combine with coupons or bulk prices.',
    category: 'Account and membership',
    tags: ['membership', 'discount'],
  },
  {
    key: 'en-privacy',
    question: 'How is my personal data used?',
    variants: [
      'Do you sell my phone number?',
      'I want a copy of my data',
      'please erase my personal information',
      'My name is on the parcel label, is that safe?',
    ],
    answer:
      'We use it for your orders, delivery, after-sales service and what the law requires, and never sell it to third parties. Parcel labels show only part of your name and phone number. Purchase records are erased after 3 years. To see, correct, export or erase your data, send a request under Account, Privacy; we complete it within 15 days.',
    category: 'Service and privacy',
    tags: ['privacy', 'data'],
  },
  {
    key: 'en-complaint',
    question: 'I am not satisfied with how my case was handled. How do I complain?',
    variants: [
      'I want to file a complaint',
      'Your support was rude to me',
      'let me speak to a manager',
      'Nobody solves my problem, who can I turn to?',
    ],
    answer:
      'Please use Help, Complaints and suggestions, with the order number and any screenshots. A complaints specialist contacts you within 24 hours and gives you a decision within 3 business days. If you are still not satisfied, ask for the service manager, who reviews the case within 2 business days and answers in writing. While a complaint is open, your after-sales deadlines are paused.',
    category: 'Service and privacy',
    tags: ['complaint', 'manager'],
  },
  {
    key: 'en-service-hours',
    question: 'When is customer service available, and how do I reach you?',
    variants: [
      'How do I talk to a real person?',
      'What is your phone number?',
      'are you there at night',
      'The bot does not understand me, I need a human',
    ],
    answer:
      'Live chat is staffed every day from 9:00 to 22:00. Call 400-000-0199 on business days from 9:00 to 18:00, or write to care@greenplum.example and we answer within 1 business day. Messages left overnight are answered by 10:00 the next day. Over the Spring Festival there is live chat only, from 10:00 to 18:00.',
    category: 'Service and privacy',
    tags: ['contact', 'hours'],
  },
]
