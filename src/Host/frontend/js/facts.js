import { $, announce, el, request } from './dom.js';
import htmx from './htmx.js';
import { toast } from './toasts.js';

/*
 * Facts that are changed where they stand: <editable-fact> inside [data-facts], which names the address that takes them and the
 * version that is shown. The fields are those of the record's form, out of the template [data-fact-fields]. The answer to a
 * change that was taken is the page; a refused one (422) names its fields, and one of somebody else's version (412) is the page as it is now.
 */
const first = 'input:not([type="hidden"]), select, textarea';
const said = (values) => new URLSearchParams(new FormData(values)).toString();

/** What was said when somebody else's change came first. */
export const overtaken = (label, before, now) => before === now
  ? `Somebody changed this lead meanwhile, but not this. Save again.`
  : `Somebody changed this meanwhile: ${label} is now ${now}. Save again to put yours in its place, or cancel to keep theirs.`;

let open = null;

const homeOf = (node) => node.closest('[data-facts]');
const valueOf = (fact) => $('.fact-value', fact);

function formOf(fact, template) {
  const form = el('form', { class: 'fact-form', 'aria-label': `Change ${fact.dataset.label}`, novalidate: true });
  for (const name of fact.dataset.fact.split(' ')) form.append($(`[name="Form.${name}"]`, template.content).closest('.field').cloneNode(true));
  form.append(
    el('div', { class: 'field-error', role: 'alert', 'data-fact-error': true }),
    el('div', { class: 'fact-buttons' }, el('button', { class: 'btn btn-sm btn-primary' }, 'Save'), el('button', { class: 'btn btn-sm', type: 'button', 'data-fact-cancel': true }, 'Cancel')));
  return form;
}

function start(fact) {
  if (open?.fact === fact) return;
  if (open) {
    // One at a time: what is being saved goes first, and this one after it.
    open.next = fact.dataset.fact;
    leave();
    return;
  }
  const form = formOf(fact, $('template[data-fact-fields]', homeOf(fact)));
  open = { fact, form, before: said(form) };
  fact.classList.add('is-editing');
  fact.append(form);
  const field = $(first, form);
  field.focus();
  if (field.matches('input:not([type="checkbox"])')) field.select();
}

function stop({ focus = true } = {}) {
  const { fact, form } = open;
  const next = open.next && $(`[data-fact="${open.next}"]`, homeOf(fact));
  open = null;
  form.remove();
  fact.classList.remove('is-editing');
  if (next) start(next);
  else if (focus) $('[data-fact-edit]', fact).focus();
}

/** Left without a word: a change is saved, anything else is as it was. */
function leave() {
  if (said(open.form) === open.before) stop({ focus: false });
  else save({ focus: false });
}

function complain(text, fields = {}) {
  const { form } = open;
  for (const note of form.querySelectorAll('[data-fact-note]')) note.remove();
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  for (const [name, message] of Object.entries(fields)) {
    const field = $(`[name="Form.${name}"]:not([type="hidden"])`, form);
    if (!field) {
      text = `${text} ${message}`.trim();
      continue;
    }
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', `${field.id}-fact-error`);
    field.closest('.field').append(el('div', { class: 'field-error', id: `${field.id}-fact-error`, 'data-fact-note': true }, message));
  }
  $('[data-fact-error]', form).textContent = text;
  announce(Object.values(fields).join(' '));
}

const send = (home, values) => {
  const body = new URLSearchParams(values);
  body.set('version', home.dataset.factsVersion);
  return request(home.dataset.facts, { method: 'POST', body, redirect: 'manual' }).catch(() => null);
};

function show(page, fact) {
  const region = homeOf(fact).closest('[data-live]');
  htmx.swap(region, page, { swapStyle: 'outerHTML', swapDelay: 0, settleDelay: 0 }, { select: `#${region.id}` });
  return document.getElementById(region.id);
}

const stored = (fact) => said(formOf(fact, $('template[data-fact-fields]', homeOf(fact))));

