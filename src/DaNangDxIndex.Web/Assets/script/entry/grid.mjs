// The form as a grid: Enter and the arrows lead from field to field, Tab too, and what explains a criterion stands beside it.
import { kindOf, placeAfter, stepOf } from './keys.mjs'
import { pane } from './pane.mjs'
import { takeColumns } from './paste.mjs'

/** @param tools what the saving script knows already: answerOf, fill, ask */
export function grid(form, tools) {
  const { answerOf } = tools
  const area = form.querySelector('[data-grid]')
  const fields = () => [...area.querySelectorAll('.figure [data-autosave]')]
  const beside = pane(form, area)

  area.addEventListener('focusin', event => {
    const section = event.target.closest('[data-criterion]')
    if (section && fieldAt(event.target)) beside.show(section, true)
  })
  area.addEventListener('change', event => beside.forget(event.target.closest('[data-criterion]')))
  area.addEventListener('keydown', event => {
    const field = fieldAt(event.target)
    if (!field) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return lead(event, () => beside.enter(event.target))
    const step = stepOf(event, kindOf(event.target))
    if (step !== null) lead(event, () => go(field, step))
  })
  takeColumns(form, { fields, fieldAt }, tools)
  focusAddressed()

  /** Who is led to a field goes on typing there. */
  function focusAddressed() {
    const field = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (field && fieldAt(field)) field.focus()
  }

  function fieldAt(element) {
    return element.closest('.figure [data-autosave]')
  }

  function go(field, step) {
    const all = fields()
    const place = placeAfter(all.indexOf(field), step, all.length)
    if (place === null) return area.querySelector('.form-acts button')?.focus()
    answerOf(all[place]).focus()
    all[place].select?.()
  }
}

function lead(event, act) {
  event.preventDefault()
  act()
}
