// What the page says beside a field. The texts stand in the page (_SavingTexts), in its language.
import { fill } from './answers.mjs'

export function speaker(figure, settings) {
  const texts = settings.dataset
  const state = figure.querySelector('[data-state]')
  const error = figure.querySelector('[data-error]')
  const said = {
    saving: texts.textSaving,
    saved: texts.textSaved,
    unsaved: texts.textUnsaved,
    notKept: texts.textNotKept,
    lost: texts.textLost,
    failed: texts.textFailed,
    signedOut: texts.textSignedOut,
    restored: texts.textRestored,
    conflict: texts.textConflict,
  }
  return {
    state(kind, tone = '', ...values) {
      const text = fill(said[kind], ...values).trim()
      if (state.textContent !== text) state.textContent = text
      state.dataset.tone = tone
    },
    // A paragraph of its own that stays until a save goes in: what is written anew between press and release takes no press.
    signIn(href) {
      const link = figure.querySelector('[data-sign-in-again] a') ?? linkAfter(state)
      link.href = href
      link.textContent = texts.textSignIn
    },
    showsError: () => error.textContent.trim() !== '',
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
      if (answer.message) choice.querySelector('[data-conflict-said]').textContent = answer.message
      choice.querySelector('[data-keep-mine]').addEventListener('click', () => keepMine(answer.version))
      choice.querySelector('[data-take-theirs]').addEventListener('click', () => takeTheirs(answer.theirs, answer.version))
      state.after(choice)
    },
    hasConflict: () => figure.querySelector('.conflict') !== null,
    noConflict() {
      figure.querySelector('.conflict')?.remove()
    },
    nothingWrong() {
      this.error('')
      this.noConflict()
      figure.querySelector('[data-sign-in-again]')?.remove()
    },
  }
}

function linkAfter(state) {
  const paragraph = Object.assign(document.createElement('p'), { className: 'figure-state' })
  paragraph.dataset.signInAgain = ''
  const link = document.createElement('a')
  paragraph.append(link)
  state.after(paragraph)
  return link
}

/** Entry is closed, and a value lies on this machine that was never saved: shown, and dropped only by its own button. */
export function showKept(figure, settings, kept) {
  const state = figure.querySelector('[data-state]')
  const draft = kept.read(figure.dataset.figure, null)
  if (!state || !draft) return
  const texts = settings.dataset
  const drop = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'link-button',
    textContent: texts.textDrop,
  })
  const told = Object.assign(document.createElement('p'), {
    className: 'figure-state',
    textContent: `${fill(texts.textKept, draft.shown ?? draft.value)} `,
  })
  told.dataset.tone = 'unsaved'
  told.append(drop)
  state.after(told)
  drop.addEventListener('click', () => {
    kept.drop(figure.dataset.figure)
    told.remove()
  })
}
