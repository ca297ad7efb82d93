import { $, $$, announce, el, request, typing } from './dom.js';

/*
 * A look at a row's record beside its list, for every list inside [data-peek]: rows carry data-row and data-href, and the page
 * that data-href names answers ?handler=Peek with a partial whose heading is #peek-title. The rows' links keep the focus of the
 * list; arrows (or j and k) go from row to row, Space opens and closes, and what is open follows.
 */
export const stepped = (rows, from, by) => rows[Math.min(Math.max(rows.indexOf(from) + by, 0), rows.length - 1)];

const rowsOf = () => $$('[data-peek] [data-row][data-href]');
const linkOf = (row) => row && $('a[href]', row);

export function startPeek() {
  const panel = el('div', { id: 'peek', class: 'peek', role: 'dialog', 'aria-labelledby': 'peek-title', tabindex: '-1', hidden: true });
  document.body.append(panel);
  let shown = null;
  let version = null;
  let asked = 0;

  const shownRow = () => rowsOf().find((row) => row.dataset.row === shown);

  function mark() {
    for (const row of rowsOf()) row.classList.toggle('is-peeked', !panel.hidden && row.dataset.row === shown);
  }

  async function show(row) {
    const mine = ++asked;
    const opening = panel.hidden;
    [shown, version] = [row.dataset.row, row.dataset.version];
    panel.hidden = false;
    panel.setAttribute('aria-busy', 'true');
    mark();
    const address = new URL(row.dataset.href, location.href);
    address.searchParams.set('handler', 'Peek');
    const answer = await request(address).catch(() => null);
    const text = await answer?.text().catch(() => '') ?? '';
    if (mine !== asked) return;
    panel.removeAttribute('aria-busy');
    // A sign-in page or an error is no record.
    if (text.includes('id="peek-title"')) panel.innerHTML = text;
    else panel.replaceChildren(el('h2', { id: 'peek-title', class: 'peek-body' }, 'This could not be shown'), el('a', { class: 'peek-body', href: row.dataset.href }, 'Open it instead'));
    panel.scrollTop = 0;
    if (opening) panel.focus();
    else announce($('#peek-title', panel).textContent);
  }

  function close() {
    asked++;
    panel.hidden = true;
    panel.replaceChildren();
    mark();
    linkOf(shownRow())?.focus();
  }

  function move(by, from, inPanel) {
    const row = stepped(rowsOf(), from, by);
    if (!row || row === from) return;
    row.scrollIntoView({ block: 'nearest' });
    if (!inPanel) linkOf(row)?.focus();
    if (!panel.hidden) show(row);
  }

  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented || typing(target) || $('dialog[open]')) return;
    const inPanel = panel.contains(target) || (!panel.hidden && target === document.body);
    const focused = target.closest?.('[data-peek] [data-row][data-href]');
    if (!focused && !inPanel && !(target === document.body && /^[jk]$/.test(key))) return;

    if (key === 'ArrowDown' || key === 'j') move(1, focused ?? shownRow(), inPanel);
    else if (key === 'ArrowUp' || key === 'k') move(-1, focused ?? shownRow(), inPanel);
    else if (key === 'Escape' && !panel.hidden) close();
    else if (key === ' ' && target === panel) close();
    else if (key === ' ' && focused && !target.closest('button, summary')) {
      if (!panel.hidden && shown === focused.dataset.row) close();
      else show(focused);
    } else return;
    event.preventDefault();
  });

  document.addEventListener('click', ({ target }) => {
    if (target.closest?.('[data-peek-close]')) close();
    const row = target.closest?.('[data-peek-open]')?.closest('[data-row]');
    if (!row) return;
    if (!panel.hidden && shown === row.dataset.row) close();
    else show(row);
  });

  // The list was refreshed: its rows are new elements, and the one that is shown may have changed. Who stands on something of the panel keeps it.
  document.addEventListener('htmx:afterSettle', () => {
    if (panel.hidden) return;
    mark();
    const row = shownRow();
    const standing = panel.contains(document.activeElement) && document.activeElement !== panel;
    if (row && row.dataset.version !== version && !standing) show(row);
  });
}
