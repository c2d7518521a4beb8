import cache from './en/cache.json'
import common from './en/common.json'
import composer from './en/composer.json'
import door from './en/door.json'
import errors from './en/errors.json'
import faq from './en/faq.json'
import faqCheck from './en/faq-check.json'
import faqEditor from './en/faq-editor.json'
import faqFloor from './en/faq-floor.json'
import faqGaps from './en/faq-gaps.json'
import faqImport from './en/faq-import.json'
import faqList from './en/faq-list.json'
import faqTry from './en/faq-try.json'
import keys from './en/keys.json'
import macros from './en/macros.json'
import notifications from './en/notifications.json'
import outbox from './en/outbox.json'
import palette from './en/palette.json'
import people from './en/people.json'
import queue from './en/queue.json'
import rung from './en/rung.json'
import settings from './en/settings.json'
import shell from './en/shell.json'
import thread from './en/thread.json'
import ticket from './en/ticket.json'

import type { Messages } from './zh'

export const en: Messages = {
  cache,
  common,
  composer,
  door,
  errors,
  faq,
  faqCheck,
  faqTry,
  faqEditor,
  faqFloor,
  faqGaps,
  faqList,
  faqImport,
  keys,
  macros,
  notifications,
  outbox,
  palette,
  people,
  queue,
  rung,
  settings,
  shell,
  thread,
  ticket,
}
