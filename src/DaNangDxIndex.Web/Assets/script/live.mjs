// A form that shows what it would come to while it is filled in: it is sent to its handler for trying, and the marked parts of the
// answer take the place of those on the page. What is typed stays; only a choice that changes the form's shape exchanges the fields
// themselves.
const PATIENCE = 400

export function tryLive(form) {
  let waiting
  let sent = 0
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => refresh(false), PATIENCE)
  })
  form.addEventListener('change', event => {
    if (!event.target.closest('[data-live-shape]') || event.target.tagName !== 'SELECT') return
    clearTimeout(waiting)
    refresh(true)
  })

  async function refresh(shape) {
    const turn = ++sent
    const address = new URL(form.action || location.href)
    address.searchParams.set('handler', form.dataset.live)
    const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => null)
    if (!answer?.headers.get('Content-Type')?.startsWith('text/html') || turn !== sent) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    exchange(page, shape ? '[data-live-part], [data-live-shape]' : '[data-live-part]')
  }

  function exchange(page, parts) {
    const focused = document.activeElement?.id
    for (const part of form.querySelectorAll(parts)) {
      const fresh = page.getElementById(part.id)
      if (fresh && part.isConnected) part.innerHTML = fresh.innerHTML
    }
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus()
  }
}
