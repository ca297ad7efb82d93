import { $ } from './dom.js';
import { toast } from './toasts.js';

// <button type="button" data-copy="#field">: without the clipboard (plain http) the text is at least selected.
export function startCopy() {
  document.addEventListener('click', async (event) => {
    const button = event.target.closest?.('[data-copy]');
    const field = button && $(button.dataset.copy);
    if (!field) return;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      toast('Copied');
    } catch {
      toast('Press Ctrl+C to copy.', { kind: 'info' });
    }
  });
}
