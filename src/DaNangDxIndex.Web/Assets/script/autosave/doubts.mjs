// What the figures of the page look like beside each other and beside last year: marks in the rows, sentences where they are asked for.

/**
 * Exchanges what the page shows for what the server found. The same doubt about other values wants another sentence; one about the same
 * values is left to its field.
 */
export function showDoubts(form, doubts, context, saveField) {
  const texts = form.querySelector('[data-saving]').dataset
  for (const figure of form.querySelectorAll('[data-grid] .figure')) mark(figure, doubts, texts)
  const places = [...form.ownerDocument.querySelectorAll('[data-doubts-of]')]
  const gone = new Set(places.flatMap(place => [...place.querySelectorAll('[data-doubt]')]))
  for (const doubt of doubts) {
    const place = places.find(place => place.dataset.doubtsOf === criterionOf(form, doubt))
    const shown = place?.querySelector(`[data-doubt="${CSS.escape(doubt.key)}"]`)
    if (shown?.dataset.about === doubt.about) gone.delete(shown)
    else if (place) put(place, shown, draw(form, doubt), saveField, context)
  }
  for (const shown of gone) remove(form, shown)
}

/** Whoever was about to explain it goes on with the figures of the criterion. */
function remove(form, doubt) {
  const place = doubt.contains(form.ownerDocument.activeElement) ? doubt.closest('[data-doubts-of]') : null
  doubt.remove()
  if (!place) return
  const criterion = place.dataset.doubtsOf
  const section = form.querySelector(`[data-grid] [data-criterion="${CSS.escape(criterion)}"]`) ?? form.querySelector('[data-grid]')
  section.querySelector('.figure input:not([type=hidden]), .figure select')?.focus()
}

function mark(figure, doubts, texts) {
  const marks = figure.querySelector('[data-marks]')
  const own = doubts.filter(doubt => doubt.figure === figure.dataset.figure)
  const kind = kindOf(own)
  marks.querySelectorAll('.figure-mark-error, .figure-mark-warning, .figure-mark-answered').forEach(old => old.remove())
  if (!kind) return
  const text = { error: texts.textMarkError, warning: texts.textMarkWarning, answered: texts.textMarkAnswered }[kind]
  marks.append(Object.assign(document.createElement('span'), { className: `figure-mark figure-mark-${kind}`, textContent: text }))
}

function kindOf(doubts) {
  if (doubts.some(doubt => doubt.isError)) return 'error'
  if (doubts.some(doubt => !doubt.isAnswered)) return 'warning'
  return doubts.length > 0 ? 'answered' : null
}

function criterionOf(form, { figure }) {
  if (!figure) return ''
  return form.querySelector(`[data-grid] .figure[data-figure="${CSS.escape(figure)}"]`)?.closest('[data-criterion]')?.dataset.criterion
}

/** Whoever is typing goes on in the field that takes its place; what was typed and not yet saved is kept, and read by the new field. */
function put(place, shown, drawn, saveField, context) {
  const isInHand = shown?.contains(shown.ownerDocument.activeElement)
  if (shown) shown.replaceWith(drawn)
  else place.append(drawn)
  // Where it lies folded under its criterion, nobody would see what is asked.
  const folded = drawn.closest('[data-more]')
  if (folded) folded.open = true
  const field = drawn.querySelector('[data-autosave]')
  if (!field) return
  saveField(field, context)
  if (isInHand) field.focus()
}

function draw(form, doubt) {
  const drawn = form.querySelector('template[data-doubt-drawn]').content.firstElementChild.cloneNode(true)
  drawn.querySelectorAll(`[data-when="${doubt.isError ? 'warning' : 'error'}"]`).forEach(part => part.remove())
  drawn.dataset.doubt = drawn.dataset.figure = doubt.key
  drawn.dataset.about = doubt.about
  drawn.classList.toggle('doubt-error', doubt.isError)
  drawn.querySelector('[data-doubt-sentence]').textContent = doubt.sentence
  const field = drawn.querySelector('textarea')
  if (!field) return drawn
  field.id = `doubt-${doubt.key}`
  field.name = `Clarifications[${doubt.key}]`
  field.value = doubt.text ?? ''
  field.dataset.saveUrl = doubt.url
  field.dataset.version = doubt.version
  drawn.querySelector('label').htmlFor = field.id
  for (const [selector, name] of [['[data-doubt-sentence]', 'about'], ['[data-error]', 'error'], ['[data-state]', 'state']]) {
    drawn.querySelector(selector).id = `${field.id}-${name}`
  }
  field.setAttribute('aria-describedby', `${field.id}-about ${field.id}-error ${field.id}-state`)
  const version = drawn.querySelector('[data-version-field]')
  version.name = `ClarificationVersions[${doubt.key}]`
  version.value = doubt.version
  const earlier = drawn.querySelector('[data-doubt-earlier]')
  if (doubt.earlier) earlier.textContent = earlier.dataset.text.replace('{0}', doubt.earlier)
  else earlier.remove()
  return drawn
}
