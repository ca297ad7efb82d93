import { $, debounce, el, icon, json } from './dom.js';

/*
 * Ctrl/Cmd+K. Entries of the page come from the JSON block "palette-data" (pages and actions the user may use, from Navigation);
 * further ones from providers: addProvider(async (query, signal) => [{ label, detail, group, url | run, icon }]).
 */
const providers = [];
const commands = [];
export const addProvider = (provider) => providers.push(provider);
export const addCommand = (command) => commands.push(command);

let dialog, input, list, shown = [], active = 0, running, opener;

// Every word must begin a word of the entry; initials count too ("nl" finds "New lead").
function rank(entry, query) {
  if (query === '') return 1;
  const text = `${entry.label} ${entry.keywords ?? ''}`.toLowerCase();
  const words = text.split(/[^a-z0-9]+/);
  const parts = query.split(/\s+/);
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return text.startsWith(query) ? 4 : 3;
  if (entry.label.toLowerCase().split(/\s+/).map((word) => word[0]).join('').startsWith(query)) return 2;
  return text.includes(query) ? 1 : 0;
}

function local(query) {
  const entries = [...json('palette-data', []), ...commands];
  return entries
    .map((entry) => ({ entry, score: rank(entry, query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

function render(entries, note) {
  shown = entries;
  active = 0;
  list.replaceChildren();
  // Grouped in the order in which groups first appear, so that the keyboard walks what the eye sees.
  const groups = new Map();
  for (const entry of entries) groups.set(entry.group ?? 'Results', [...(groups.get(entry.group ?? 'Results') ?? []), entry]);
  shown = [...groups.values()].flat();
  let index = 0;
  for (const [name, members] of groups) {
    const group = el('div', { role: 'group', 'aria-label': name }, el('div', { class: 'palette-group', 'aria-hidden': 'true' }, name));
    for (const entry of members) {
      const at = index++;
      group.append(el('div', {
        class: 'palette-item', role: 'option', id: `palette-${at}`, 'aria-selected': at === 0 ? 'true' : 'false',
        onclick: () => choose(at), onpointermove: () => select(at, false),
      },
      icon(entry.icon ?? 'arrow-right'),
      el('span', { class: 'palette-label' }, entry.label),
      entry.detail ? el('span', { class: 'palette-detail' }, entry.detail) : null,
      entry.keys ? el('kbd', {}, entry.keys) : null));
    }
    list.append(group);
  }
  if (entries.length === 0) list.append(el('div', { class: 'palette-none', role: 'status' }, note ?? 'Nothing found. Try a name, a page or an action.'));
  input.setAttribute('aria-activedescendant', shown.length > 0 ? 'palette-0' : '');
}

function select(index, scroll = true) {
  if (shown.length === 0 || index === active) return;
  $(`#palette-${active}`)?.setAttribute('aria-selected', 'false');
  active = (index + shown.length) % shown.length;
  const node = $(`#palette-${active}`);
  node?.setAttribute('aria-selected', 'true');
  if (scroll) node?.scrollIntoView({ block: 'nearest' });
  input.setAttribute('aria-activedescendant', `palette-${active}`);
}

function choose(index, newTab = false) {
  const entry = shown[index];
  if (!entry) return;
  dialog.close();
  if (entry.run) entry.run();
  else if (newTab) window.open(entry.url, '_blank', 'noopener');
  else location.assign(entry.url);
}

const searchFar = debounce(async (query) => {
  running?.abort();
  if (query.length < 2 || providers.length === 0) return;
  running = new AbortController();
  const { signal } = running;
  const answers = await Promise.allSettled(providers.map((provider) => provider(query, signal)));
  if (signal.aborted || input.value.trim().toLowerCase() !== query) return;
  const far = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value ?? [] : []));
  if (far.length > 0) render([...far, ...local(query)]);
}, 160);

function update() {
  const query = input.value.trim().toLowerCase();
  render(local(query));
  searchFar(query);
}

export function openPalette(query = '') {
  if (!dialog || dialog.open) return;
  opener = document.activeElement;
  input.value = query;
  dialog.showModal();
  input.focus();
  input.select();
  update();
}

export function startPalette() {
  dialog = $('#palette');
  if (!dialog) return;
  input = $('input', dialog);
  list = $('[role="listbox"]', dialog);

  const far = dialog.dataset.searchUrl;
  if (far) {
    addProvider(async (query, signal) => {
      const separator = far.includes('?') ? '&' : '?';
      const answer = await fetch(`${far}${separator}q=${encodeURIComponent(query)}`, { signal, credentials: 'same-origin', headers: { Accept: 'application/json' } });
      return answer.ok ? answer.json() : [];
    });
  }

  input.addEventListener('input', update);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') select(active + 1);
    else if (event.key === 'ArrowUp') select(active - 1);
    else if (event.key === 'Enter') choose(active, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener('close', () => { running?.abort(); opener?.focus?.(); });
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-palette-open]')) openPalette();
  });
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      if (dialog.open) dialog.close();
      else openPalette();
    }
  });
}
