import { $ } from './dom.js';
import { store } from './store.js';

const root = document.documentElement;

export function startRail() {
  const fold = $('[data-rail-fold]');
  const say = () => {
    const folded = root.classList.contains('rail-folded');
    fold?.setAttribute('aria-expanded', String(!folded));
    fold?.setAttribute('aria-label', folded ? 'Expand navigation' : 'Collapse navigation');
  };
  say();
  fold?.addEventListener('click', () => {
    const folded = root.classList.toggle('rail-folded');
    store.set('rail', folded ? 'folded' : 'open');
    say();
  });

  // On a phone the rail is a drawer that the bottom bar opens.
  const rail = $('#rail');
  const opener = $('[data-rail-open]');
  const close = () => {
    if (!root.classList.contains('rail-open')) return;
    root.classList.remove('rail-open');
    opener?.setAttribute('aria-expanded', 'false');
    opener?.focus();
  };
  opener?.addEventListener('click', () => {
    root.classList.add('rail-open');
    opener.setAttribute('aria-expanded', 'true');
    $('a', rail)?.focus();
  });
  $('[data-rail-close]')?.addEventListener('click', close);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  rail?.addEventListener('focusout', (event) => {
    if (root.classList.contains('rail-open') && event.relatedTarget && !rail.contains(event.relatedTarget)) close();
  });
}