/** Takes back what was saved, unless it was changed since. */
async function undo(selector, before, after) {
  const fact = $(selector);
  const home = fact && homeOf(fact);
  const answer = fact && stored(fact) === after ? await send(home, before) : null;
  if (answer?.ok) {
    show(await answer.text(), home);
    announce('Taken back');
  } else toast('That could not be undone.', { kind: 'danger', detail: 'It may have changed in the meantime.' });
}

async function save({ focus = true } = {}) {
  const mine = open;
  const { fact, form, before } = mine;
  if (mine.saving) return;
  if (said(form) === before) {
    stop({ focus });
    return;
  }
  mine.saving = true;
  form.setAttribute('aria-busy', 'true');
  const answer = await send(homeOf(fact), said(form));
  const body = await answer?.text().catch(() => '') ?? '';
  mine.saving = false;
  form.removeAttribute('aria-busy');
  if (open !== mine || !form.isConnected) return;

  if (answer?.ok) {
    const { label } = fact.dataset;
    open = null;
    const region = show(body, fact);
    const wanted = $(`[data-fact="${mine.next ?? fact.dataset.fact}"]`, region);
    if (mine.next) start(wanted);
    else if (focus) $('[data-fact-edit]', wanted)?.focus();
    const selector = `[data-fact="${fact.dataset.fact}"]`;
    const after = stored($(selector, region));
    toast(`${label[0].toUpperCase()}${label.slice(1)} saved`, { kind: 'success', undo: () => undo(selector, before, after) });
    return;
  }
  mine.next = null;
  if (answer?.status === 412) catchUp(mine, new DOMParser().parseFromString(body, 'text/html'));
  else if (answer?.status === 422) complain('', JSON.parse(body));
  else complain(answer ? 'This could not be saved. Load the page again.' : 'No connection. Nothing was saved.');
}

/** Somebody else was faster: shows what stands there now, and what was typed stays. */
function catchUp(mine, page) {
  const { fact } = mine;
  const home = homeOf(fact);
  const [newHome, newFact] = [$('[data-facts]', page), $(`[data-fact="${fact.dataset.fact}"]`, page)];
  if (!newHome || !newFact) {
    complain('This lead changes no more. Load the page again.');
    return;
  }
  const text = (value) => value.textContent.trim().replace(/\s+/g, ' ');
  const words = overtaken(fact.dataset.label, text(valueOf(fact)), text(valueOf(newFact)));
  home.dataset.factsVersion = newHome.dataset.factsVersion;
  valueOf(fact).replaceChildren(...valueOf(newFact).childNodes);
  const template = $('template[data-fact-fields]', newHome);
  $('template[data-fact-fields]', home).replaceWith(template);
  mine.before = said(formOf(fact, template));
  complain(words);
}

export function startFacts() {
  document.addEventListener('click', ({ target }) => {
    if (target.closest?.('[data-fact-cancel]')) stop();
    const fact = target.closest?.('[data-fact]');
    if (!fact || target.closest('.fact-form, a')) return;
    if (target.closest('[data-fact-edit]') || !getSelection()?.toString()) start(fact);
  });

  document.addEventListener('submit', (event) => {
    if (event.target !== open?.form) return;
    event.preventDefault();
    save();
  });

  document.addEventListener('keydown', (event) => {
    if (!open?.form.contains(event.target)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      stop();
    } else if (event.key === 'Enter' && (event.target.matches('select') || (event.target.matches('textarea') && (event.ctrlKey || event.metaKey)))) {
      event.preventDefault();
      open.form.requestSubmit();
    }
  });

  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    // Another window took the focus: nobody left the field.
    if (!open?.form.contains(target) || open.form.contains(relatedTarget) || !document.hasFocus()) return;
    const mine = open;
    setTimeout(() => { if (open === mine && !mine.form.contains(document.activeElement)) leave(); }, 0);
  });
}
