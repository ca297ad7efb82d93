export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

/** Builds an element; text goes in as text, so nothing from a payload is ever read as markup. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const spritePath = document.documentElement.dataset.icons ?? '/dist/icons.svg';

export function icon(name, extra = '') {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', `icon ${extra}`.trim());
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${spritePath}#${name}`);
  svg.append(use);
  return svg;
}

/** Reads a JSON data block; absent or broken answers the fallback. */
export function json(id, fallback) {
  const block = document.getElementById(id);
  if (!block) return fallback;
  try { return JSON.parse(block.textContent); } catch { return fallback; }
}

export const csrf = () => $('meta[name="csrf"]')?.content ?? '';

/** fetch for the pages' own calls: same origin, cookie, antiforgery header. */
export function request(url, options = {}) {
  const headers = new Headers(options.headers);
  headers.set('X-CSRF-TOKEN', csrf());
  headers.set('X-Requested-With', 'fetch');
  return fetch(url, { credentials: 'same-origin', ...options, headers });
}

export function announce(text) {
  const region = $('#announcer');
  if (!region) return;
  region.textContent = '';
  // A changed text is read out; the same text twice would be silent without the pause.
  setTimeout(() => { region.textContent = text; }, 60);
}

export const typing = (target) =>
  target instanceof Element && (target.closest('input, textarea, select, [contenteditable=""], [contenteditable="true"]') !== null);

export function debounce(action, wait) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), wait);
  };
}
