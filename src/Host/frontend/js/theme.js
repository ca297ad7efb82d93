import { $, $$, announce } from './dom.js';
import { store } from './store.js';

const root = document.documentElement;
const systemDark = matchMedia('(prefers-color-scheme: dark)');

function apply(choice) {
  const dark = choice === 'dark' || (choice === 'system' && systemDark.matches);
  root.dataset.themeChoice = choice;
  root.dataset.bsTheme = dark ? 'dark' : 'light';
  $('meta[name="theme-color"]')?.setAttribute('content', dark ? '#0c1a24' : '#0f2f44');
  for (const button of $$('[data-theme-set]')) button.setAttribute('aria-checked', String(button.dataset.themeSet === choice));
  document.dispatchEvent(new CustomEvent('theme:changed', { detail: { dark } }));
}

export function setTheme(choice) {
  store.set('theme', choice);
  apply(choice);
  announce(`Theme: ${choice}`);
}

export function startTheme() {
  apply(root.dataset.themeChoice ?? 'system');
  systemDark.addEventListener('change', () => {
    if (root.dataset.themeChoice === 'system') apply('system');
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-theme-set]');
    if (button) setTheme(button.dataset.themeSet);
  });
}
