import { $, $$, csrf } from './dom.js';

export function focusFirstError(within = document) {
  const field = $('.is-invalid, [aria-invalid="true"]', within);
  if (field) field.focus();
  else $('.validation-summary-errors, [data-error-summary]', within)?.focus?.();
  return field !== null;
}

function busy(form, submitter) {
  form.dataset.submitting = 'yes';
  form.setAttribute('aria-busy', 'true');
  // Disabling at once would drop the button's own name and value from what is sent.
  setTimeout(() => {
    for (const button of $$('button[type="submit"], button:not([type]), input[type="submit"]', form)) button.disabled = true;
    submitter?.classList.add('btn-loading');
  }, 0);
}

function idle(form) {
  delete form.dataset.submitting;
  form.removeAttribute('aria-busy');
  for (const button of $$('button, input[type="submit"]', form)) {
    if (!('staysDisabled' in button.dataset)) button.disabled = false;
    button.classList.remove('btn-loading');
  }
}

export function startForms() {
  focusFirstError();

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.dataset.submitting) {
      event.preventDefault();
      return;
    }
    const leaves = !form.matches('[hx-get], [hx-post], [hx-put], [hx-patch], [hx-delete]');
    if (leaves && form.method === 'post' && !('multiple' in form.dataset)) busy(form, event.submitter);
    // Empty fields of a filter form would only lengthen the address.
    if (leaves && form.method === 'get' && 'tidy' in form.dataset) {
      for (const field of form.elements) if (field.name && field.value === '') field.disabled = true;
      setTimeout(() => { for (const field of form.elements) field.disabled = false; }, 0);
    }
  });
  // Back from the cache of the browser: the form must be usable again.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) for (const form of $$('form[data-submitting]')) idle(form);
  });

  // A choice that should act at once: <select data-autosubmit>.
  document.addEventListener('change', (event) => {
    if (event.target.matches?.('[data-autosubmit]')) event.target.form?.requestSubmit();
  });

  // A field that only one choice asks for: <select data-show-for="#reason" data-show-value="lost">.
  document.addEventListener('change', (event) => {
    const chooser = event.target.closest?.('[data-show-for]');
    const field = chooser && $(chooser.dataset.showFor);
    if (!field) return;
    field.hidden = chooser.value !== chooser.dataset.showValue;
    if (!field.hidden) $('input, textarea, select', field)?.focus();
  });

  document.addEventListener('htmx:configRequest', (event) => {
    event.detail.headers['X-CSRF-TOKEN'] = csrf();
  });
  document.addEventListener('htmx:beforeRequest', ({ detail }) => {
    if (detail.elt instanceof HTMLFormElement) busy(detail.elt, detail.requestConfig?.triggeringEvent?.submitter);
  });
  document.addEventListener('htmx:afterRequest', ({ detail }) => {
    if (detail.elt instanceof HTMLFormElement) idle(detail.elt);
  });
  document.addEventListener('htmx:afterSwap', ({ detail }) => { focusFirstError(detail.target); });

  // Leaving with changes that were not saved: <form data-guard>.
  const dirty = new WeakSet();
  document.addEventListener('input', (event) => {
    const form = event.target.closest?.('form[data-guard]');
    if (form) dirty.add(form);
  });
  window.addEventListener('beforeunload', (event) => {
    if ($$('form[data-guard]').some((form) => dirty.has(form) && !form.dataset.submitting)) event.preventDefault();
  });

  // Show or hide a password without leaving the field.
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-reveal]');
    if (!button) return;
    const field = $(button.dataset.reveal);
    if (!field) return;
    const show = field.type === 'password';
    field.type = show ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(show));
    button.setAttribute('aria-label', show ? 'Hide password' : 'Show password');
  });
}
