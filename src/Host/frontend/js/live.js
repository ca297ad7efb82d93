import { $, $$ } from './dom.js';
import htmx from './htmx.js';

/*
 * Regions that follow realtime: <live-region id="lead-list" on="leads">. When something of the topic changes, the region fetches
 * the page again and takes only itself out of the answer (hx-get, hx-select), so a page needs no second handler for it.
 */
const pending = new Map();

// Regions that have waited long enough for who left them open.
const insisting = new Set();

// Changed by somebody's hand, and not sent yet.
const touched = new WeakSet();
const isUnsent = (control) => touched.has(control) && (
  control.matches('select') ? [...control.options].some((option) => option.selected !== option.defaultSelected)
    : control.matches('[type="checkbox"], [type="radio"]') ? control.checked !== control.defaultChecked
      : control.value !== control.defaultValue);
const holdsUnsent = (region) => $('[data-asking]', region) !== null || $$('input, select, textarea', region).some(isUnsent);

const inUse = (region) =>
  $('dialog[open], [data-composer][open], .is-editing, [data-menu][aria-expanded="true"], .is-dragging', region) !== null
  || (region.contains(document.activeElement) && document.activeElement.matches('input:not([type="checkbox"]), textarea, select'))
  || $('input[type="checkbox"][data-row-check]:checked', region) !== null;

function refresh(region, tries = 0) {
  pending.delete(region.id);
  if (!region.isConnected) return;
  // What somebody is working in is not pulled from under them; it is asked again a little later. Left open it waits a minute, but what was typed is never lost.
  if (holdsUnsent(region) || (inUse(region) && tries < 20)) {
    pending.set(region.id, setTimeout(() => refresh(region, tries + 1), 3000));
    return;
  }
  if (document.hidden) {
    region.dataset.stale = 'yes';
    return;
  }
  if (inUse(region)) insisting.add(region.id);
  htmx.trigger(region, 'live');
}

export function touch(...topics) {
  for (const region of $$('[data-live]')) {
    const wanted = region.dataset.live.split(/\s+/);
    if (!topics.includes('*') && !wanted.some((topic) => topics.includes(topic))) continue;
    if (pending.has(region.id)) continue;
    pending.set(region.id, setTimeout(() => refresh(region), 400));
  }
}

export function startLive() {
  const seen = new Map();
  document.addEventListener('input', ({ target }) => touched.add(target));
  document.addEventListener('htmx:beforeSwap', ({ detail }) => {
    const region = detail.target;
    if (region?.dataset?.live === undefined) return;
    // A sign-in page or an error must not replace the list.
    if (detail.xhr.status !== 200 || !detail.serverResponse.includes(`id="${region.id}"`)) {
      detail.shouldSwap = false;
      return;
    }
    // Somebody began to work in it while the answer was on its way.
    const insists = insisting.delete(region.id);
    if (holdsUnsent(region) || (inUse(region) && !insists)) {
      detail.shouldSwap = false;
      if (!pending.has(region.id)) refresh(region);
      return;
    }
    seen.set(region.id, new Map($$('[data-row]', region).map((row) => [row.dataset.row, row.dataset.version ?? ''])));
  });
  document.addEventListener('htmx:afterSettle', () => {
    for (const [id, rows] of seen) {
      const region = document.getElementById(id);
      if (!region) continue;
      for (const row of $$('[data-row]', region)) {
        const before = rows.get(row.dataset.row);
        if (before === undefined || before !== (row.dataset.version ?? '')) row.classList.add('row-changed');
      }
      seen.delete(id);
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    for (const region of $$('[data-live][data-stale]')) {
      delete region.dataset.stale;
      refresh(region);
    }
  });
}
