import { $, $$, announce, debounce, request } from './dom.js';

/*
 * What is done to the chosen rows of a list: all of the page can become "all N results", and before anything is changed the
 * dialog says how many will be, and which not and why.
 */
export function startBulk() {
  const form = $('#bulk');
  const dialog = $('#bulk-dialog');
  const all = form.elements['bulk.All'];
  const action = form.elements['bulk.Action'];
  const total = Number(form.dataset.total);
  const offer = $('[data-bulk-all]', form);

  function update() {
    const boxes = $$('[data-row-check]');
    const checked = boxes.filter((box) => box.checked).length;
    all.value = 'false';
    offer.hidden = checked < boxes.length || total <= boxes.length;
    $('[data-bulk]', form).hidden = checked === 0;
    $('[data-bulk-count]', form).textContent = String(checked);
  }
  document.addEventListener('click', (event) => {
    // After lists.js, which may have checked a whole range.
    if (event.target.closest?.('[data-row-check], [data-row-check-all]')) setTimeout(update, 0);
  });
  document.addEventListener('htmx:afterSettle', update);
  window.addEventListener('pageshow', update);

  offer.addEventListener('click', () => {
    all.value = 'true';
    offer.hidden = true;
    $('[data-bulk-count]', form).textContent = total.toLocaleString('en-US');
    announce(`All ${total} leads selected`);
  });

  for (const button of $$('[data-bulk-action]', form)) {
    button.addEventListener('click', () => {
      action.value = button.dataset.bulkAction;
      for (const fields of $$('[data-bulk-fields]', form)) {
        fields.hidden = fields.dataset.bulkFields !== action.value;
        if (fields.hidden) continue;
        $('[data-bulk-title]', form).textContent = fields.dataset.title;
        $('[data-bulk-go]', form).textContent = fields.dataset.verb;
      }
      dialog.showModal();
      preview();
    });
  }

  let asked = 0;
  async function preview() {
    const mine = ++asked;
    const line = $('[data-bulk-preview]', form);
    const answer = await request(form.dataset.preview, { method: 'POST', body: new FormData(form) }).catch(() => null);
    const said = answer?.ok ? await answer.json().catch(() => null) : null;
    if (mine !== asked) return;
    line.textContent = said ? [said.text && `${said.text}.`, said.detail].filter(Boolean).join(' ') : 'What would happen could not be asked.';
    $('[data-bulk-go]', form).disabled = !said || said.done === 0;
  }
  dialog.addEventListener('input', debounce(preview, 200));
}
