// The saving form: each field saves itself and says so.
import { drafts } from './drafts.mjs'
import { saveField } from './field.mjs'
import { oneAfterAnother } from './queue.mjs'
import { showKept } from './words.mjs'

export function autosave(form) {
  const settings = form.querySelector('[data-saving]')
  const saved = []
  // Sentences to doubts come and go with the figures.
  const add = element => saved.push(saveField(element, context))
  const context = { form, settings, queue: oneAfterAnother(), kept: drafts(settings.dataset.draft), add }
  for (const element of form.querySelectorAll('[data-autosave]')) if (element.dataset.saveUrl) add(element)
  // A tab that is closed, or put away on a phone, may never come back.
  addEventListener('pagehide', () => saved.forEach(field => field.part()))
  document.addEventListener('visibilitychange', () => saved.forEach(field => document.hidden ? field.part() : field.comeBack()))
  addEventListener('online', () => saved.forEach(field => field.comeBack()))
  // Fields that can no longer be edited, but for which something typed was kept on this machine.
  for (const figure of form.querySelectorAll('.figure:not(:has([data-autosave]))')) showKept(figure, settings, context.kept)
}
