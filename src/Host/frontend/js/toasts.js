import { $, el, icon, json, request } from './dom.js';

const icons = { success: 'check', warning: 'alert-triangle', danger: 'alert-triangle', info: 'info-circle' };

/**
 * toast('Lead moved to Qualified', { kind: 'success', undo: () => ..., href: '/Leads/Details/1' })
 * With undo it stays ten seconds, otherwise six; errors stay until closed. Hovering or focusing it stops its clock.
 */
export function toast(text, { kind = 'info', detail, undo, href, linkText = 'Open' } = {}) {
  const region = $('#toasts');
  if (!region) return null;

  const node = el('div', { class: `toast-note toast-${kind}`, role: kind === 'danger' ? 'alert' : 'status' });
  let timer;
  const dismiss = () => {
    clearTimeout(timer);
    node.classList.add('leaving');
    setTimeout(() => node.remove(), 180);
  };
  const body = el('div', { class: 'toast-text' }, el('div', { class: 'toast-title' }, text));
  if (detail) body.append(el('div', { class: 'toast-detail' }, detail));
  node.append(icon(icons[kind] ?? icons.info), body);
  if (href) node.append(el('a', { class: 'btn btn-sm btn-ghost-light', href }, linkText));
  if (undo) {
    node.append(el('button', {
      class: 'btn btn-sm btn-ghost-light', type: 'button',
      onclick: async () => { dismiss(); await undo(); },
    }, 'Undo'));
  }
  node.append(el('button', { class: 'toast-close', type: 'button', 'aria-label': 'Dismiss', onclick: dismiss }, icon('x')));

  const wait = undo ? 10_000 : 6_000;
  const arm = () => { if (kind !== 'danger') timer = setTimeout(dismiss, wait); };
  node.addEventListener('pointerenter', () => clearTimeout(timer));
  node.addEventListener('pointerleave', arm);
  node.addEventListener('focusin', () => clearTimeout(timer));
  node.addEventListener('focusout', arm);
  region.append(node);
  while (region.children.length > 4) region.firstElementChild.remove();
  arm();
  return { dismiss };
}

/** Undo that posts to the url the server named, then shows the page as it is again. */
export const undoBy = (url) => async () => {
  // The redirect is not followed: the page it names would be made for nobody, and would use up the toast that confirms the undo.
  const answer = await request(url, { method: 'POST', redirect: 'manual' });
  if (answer.ok || answer.type === 'opaqueredirect') location.reload();
  else toast('That could not be undone.', { kind: 'danger', detail: 'It may have changed in the meantime.' });
};

export function startToasts() {
  for (const flash of json('flash', [])) {
    toast(flash.text, { kind: flash.kind, detail: flash.detail, href: flash.href, undo: flash.undo_url ? undoBy(flash.undo_url) : undefined });
  }
  // A handler may answer an htmx request with  HX-Trigger: {"toast": {"text": "...", "kind": "success", "undo_url": "..."}}
  document.addEventListener('toast', ({ detail }) => {
    const note = detail?.value ?? detail ?? {};
    toast(note.text ?? String(note), { kind: note.kind, detail: note.detail, href: note.href, undo: note.undo_url ? undoBy(note.undo_url) : undefined });
  });
}
