// Both benches without reloading: what a link or a form of the bench answers with takes the place of the parts that are shown, and the
// focus stays in the list, on the line that lies open. What is no bench any more (signed out, gone) is left to the browser.
import { currentLine, keysOf } from './bench-keys.mjs'
import { leadToField } from './forms.mjs'

export function openBench(bench) {
  let busy = false
  bench.addEventListener('click', event => {
    const line = event.target.closest('[data-bench-line]')
    if (!line || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open(line)
  })
  bench.addEventListener('submit', event => {
    event.preventDefault()
    send(event.target, event.submitter)
  })
  leadToField(bench.querySelector('#bench-faults'))
  keysOf(bench, { open, isBusy: () => busy })
  showOpened(bench)

  async function open(line) {
    if (!await exchange(line.href)) location.assign(line.href)
  }

  async function send(form, button) {
    const body = new URLSearchParams(new FormData(form, button))
    if (!await exchange(form.action, { method: 'POST', body })) form.submit()
  }

  // True where the answer is shown, or nothing could be asked: then nothing is lost, and it says so.
  async function exchange(address, how) {
    if (busy) return true
    busy = true
    bench.setAttribute('aria-busy', 'true')
    try {
      const answer = await fetch(address, how).catch(() => null)
      if (!answer) return tellLost()
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const fresh = page.querySelector('[data-bench]')
      if (!fresh) return false
      take(page, fresh)
      return true
    } finally {
      busy = false
      bench.removeAttribute('aria-busy')
    }
  }

  function take(page, fresh) {
    const scrolled = bench.querySelector('.bench-list')?.scrollTop
    for (const part of bench.querySelectorAll('[data-bench-part]')) {
      const other = fresh.querySelector(`#${part.id}`)
      part.innerHTML = other?.innerHTML ?? ''
    }
    bench.dataset.bench = fresh.dataset.bench
    document.title = page.title
    history.replaceState(null, '', fresh.dataset.bench)
    const list = bench.querySelector('.bench-list')
    if (list) list.scrollTop = scrolled
    focusWhatCounts()
  }

  function focusWhatCounts() {
    const faults = bench.querySelector('.govuk-error-summary')
    if (faults) return faults.focus()
    const current = currentLine(bench)
    current?.focus({ preventScroll: true })
    current?.closest('li, tr').scrollIntoView({ block: 'nearest' })
  }

  function tellLost() {
    const faults = bench.querySelector('#bench-faults')
    const summary = document.createElement('div')
    summary.className = 'govuk-error-summary'
    summary.setAttribute('role', 'alert')
    summary.textContent = bench.querySelector('[data-lost]').dataset.lost
    faults.replaceChildren(summary)
    return true
  }
}

// The list begins where the open line stands.
function showOpened(bench) {
  const list = bench.querySelector('.bench-list')
  const opened = list?.querySelector('[aria-current]')
  if (opened) list.scrollTop = opened.offsetTop - list.offsetTop - list.clientHeight / 3
}
