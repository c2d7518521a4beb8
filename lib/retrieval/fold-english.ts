const CONTRACTIONS: [RegExp, string][] = [
  [/\b(?:can't|cant|cannot)\b/g, 'can not'],
  [/\bwon'?t\b/g, 'will not'],
  [/\b(is|are|was|were|do|does|did|has|have|had|could|would|should)n'?t\b/g, '$1 not'],
  [/\b(i|you|we|they)'(?:ve)\b/g, '$1 have'],
  [/\b(you|we|they)'re\b/g, '$1 are'],
  [/\b(i|you|he|she|it|we|they|that|there)'ll\b/g, '$1 will'],
  [/\b(i|you|he|she|it|we|they)'d\b/g, '$1 would'],
  [/\b(?:i'm|im)\b/g, 'i am'],
  [/\b(what|where|when|who|how|why|that|there|here|it|he|she)'s\b/g, '$1 is'],
  [/\blet's\b/g, 'let us'],
  [/'s\b/g, ''],
]

/** What has no apostrophe and is one of the above all the same. */
const BARE_CONTRACTION = /\b(?:cannot|cant|wont|im|(?:is|are|was|were|do|does|did|has|have|had|could|would|should)nt)\b/

/** Ways to ask the same thing, and the shorthand of chats; the right-hand side stands for all. No way has a group of its own. */
const WAYS_TO_ASK: [ways: string, one: string][] = [
  ['how come', 'why'],
  ['how (?:can|could|do|would|should|might|shall) (?:i|we|one)', 'how to'],
  ['(?:what is|what are) the (?:way|ways|steps|process|procedure) (?:to|for|of)', 'how to'],
  ['(?:is|would) it (?:be )?possible (?:for me |for us )?to', 'can i'],
  ['(?:am i|are we) (?:able|allowed) to', 'can i'],
  ['(?:may|could|might) (?:i|we)', 'can i'],
  ['how much time', 'how long'],
  ['pls|plz', 'please'],
  ['wanna', 'want to'],
  ['gonna', 'going to'],
  ['gotta', 'got to'],
  ['thx', 'thanks'],
  ['ur', 'your'],
  ['u', 'you'],
]
// All in one pass: a knowledge base has megabytes, and a pass for each way took a third of the time that indexing it takes.
const ANY_WAY = new RegExp(`\\b(?:${WAYS_TO_ASK.map(([ways]) => `(${ways})`).join('|')})\\b`, 'g')

/** Contractions are written out and the ways to ask one thing become one way. Expects lower case and straight apostrophes. */
export function foldEnglish(text: string): string {
  if (!/[a-z]/.test(text)) return text
  const isContracted = text.includes("'") || BARE_CONTRACTION.test(text)
  const written = isContracted ? CONTRACTIONS.reduce((sofar, [ways, one]) => sofar.replace(ways, one), text) : text
  return written.replace(ANY_WAY, (way, ...groups) => WAYS_TO_ASK[groups.slice(0, WAYS_TO_ASK.length).findIndex(Boolean)]?.[1] ?? way)
}
