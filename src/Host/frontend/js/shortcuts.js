import { $, json, typing } from './dom.js';
import { openPalette } from './palette.js';

/*
 * Single letters, never while typing and never in a dialog. A page adds its own by marking what the key should press or focus:
 * <a data-shortcut="c">, <input data-shortcut="/">; "g" and a letter go where Navigation says.
 */
let waiting = 0;

const usable = (node) => node && node.offsetParent !== null && !node.disabled;

function press(key) {
  const node = [...document.querySelectorAll(`[data-shortcut="${key}"]`)].find(usable);
  if (!node) return false;
  if (node.matches('input, select, textarea')) {
    node.focus();
    node.select?.();
  } else {
    node.click();
  }
  return true;
}

export function startShortcuts() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (typing(event.target) || $('dialog[open]')) return;

    if (waiting && Date.now() - waiting < 1500) {
      waiting = 0;
      const target = json('palette-data', []).find((entry) => entry.keys === `g ${event.key}`);
      if (target) {
        event.preventDefault();
        location.assign(target.url);
      }
      return;
    }
    if (event.key === 'g') {
      waiting = Date.now();
      return;
    }
    waiting = 0;
    if (event.key === '?') {
      event.preventDefault();
      $('#shortcuts')?.showModal();
      return;
    }
    if (event.key.length !== 1 || !/[a-z/]/.test(event.key)) return;
    if (press(event.key)) event.preventDefault();
    else if (event.key === '/') {
      event.preventDefault();
      openPalette();
    } else if (event.key === 'c') {
      event.preventDefault();
      openPalette('new ');
    }
  });
}
