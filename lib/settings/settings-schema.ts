import { z } from 'zod'
import { keptEvidenceSchema, sampleSchema } from '@/lib/retrieval/floor/floor-evidence'
import { DEFAULT_TARGETS, responseTargetsSchema } from '@/lib/settings/response-targets-schema'

const speed = z.number().int().min(10).max(5_000)
const share = z.number().min(0).max(1)
const count = z.number().int().min(0)
const calibration = z
  .object({
    floor: share,
    judgements: z.array(z.object({ floor: share, loses: share, letsThrough: share })),
    answered: z.number().int().min(0),
    unanswered: z.number().int().min(0),
  })
  .nullable()

const cosine = z.number().min(-1).max(1)
/** See MeaningCalibration. */
const meaningScale = z
  .object({
    weight: z.number().min(0),
    near: cosine,
    far: cosine,
    level: z.object({ from: share, to: share }),
    questions: count,
    before: z.number().min(0),
    after: z.number().min(0),
  })
  .nullable()

/** What an admin can set while it runs. A key that is not stored, or no longer fits, has its default. */
export const settingsSchema = {
  /** How long an answer stays in the cache, in seconds: a minute to 30 days. */
  answer_cache_ttl_seconds: z.number().int().min(60).max(2_592_000).default(86_400),
  /** The whole time an agent may wait for a draft, in milliseconds; null leaves it to SUGGESTION_TIMEOUT_MS. */
  suggestion_timeout_ms: z.number().int().min(10_000).max(15_000).nullable().default(null),
  /** How long a reply of an agent can be taken back before it leaves, in seconds; 0 sends at once. */
  undo_send_seconds: z.int().min(0).max(30).default(5),
  /** Where an admin has put the floor of *no rule matches*; null leaves it to the calibration. */
  moved_floors: z.object({ zh: share.nullable(), en: share.nullable() }).default({ zh: null, en: null }),
  /**
   * What the last calibration of the floors found: on how many rules, with their versions added up, with how many learnt phrasings, and by
   * which way of scoring (see SCORING). Written by the desk itself.
   */
  floor_calibration: z
    .object({
      zh: calibration,
      en: calibration,
      rules: count,
      versions: count,
      learned: count.default(0),
      scoring: count.default(0),
    })
    .default({ zh: null, en: null, rules: 0, versions: 0, learned: 0, scoring: 0 }),
  /**
   * How the meaning joins the scores, by which model, with which dimensions, and for which way of scoring; null before the first calibration
   * with a model, and null for a language with too few phrasings. Written by the desk itself.
   */
  meaning_calibration: z
    .object({ model: z.string(), dimensions: count, scoring: count, zh: meaningScale, en: meaningScale })
    .nullable()
    .default(null),
  /** What the last calibration was found on, when, and how long it took. Apart from it, since every search process reads that often. */
  floor_evidence: z
    .object({
      zh: keptEvidenceSchema,
      en: keptEvidenceSchema,
      /** The same of scores that the meaning has joined, where it has. */
      meaning: z.object({ zh: keptEvidenceSchema.nullable(), en: keptEvidenceSchema.nullable() }).default({ zh: null, en: null }),
      /** Null in what was kept before it was counted. */
      sample: z.object({ zh: sampleSchema, en: sampleSchema }).nullable().default(null),
      at: z.iso.datetime(),
      ms: z.number().int().min(0),
    })
    .nullable()
    .default(null),
  /**
   * Characters a minute that an agent types and reads: what the minutes that drafts save are counted by. Reading: means of IReST over
   * native readers (Trauzettel-Klosinski & Dietz, 2012). Typing English: mean of 168,000 people (Dhakal et al., 2018), 52 words of five
   * characters; Chinese: an assumption for pinyin.
   */
  insights_speeds: z
    .object({ zh: z.object({ typing: speed, reading: speed }), en: z.object({ typing: speed, reading: speed }) })
    .default({ zh: { typing: 50, reading: 255 }, en: { typing: 260, reading: 987 } }),
  /** By when a ticket must have its first reply, and its end. The trigger `ticket_timers` reads it as it is stored. */
  response_targets: responseTargetsSchema.default(DEFAULT_TARGETS),
  /** Which version of the search terms all tickets have (SEARCH_VERSION). Written by the desk itself. */
  search_terms_version: count.default(0),
}

export type SettingKey = keyof typeof settingsSchema
export type SettingValue<Key extends SettingKey> = z.output<(typeof settingsSchema)[Key]>
