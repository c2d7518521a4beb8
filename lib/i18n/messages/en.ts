import api from './en/api.json'
import assistant from './en/assistant.json'
import cache from './en/cache.json'
import common from './en/common.json'
import composer from './en/composer.json'
import door from './en/door.json'
import due from './en/due.json'
import errors from './en/errors.json'
import faq from './en/faq.json'
import faqCheck from './en/faq-check.json'
import faqEditor from './en/faq-editor.json'
import faqFloor from './en/faq-floor.json'
import faqGaps from './en/faq-gaps.json'
import faqImport from './en/faq-import.json'
import faqList from './en/faq-list.json'
import faqTry from './en/faq-try.json'
import firstSteps from './en/first-steps.json'
import insights from './en/insights.json'
import keys from './en/keys.json'
import macros from './en/macros.json'
import model from './en/model.json'
import notifications from './en/notifications.json'
import outbox from './en/outbox.json'
import palette from './en/palette.json'
import people from './en/people.json'
import prompt from './en/prompt.json'
import queue from './en/queue.json'
import queueTools from './en/queue-tools.json'
import rung from './en/rung.json'
import settings from './en/settings.json'
import shell from './en/shell.json'
import state from './en/state.json'
import thread from './en/thread.json'
import ticket from './en/ticket.json'

import type { Messages } from './zh'

export const en: Messages = {
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
