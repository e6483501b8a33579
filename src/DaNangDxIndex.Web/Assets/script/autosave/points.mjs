// Points are the server's: the page only shows what came back.
import { fill } from './answers.mjs'

export function showPoints(form, { criteria = [], component, total, progress, doubts }) {
  for (const criterion of criteria) {
    const section = form.querySelector(`[data-criterion="${CSS.escape(criterion.code)}"]`)
    show(section?.querySelector('[data-points]'), criterion.points)
    show(section?.querySelector('[data-maximum]'), criterion.maximum)
    show(section?.querySelector('[data-explanation]'), criterion.explanation ?? '')
  }
  show(document.querySelector('[data-component-points]'), component?.points)
  show(document.querySelector('[data-total-points]'), total?.points)
  if (total) show(document.querySelector('[data-total-open]'), total.open ? `(${total.open})` : '')
  if (progress) showProgress(progress)
  if (doubts) showDoubts(form, doubts)
}

function showDoubts(form, doubts) {
  const list = form.querySelector('[data-doubts]')
  list?.replaceChildren(...doubts.map(doubt => Object.assign(document.createElement('li'), { textContent: doubt })))
}

function showProgress({ filled, of }) {
  const bar = document.querySelector('[data-progress]')
  const words = document.querySelector('[data-progress-words]')
  if (bar) {
    bar.max = of
    bar.value = filled
  }
  if (words) words.textContent = fill(words.dataset.progressWords, filled, of)
}

function show(element, text) {
  if (!element || text === undefined || element.textContent === text) return
  element.textContent = text
  element.classList.add('changed')
  setTimeout(() => element.classList.remove('changed'), 1500)
}
