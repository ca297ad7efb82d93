import { $, $$ } from './dom.js';

// One confirm dialog for the whole site, native <dialog>: focus trap, Escape and backdrop come with it.
export function confirmFirst({ title, text = '', verb = 'Continue', danger = false }) {
  const dialog = $('#confirm');
  if (!dialog) return Promise.resolve(true);
  $('[data-confirm-title]', dialog).textContent = title;
  const body = $('[data-confirm-text]', dialog);
  body.textContent = text;
  body.hidden = text === '';
  const yes = $('[data-confirm-yes]', dialog);
  yes.textContent = verb;
  yes.classList.toggle('btn-danger', danger);
  yes.classList.toggle('btn-primary', !danger);
  dialog.returnValue = '';
  dialog.showModal();
  // The harmless choice has the focus when the other one destroys something.
  (danger ? $('[data-confirm-no]', dialog) : yes).focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

const question = (node) => ({
  text: node.dataset.confirmText ?? '',
  verb: node.dataset.confirmVerb ?? 'Continue',
  danger: 'confirmDanger' in node.dataset,
});

// The dialog stands outside the live regions: what asks is marked meanwhile, so that no news put another in its place (live.js) and the answer is lost with it.
async function ask(node, title = node.dataset.confirm) {
  node.dataset.asking = '';
  try {
    return await confirmFirst({ ...question(node), title });
  } finally {
    delete node.dataset.asking;
  }
}

export function startDialogs() {
  // A form that was refused comes back in its dialog: <dialog data-open-now="yes">.
  for (const dialog of $$('dialog[data-open-now="yes"]')) dialog.showModal();

  // <form data-confirm="Delete this lead?" data-confirm-text="…" data-confirm-verb="Delete lead" data-confirm-danger>
  document.addEventListener('submit', async (event) => {
    const form = event.target;
    const asker = event.submitter?.dataset.confirm ? event.submitter : form.dataset.confirm ? form : null;
    if (!asker || form.dataset.confirmed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const submitter = event.submitter;
    if (!await ask(asker)) return;
    form.dataset.confirmed = 'yes';
    form.requestSubmit(submitter);
    delete form.dataset.confirmed;
  }, true);

  // hx-confirm asks with the same dialog.
  document.addEventListener('htmx:confirm', (event) => {
    if (!event.detail.question) return;
    event.preventDefault();
    ask(event.detail.elt, event.detail.question).then((yes) => {
      if (yes) event.detail.issueRequest(true);
    });
  });

  // <button data-dialog-open="#id"> and, inside a dialog, <button data-dialog-close>.
  document.addEventListener('click', (event) => {
    const opener = event.target.closest?.('[data-dialog-open]');
    if (opener) {
      event.preventDefault();
      $(opener.dataset.dialogOpen)?.showModal();
      return;
    }
    const closer = event.target.closest?.('[data-dialog-close]');
    if (closer) closer.closest('dialog')?.close();
    // The dialog element itself is hit only outside its box: on the backdrop.
    if (event.target instanceof HTMLDialogElement && 'dismissable' in event.target.dataset) event.target.close();
  });
}
