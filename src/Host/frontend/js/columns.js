import { $$, announce } from './dom.js';

// The choice of a list's columns: <div data-column-choice="6">. When as many are ticked as fit, the others wait.
export function startColumns() {
  for (const menu of $$('[data-column-choice]')) {
    const most = Number(menu.dataset.columnChoice);
    const boxes = $$('input[type="checkbox"]', menu);
    const update = () => {
      const full = boxes.filter((box) => box.checked).length >= most;
      for (const box of boxes) box.disabled = full && !box.checked;
      return full;
    };
    menu.addEventListener('change', () => { if (update()) announce(`${most} columns chosen. Drop one to choose another.`); });
    update();
  }
}
