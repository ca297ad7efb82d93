import { $, request } from './dom.js';
import htmx from './htmx.js';

// The list is a partial of the notifications page; its root says how many are unread: <div data-unread="3">…</div>.
let button;

export function setUnread(count) {
  const badge = $('[data-bell-count]');
  if (!badge) return;
  badge.textContent = count > 99 ? '99+' : String(count);
  badge.hidden = count === 0;
  badge.dataset.count = String(count);
  button?.setAttribute('aria-label', count === 0 ? 'Notifications' : `Notifications, ${count} unread`);
  document.title = document.title.replace(/^\(\d+\+?\) /, '');
  if (count > 0) document.title = `(${count > 99 ? '99+' : count}) ${document.title}`;
}

export const bumpUnread = () => setUnread(Number($('[data-bell-count]')?.dataset.count ?? 0) + 1);

export async function loadBell() {
  const list = $('#bell-list');
  const url = button?.dataset.bellUrl;
  if (!list || !url) return;
  try {
    const answer = await request(url, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return;
    list.innerHTML = await answer.text();
    htmx.process(list);
    const root = $('[data-unread]', list);
    if (root) setUnread(Number(root.dataset.unread) || 0);
  } catch {
    // Away for a moment; the next opening asks again.
  }
}

export function startBell() {
  button = $('[data-bell-url]');
  if (!button) return;
  button.addEventListener('menu:open', loadBell);
  (window.requestIdleCallback ?? setTimeout)(loadBell);
  document.addEventListener('notifications:changed', loadBell);
}
