import type { EvalQuery, EvalSet } from '../support/eval-set'

/** Thirty houses of an invented town; some names share words, as they do in life. */
const HOUSES =
  `Alder Lodge|Riverside Inn|The Riverside Hotel|Kingsbridge Guest House|Old Mill Hotel|Mill Lane B and B|Harbour View|Harbourgate Hotel|
The Copper Kettle|Golden Lotus|Lotus Garden|Casa Moreno|Bistro Verdun|The Green Man|Curry Palace|Saffron House|Nonna Rosa|Blue Anchor|Station Hotel|
Cityroomz Central|Park Lodge|Parkview Suites|Hotel Marlowe|The Marlowe Arms|Fenwick House|Finches Bed and Breakfast|Rose and Crown|Crown Plaza Inn|
Tandoori Nights|Thai Orchid`
    .split('|')
    .map((name) => name.trim())

/** What guests ask: the rule's question, its answer, and two ways in which somebody asks it in a talk. */
const TOPICS: [question: string, answer: string, ...ways: string[]][] = [
  ['Can my small dog stay at NAME?', 'Pets are not allowed at NAME.', 'could I bring my puppy along?', 'are animals welcome there?'],
  ['Is there parking at NAME?', 'Yes, parking is available on site.', 'where do I leave my car?', 'do they have a garage for my vehicle?'],
  ['Does NAME charge for parking?', 'Parking costs 10 pounds a day.', 'what does it cost to leave the car there?', 'is it free to park?'],
  [
    'Is WiFi available at NAME?',
    'Free WiFi is available everywhere.',
    'will I be able to get online there?',
    'do they have internet access?',
  ],
  ['What time is check-in at NAME?', 'Check-in starts at 3 pm.', 'how early could I arrive?', 'from when can I get into the room?'],
  ['What time is check-out at NAME?', 'Check-out is until 11 am.', 'when do I have to leave?', 'how late may I stay on the last day?'],
  [
    'Does NAME serve breakfast?',
    'Breakfast is served from 7 to 10.',
    'do I get something to eat in the morning?',
    'is a morning meal included?',
  ],
  [
    'Is NAME accessible for wheelchairs?',
    'Yes, there is a ramp and a lift.',
    'my mother is disabled, can she get in?',
    'do they have a lift?',
  ],
  ['Is smoking allowed at NAME?', 'Smoking is not allowed inside.', 'can I have a cigarette in there?', 'do they have rooms for smokers?'],
  [
    'Are vegetarian dishes served at NAME?',
    'There is a choice of vegetarian dishes.',
    'my friend does not eat meat, is that ok?',
    'have they got anything vegan?',
  ],
  ['Can I take food away from NAME?', 'Takeaway is offered.', 'is it possible to get the food to go?', 'do they do takeout?'],
  ['Which credit cards does NAME accept?', 'Visa and Mastercard are accepted.', 'can I pay with visa?', 'do they take my card?'],
  ['Does NAME have a gym?', 'A gym is open from 6 to 22.', 'is there somewhere to work out?', 'do they have a fitness room?'],
  [
    'Can children stay at NAME?',
    'Children are welcome.',
    'we are coming with two kids, is that fine?',
    'is it good for families with a baby?',
  ],
  ['Is alcohol served at NAME?', 'Beer and wine are served.', 'can we get a drink there?', 'do they serve wine?'],
  [
    'Does NAME offer an airport shuttle?',
    'There is a shuttle every hour.',
    'will someone pick me up from the airport?',
    'is there a transfer from the plane?',
  ],
]

const slug = (text: string) => text.toLowerCase().replace(/\W+/g, '-')
const idOf = (house: string, topic: number) => `${slug(house)}-${topic}`

/** What a speech recogniser makes of it: no signs, fillers, and every third word of a name spelt by ear. */
function spoken(text: string, seed: number): string {
  const heard = text
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .map((word, at) =>
      (at + seed) % 4 === 0 && word.length > 5 ? word.slice(0, 3) + word.slice(4).replace(/e/g, 'i').replace(/o/g, 'u') : word,
    )
  return (seed % 2 ? ['uh', ...heard] : [...heard.slice(0, 3), 'um', ...heard.slice(3)]).join(' ')
}

/** Talks about one house of thirty, often after another was turned down; the question itself names none. */
export function hotelTalks(isSpoken: boolean): EvalSet {
  const say = (text: string, seed: number) => (isSpoken ? spoken(text, seed) : text)
  const queries: EvalQuery[] = HOUSES.flatMap((house, at) =>
    [0, 1, 2, 3].map((nth): EvalQuery => {
      const topic = (at * 3 + nth * 5) % TOPICS.length
      const [, , ...ways] = TOPICS[topic] ?? ['', '']
      const other = HOUSES[(at + 7 + nth) % HOUSES.length] ?? ''
      const way = say(ways[(at + nth) % ways.length] ?? '', at + nth)
      const openings: { from: 'customer' | 'agent'; text: string }[][] = [
        [
          { from: 'customer', text: say('I am looking for a place in the centre, not too expensive.', at) },
          { from: 'agent', text: say(`I have ${other} and ${house}, both in the centre.`, at + 1) },
          { from: 'customer', text: say(`Let us take ${house} then.`, at + 2) },
          { from: 'agent', text: say('Sure. Anything else you would like to know?', at) },
        ],
        [
          { from: 'customer', text: say(`Please tell me about ${house}.`, at) },
          { from: 'agent', text: say('It is in the north and has four stars. Shall I book it for you?', at) },
          { from: 'customer', text: say('Yes, for two people on Friday.', at) },
          { from: 'agent', text: say('Done. Your reference is X7QZ3B.', at) },
        ],
        [
          { from: 'customer', text: say(`Does ${other} have a table tonight?`, at) },
          { from: 'agent', text: say(`I am sorry, it is full. What about ${house}?`, at + 1) },
          { from: 'customer', text: say('That sounds nice.', at) },
          { from: 'agent', text: say('Good, how many will you be?', at) },
          { from: 'customer', text: say('Four of us.', at) },
          { from: 'agent', text: say('That is arranged.', at) },
        ],
        [
          { from: 'customer', text: say(`I found ${house} on the map.`, at + 1) },
          { from: 'agent', text: say('A good choice. What do you need?', at) },
        ],
      ]
      const turns = [...(openings[nth] ?? []), { from: 'customer' as const, text: `${say('Great.', at)} ${way}` }]
      return { text: way, ruleIds: [idOf(house, topic)], lang: 'en', oos: false, turns }
    }),
  )
  const thanks = [
    'Great, thanks, that is all.',
    'Can you also find me a train to London on Saturday?',
    'No, I do not need anything else today.',
    'I also need a taxi at 7 to get there.',
  ]
  const idle = queries.slice(0, 60).map((query, at): EvalQuery => {
    const turns = query.turns?.slice(0, -1) ?? []
    return {
      text: '',
      ruleIds: [],
      lang: 'en',
      oos: true,
      turns: [...turns, { from: 'customer', text: say(thanks[at % thanks.length] ?? '', at) }],
    }
  })
  return {
    name: isSpoken ? 'hotels spoken' : 'hotels written',
    rules: HOUSES.flatMap((house) =>
      TOPICS.map(([question, answer], topic) => ({
        id: idOf(house, topic),
        question: question.replace('NAME', topic % 2 ? 'the place' : house),
        variants: [],
        answer: answer.replace('NAME', house),
        lang: 'en' as const,
        entity: house,
      })),
    ),
    queries: [...queries, ...idle],
  }
}
