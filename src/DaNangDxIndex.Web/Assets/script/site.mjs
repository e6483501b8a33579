import { autosave } from './autosave/page.mjs'
import { openBench } from './bench.mjs'
import { filterTable } from './filter.mjs'
import { tryLive } from './live.mjs'
import { focusFirst, leadToField, sendOnce } from './forms.mjs'
import { tellTooLarge } from './upload.mjs'

focusFirst()
document.querySelectorAll('.govuk-error-summary').forEach(leadToField)
document.querySelectorAll('form[method="post" i]').forEach(sendOnce)
document.querySelectorAll('form[data-largest]').forEach(tellTooLarge)
document.querySelectorAll('form[data-live]').forEach(tryLive)
document.querySelectorAll('[data-bench]').forEach(openBench)
document.querySelectorAll('form[data-filter]').forEach(filterTable)
document.querySelectorAll('form:has([data-saving])').forEach(autosave)
