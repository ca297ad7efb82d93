import { $, $$, announce } from './dom.js';

/*
 * Lists: a click anywhere on a row opens it (the link in the first cell stays the real one), and rows can be chosen with the
 * checkboxes data-row-check, a range with shift, all of the page with data-row-check-all. What needs a choice carries data-bulk.
 */
let last = null;

function count(list) {
  const checked = $$('[data-row-check]:checked', list).length;
  const total = $$('[data-row-check]', list).length;
  const all = $('[data-row-check-all]', list);
  if (all) {
    all.checked = checked > 0 && checked === total;
    all.indeterminate = checked > 0 && checked < total;
  }
  for (const bar of $$('[data-bulk]')) bar.hidden = checked === 0;
  for (const label of $$('[data-bulk-count]')) label.textContent = String(checked);
  return checked;
}

export function startLists() {
  document.addEventListener('click', (event) => {
    const box = event.target.closest?.('[data-row-check]');
    if (box) {
      const list = box.closest('table, [data-list]');
      const boxes = $$('[data-row-check]', list);
      if (event.shiftKey && last && boxes.includes(last)) {
        const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b);
        for (let i = from; i <= to; i++) boxes[i].checked = box.checked;
      }
      last = box;
      announce(`${count(list)} selected`);
      return;
    }
    const all = event.target.closest?.('[data-row-check-all]');
    if (all) {
      const list = all.closest('table, [data-list]');
      for (const each of $$('[data-row-check]', list)) each.checked = all.checked;
      announce(`${count(list)} selected`);
      return;
    }
    const row = event.target.closest?.('[data-href]');
    if (!row || event.target.closest('a, button, input, label, select, textarea, summary')) return;
    if (getSelection()?.toString()) return;
    if (event.ctrlKey || event.metaKey) window.open(row.dataset.href, '_blank', 'noopener');
    else location.assign(row.dataset.href);
  });

  // Back returns to the same row: remember which one was opened, and mark it on return.
  const key = `row:${location.pathname}${location.search}`;
  document.addEventListener('click', (event) => {
    const row = event.target.closest?.('[data-row]');
    if (row && event.target.closest('a, [data-href]')) sessionStorage.setItem(key, row.dataset.row);
  });
  const back = performance.getEntriesByType('navigation')[0]?.type === 'back_forward' ? sessionStorage.getItem(key) : null;
  if (back) {
    const row = $(`[data-row="${CSS.escape(back)}"]`);
    row?.classList.add('row-last');
    row?.scrollIntoView({ block: 'center' });
  }

  // The breadcrumb leads back to the list with the filters it had.
  if ($('.table-list, [data-list]')) sessionStorage.setItem(`list:${location.pathname}`, location.search);
  for (const crumb of $$('[data-list-crumb]')) {
    const query = sessionStorage.getItem(`list:${new URL(crumb.href).pathname}`);
    if (query && !crumb.search) crumb.search = query;
  }
}
