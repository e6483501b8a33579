/**
 * Whoever goes by keyboard along a row of tabs, or a table, that is wider than the screen sees what has the focus whole: browsers are
 * content with a part of it. Not by mouse: nothing moves under a click.
 */
export function showWhole({ target }) {
  if (target.matches('a:focus-visible, button:focus-visible, summary:focus-visible')) {
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
}
