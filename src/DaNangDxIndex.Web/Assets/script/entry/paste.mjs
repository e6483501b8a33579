// A column copied from a spreadsheet goes into the fields from the focused one downward: read by the server, looked at first, taken back
// at once if need be.
import { columnOf, mostCells, placesOf } from './column.mjs'

export function takeColumns(form, { fields, fieldAt }, { answerOf, fill, ask }) {
  const dialog = form.querySelector('[data-paste]')
  const done = form.querySelector('[data-paste-done]')
  const texts = dialog.dataset
  const rows = dialog.querySelector('[data-paste-rows]')
  const take = dialog.querySelector('[data-paste-take]')
  let offered = []
  let before = []
  let cameFrom = null

  form.addEventListener('paste', event => {
    const field = fieldAt(event.target)
    const column = field && columnOf(event.clipboardData.getData('text/plain'))
    if (!column) return
    event.preventDefault()
    cameFrom = event.target
    offer(column, fields(), fields().indexOf(field))
  })
  take.addEventListener('click', () => {
    dialog.close()
    before = offered.map(({ field }) => ({ field, value: answerOf(field).value }))
    for (const { field, value } of offered) write(field, value)
    tell(fill(texts.textDone, offered.length), true)
  })
  dialog.querySelector('[data-paste-drop]').addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => cameFrom?.focus())
  form.querySelector('[data-paste-undo]').addEventListener('click', () => {
    for (const { field, value } of before) write(field, value)
    before = []
    tell(texts.textUndone, false)
    cameFrom?.focus()
  })

  async function offer({ cells, hasMore }, all, from) {
    offered = []
    if (cells.length > mostCells) return say(fill(texts.textLong, mostCells))
    const { pairs, over } = placesOf(cells, all, from)
    const sent = pairs.map(({ field, text }) => ({ figure: codeOf(field), text }))
    const url = `${all[from].dataset.saveUrl.replace(/\/[^/]*$/, '')}/read`
    const readings = await ask(url, sent, form.querySelector('[name=__RequestVerificationToken]').value)
    if (!readings) return say(texts.textFailed)
    rows.replaceChildren(...pairs.map(({ field, text }, place) => rowOf(field, text, readings[place])))
    say([hasMore && texts.textColumns, over > 0 && fill(texts.textOver, over)].filter(Boolean).join(' '), offered.length > 0)
  }

  function rowOf(field, text, { value, shown, refusal }) {
    const figure = field.closest('.figure')
    const row = document.createElement('tr')
    const told = refusal ?? (value === null ? texts.textKept : '')
    if (!refusal && value !== null) offered.push({ field, value })
    const label = figure.querySelector('.figure-label').textContent.replace(/\s+/g, ' ').trim()
    const [, now, pasted] = dialog.querySelectorAll('thead th')
    for (const [name, cell, look, heading] of [['th', label], ['td', answerOf(field).shown || '–', 'number', now],
      ['td', shown ?? (text || '–'), 'number', pasted], ['td', told, refusal ? 'govuk-error-message' : 'muted']]) {
      const element = Object.assign(document.createElement(name), { textContent: cell, className: look ?? '' })
      if (name === 'th') element.scope = 'row'
      // Where cells stand under each other, each says what it is.
      if (heading) element.dataset.label = heading.textContent
      row.append(element)
    }
    return row
  }

  function say(told, mayTake = false) {
    dialog.querySelector('[data-paste-told]').textContent = told
    if (!mayTake && told && !offered.length) rows.replaceChildren()
    take.disabled = !mayTake
    if (!dialog.open) dialog.showModal()
    ;(mayTake ? take : dialog.querySelector('[data-paste-drop]')).focus()
  }

  function tell(text, mayUndo) {
    done.hidden = false
    done.querySelector('[data-paste-said]').textContent = text
    done.querySelector('[data-paste-undo]').hidden = !mayUndo
  }

  /** As if it had been typed: the field saves itself. */
  function write(field, value) {
    answerOf(field).value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

function codeOf(field) {
  return field.closest('[data-figure]').dataset.figure
}
