// Points are the server's: the page only shows what came back.
import { fill } from './answers.mjs'

export function showPoints(form, { criteria = [], component, total, progress }) {
  for (const criterion of criteria) {
    const section = form.querySelector(`[data-criterion="${CSS.escape(criterion.code)}"]`)
    show(section?.querySelector('[data-points]'), criterion.points)
    show(section?.querySelector('[data-maximum]'), criterion.maximum)
    show(form.querySelector(`[data-explanation="${CSS.escape(criterion.code)}"]`), criterion.explanation ?? '')
  }
  show(document.querySelector('[data-component-points]'), component?.points)
  show(document.querySelector('[data-total-points]'), total?.points)
  if (total) show(document.querySelector('[data-total-open]'), total.open ? `(${total.open})` : '')
  if (progress) showProgress(progress)
}

function showProgress({ filled, of, doubts }) {
  showCount('missing', of - filled)
  showCount('doubts', doubts)

  const bar = document.querySelector('[data-progress]')
  const words = document.querySelector('[data-progress-words]')
  if (bar) {
    bar.max = of
    bar.value = filled
  }
  if (words) words.textContent = fill(words.dataset.progressWords, filled, of)
}

/** Beside the link that leaves only those. */
function showCount(kind, count) {
  const place = document.querySelector(`[data-count="${kind}"]`)
  if (place?.firstElementChild) place.firstElementChild.textContent = fill(place.dataset.words, count)
}

function show(element, text) {
  if (!element || text === undefined || element.textContent === text) return
  element.textContent = text
  element.classList.add('changed')
  setTimeout(() => element.classList.remove('changed'), 1500)
}
