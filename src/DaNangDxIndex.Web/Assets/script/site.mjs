import { answerOf } from './autosave/answer-of.mjs'
import { fill } from './autosave/answers.mjs'
import { autosave } from './autosave/page.mjs'
import { ask } from './autosave/transport.mjs'
import { openBench } from './bench.mjs'
import { filterTable } from './filter.mjs'
import { tryLive } from './live.mjs'
import { showWhole } from './focus.mjs'
import { focusFirst, leadToField, sendOnce } from './forms.mjs'
import { tellTooLarge } from './upload.mjs'

document.addEventListener('focusin', showWhole)
focusFirst()
document.querySelectorAll('.govuk-error-summary').forEach(leadToField)
document.querySelectorAll('form[method="post" i]').forEach(sendOnce)
document.querySelectorAll('form[data-largest]').forEach(tellTooLarge)
document.querySelectorAll('form[data-live]').forEach(tryLive)
document.querySelectorAll('[data-bench]').forEach(openBench)
document.querySelectorAll('form[data-filter]').forEach(filterTable)
document.querySelectorAll('form:has([data-saving])').forEach(autosave)
// Files of their own: who only reads never loads them.
document.querySelectorAll('form[data-passkey]').forEach(form =>
  import('./passkey.mjs').then(({ passkey }) => passkey(form)))
document.querySelectorAll('form[data-entry]:has([data-autosave])').forEach(form =>
  import('./entry/grid.mjs').then(({ grid }) => grid(form, { answerOf, fill, ask })))
