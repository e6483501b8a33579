// What explains the criterion in hand, beside the grid where there is room: the same part of the page that lies folded under the criterion
// elsewhere, moved while its field has the focus. Tab then goes from field to field, so the links in the rows leave its way: the pane has
// them all, Ctrl and Enter lead into it, Escape leads back.
const wide = '(min-width: 72rem)'
const patience = 350

export function pane(form, area) {
  const side = form.querySelector('[data-pane]')
  const content = side.querySelector('[data-pane-content]')
  const room = matchMedia(wide)
  let shown = null
  let cameFrom = null

  room.addEventListener('change', arrange)
  side.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    ;(cameFrom ?? area.querySelector('.figure input:not([type=hidden]), .figure select'))?.focus()
  })
  arrange()
  return { show, enter, forget }

  function arrange() {
    form.classList.toggle('has-pane', room.matches)
    side.hidden = !room.matches
    for (const element of area.querySelectorAll('.criterion a, .criterion-more > summary')) {
      if (room.matches) element.tabIndex = -1
      else element.removeAttribute('tabindex')
    }
    if (!room.matches) return putBack()
    const first = document.activeElement?.closest('[data-criterion]') ?? byAddress() ?? area.querySelector('[data-criterion]')
    if (first) show(first)
  }

  /** The criterion that the address leads to. */
  function byAddress() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    return target ? target.closest('[data-criterion]') : null
  }

  /** @param isWorkedOn somebody enters there, and may want to know what stood there before */
  function show(section, isWorkedOn) {
    if (!room.matches) return
    if (shown !== section) exchange(section)
    if (isWorkedOn && shown) setTimeout(() => shown === section && loadHistory(content.firstElementChild), patience)
  }

  function exchange(section) {
    putBack()
    const part = section.querySelector('[data-beside]')
    if (!part) return
    shown = section
    content.append(part)
    for (const element of part.querySelectorAll('a')) element.removeAttribute('tabindex')
  }

  /** What was entered just now belongs to the history of the criterion too. */
  function forget(section) {
    const part = shown === section ? content : section
    delete part?.querySelector('[data-history]')?.dataset.loaded
  }

  function putBack() {
    if (shown) shown.querySelector('[data-more]').append(content.firstElementChild)
    shown = null
  }

  /** To the sentence that is asked for, or else to the beginning. */
  function enter(from) {
    cameFrom = from
    const section = from.closest('[data-criterion]')
    if (!room.matches) {
      const more = section.querySelector('[data-more]')
      more.open = true
      return more.querySelector('textarea, summary').focus()
    }
    show(section, true)
    ;(content.querySelector('.doubt textarea') ?? content.querySelector('[data-beside-heading]')).focus()
  }
}

/** Once, until something is entered there. */
async function loadHistory(part) {
  const place = part.querySelector('[data-history]')
  if (!place || place.dataset.loaded) return
  place.dataset.loaded = 'yes'
  const answer = await fetch(place.dataset.history, { credentials: 'same-origin' }).catch(() => null)
  if (!answer?.ok || answer.redirected) return delete place.dataset.loaded
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const told = page.getElementById('history')
  if (told) place.replaceChildren(...told.children)
}
