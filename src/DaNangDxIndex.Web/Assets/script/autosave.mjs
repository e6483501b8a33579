// Each field saves itself and says so. Saves go out one after another, so the points that come back are in order.
import { draftKey, fill, isOwnEcho, readAnswer, readDraft, retryDelay, signInAddress } from './saving.mjs'

const pauseAfterTyping = 800

export function autosave(form) {
  const settings = form.querySelector('[data-saving]')
  const queue = oneAfterAnother()
  for (const element of form.querySelectorAll('[data-autosave]')) {
    if (element.dataset.saveUrl) saveField(element, { form, settings, queue })
  }
}

function saveField(element, { form, settings, queue }) {
  const figure = element.closest('[data-figure]')
  const field = answerOf(element)
  const key = draftKey(settings.dataset.draft, figure.dataset.figure)
  const say = speaker(figure, settings)
  let saved = field.value
  let refused = null
  let version = element.dataset.version
  let pause
  let attempt = 0
  let asked = 0

  element.addEventListener('input', () => { clearTimeout(pause); keep(); pause = setTimeout(save, pauseAfterTyping) })
  element.addEventListener('change', save)
  addEventListener('online', () => { if (attempt > 0) save() })
  restore()

  function restore() {
    const draft = readDraft(localStorage.getItem(key), field.value)
    if (!draft) return localStorage.removeItem(key)
    field.value = draft.value
    version = draft.version
    say.state('restored', 'unsaved')
    save()
  }

  function keep() {
    if (field.value === saved) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify({ value: field.value, version }))
  }

  function save() {
    clearTimeout(pause)
    keep()
    if (field.value === refused) return
    if (field.value === saved && !figure.querySelector('[data-error]').textContent.trim()) return
    const turn = ++asked
    queue(async () => {
      if (turn === asked) await send()
    })
  }

  async function send() {
    const value = field.value
    say.state('saving')
    const answer = await put(element.dataset.saveUrl, value, version, form)
    const newer = field.value !== value
    if (isOwnEcho(answer, value)) return accept({ value, version: answer.version, savedAt: '' }, newer)
    switch (answer.kind) {
      case 'saved':
        attempt = 0
        accept(answer, newer)
        break
      case 'conflict':
        say.state('conflict', 'unsaved')
        say.conflict(answer, value, keepMine, takeTheirs)
        break
      case 'refused':
        attempt = 0
        refused = value
        say.error(answer.message)
        say.state('unsaved', 'unsaved')
        break
      case 'signedOut':
        say.state('signedOut', 'unsaved')
        say.signIn(signInAddress(settings.dataset.signIn, location, field.id))
        break
      default:
        say.state(answer.kind === 'lost' ? 'lost' : 'failed', 'unsaved')
        pause = setTimeout(save, retryDelay(attempt++, answer.retryAfter))
    }
  }

  function accept(answer, newer) {
    version = String(answer.version)
    refused = null
    remember(version)
    say.error('')
    say.noConflict()
    saved = newer ? null : answer.value ?? ''
    if (!newer) field.value = answer.value ?? ''
    keep()
    say.state('saved', 'saved', answer.savedAt)
    showPoints(form, answer)
  }

  function keepMine(theirVersion) {
    version = String(theirVersion)
    say.noConflict()
    field.focus()
    save()
  }

  function takeTheirs(theirs, theirVersion) {
    version = String(theirVersion)
    remember(version)
    field.value = theirs
    saved = theirs
    keep()
    say.noConflict()
    say.error('')
    say.state('saved', 'saved', '')
    field.focus()
  }

  function remember(theVersion) {
    element.dataset.version = theVersion
    const posted = figure.querySelector('[data-version-field]')
    if (posted) posted.value = theVersion
  }
}

// One way to read and write an input, a text area, a list or a group of radios.
function answerOf(element) {
  if ('value' in element) return element
  const inputs = () => [...element.querySelectorAll('input')]
  return {
    get id() { return inputs()[0].id },
    get value() { return inputs().find(input => input.checked)?.value ?? '' },
    set value(value) { for (const input of inputs()) input.checked = input.value === value },
    focus() { (inputs().find(input => input.checked) ?? inputs()[0]).focus() },
  }
}

async function put(url, value, version, form) {
  try {
    const response = await fetch(url, {
      method: 'PATCH',
      keepalive: true,
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'Accept-Language': document.documentElement.lang,
        'Content-Language': document.documentElement.lang,
        'If-Match': `"${version}"`,
        'X-Requested-With': 'fetch',
        RequestVerificationToken: form.querySelector('[name=__RequestVerificationToken]')?.value ?? '',
      },
      body: JSON.stringify({ value }),
    })
    const body = response.headers.get('Content-Type')?.includes('json') ? await response.json() : null
    return response.ok && !body ? { kind: 'later' } : readAnswer(response.status, body, response.headers.get('Retry-After'))
  } catch {
    return { kind: 'lost' }
  }
}

function speaker(figure, settings) {
  const texts = settings.dataset
  const state = figure.querySelector('[data-state]')
  const error = figure.querySelector('[data-error]')
  const said = { saving: texts.textSaving, saved: texts.textSaved, unsaved: texts.textUnsaved, lost: texts.textLost, failed: texts.textFailed,
    signedOut: texts.textSignedOut, restored: texts.textRestored, conflict: texts.textConflict }
  return {
    state(kind, tone = '', ...values) {
      state.textContent = fill(said[kind], ...values).trim()
      state.dataset.tone = tone
    },
    signIn(href) {
      const link = document.createElement('a')
      link.href = href
      link.textContent = texts.textSignIn
      state.append(' ', link)
    },
    error(message) {
      error.textContent = message
      figure.classList.toggle('figure-error', message !== '')
      for (const input of figure.querySelectorAll('input:not([type=hidden]), textarea, select')) {
        if (message) input.setAttribute('aria-invalid', 'true')
        else input.removeAttribute('aria-invalid')
      }
    },
    conflict(answer, mine, keepMine, takeTheirs) {
      this.noConflict()
      const choice = settings.querySelector('template[data-conflict]').content.cloneNode(true)
      choice.querySelector('[data-yours]').textContent = answer.yours ?? mine
      choice.querySelector('[data-theirs]').textContent = answer.theirs
      if (answer.theirsBy) choice.querySelector('[data-theirs-by]').textContent = answer.theirsBy
      choice.querySelector('[data-keep-mine]').addEventListener('click', () => keepMine(answer.version))
      choice.querySelector('[data-take-theirs]').addEventListener('click', () => takeTheirs(answer.theirs, answer.version))
      state.after(choice)
    },
    noConflict() {
      figure.querySelector('.conflict')?.remove()
    },
  }
}

// Points are the server's: the page only shows what came back.
function showPoints(form, { criteria = [], component, total, progress, doubts }) {
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

function oneAfterAnother() {
  let last = Promise.resolve()
  return work => { last = last.then(work, work) }
}
