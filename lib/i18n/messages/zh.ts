import api from './zh/api.json'
import assistant from './zh/assistant.json'
import cache from './zh/cache.json'
import common from './zh/common.json'
import composer from './zh/composer.json'
import door from './zh/door.json'
import due from './zh/due.json'
import errors from './zh/errors.json'
import faq from './zh/faq.json'
import faqCheck from './zh/faq-check.json'
import faqEditor from './zh/faq-editor.json'
import faqFloor from './zh/faq-floor.json'
import faqGaps from './zh/faq-gaps.json'
import faqImport from './zh/faq-import.json'
import faqList from './zh/faq-list.json'
import faqTry from './zh/faq-try.json'
import firstSteps from './zh/first-steps.json'
import insights from './zh/insights.json'
import keys from './zh/keys.json'
import macros from './zh/macros.json'
import model from './zh/model.json'
import notifications from './zh/notifications.json'
import outbox from './zh/outbox.json'
import palette from './zh/palette.json'
import people from './zh/people.json'
import prompt from './zh/prompt.json'
import queue from './zh/queue.json'
import queueTools from './zh/queue-tools.json'
import rung from './zh/rung.json'
import settings from './zh/settings.json'
import shell from './zh/shell.json'
import state from './zh/state.json'
import thread from './zh/thread.json'
import ticket from './zh/ticket.json'

export const zh = {
  api,
  assistant,
  cache,
  common,
  composer,
  door,
  due,
  errors,
  faq,
  faqCheck,
  faqTry,
  faqEditor,
  faqFloor,
  faqGaps,
  faqList,
  faqImport,
  firstSteps,
  insights,
  keys,
  macros,
  model,
  notifications,
  outbox,
  palette,
  people,
  prompt,
  queue,
  queueTools,
  rung,
  settings,
  shell,
  state,
  thread,
  ticket,
}

/** The shape of the screens' texts; English has the same keys (test/unit/i18n.test.ts). */
export type Messages = typeof zh
