// Menus: <div class="dropdown"><button data-menu aria-expanded="false">…</button><div class="dropdown-menu">…</div></div>.
// Arrow keys move, Escape and a click elsewhere close, focus returns to the button.
const items = (menu) => [...menu.querySelectorAll('a[href], button:not([disabled]), input:not([disabled])')].filter((item) => item.offsetParent !== null);
const menuOf = (button) => button.parentElement.querySelector('.dropdown-menu');

let open = null;

function close(refocus) {
  if (!open) return;
  const button = open;
  open = null;
  button.setAttribute('aria-expanded', 'false');
  menuOf(button)?.classList.remove('show');
  if (refocus) button.focus();
}

function show(button, focusFirst) {
  close(false);
  const menu = menuOf(button);
  if (!menu) return;
  open = button;
  button.setAttribute('aria-expanded', 'true');
  menu.classList.add('show');
  // A menu that would leave the window to the left or right opens to the other side.
  menu.classList.remove('menu-flip');
  const box = menu.getBoundingClientRect();
  if (box.right > document.documentElement.clientWidth - 4) menu.classList.add('menu-flip');
  button.dispatchEvent(new CustomEvent('menu:open', { bubbles: true }));
  if (focusFirst) items(menu)[0]?.focus();
}

export function startMenus() {
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-menu]');
    if (button) {
      if (open === button) close(false);
      else show(button, event.detail === 0);
      return;
    }
    if (open && (!menuOf(open)?.contains(event.target) || event.target.closest('a, button:not([data-keep-open])'))) close(false);
  });
  document.addEventListener('keydown', (event) => {
    const button = event.target.closest?.('[data-menu]');
    if (button && event.key === 'ArrowDown') {
      event.preventDefault();
      show(button, true);
      return;
    }
    if (!open) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close(true);
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const all = items(menuOf(open));
    if (all.length === 0) return;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    const at = all.indexOf(document.activeElement);
    all[(at + step + all.length) % all.length].focus();
  });
  document.addEventListener('focusin', (event) => {
    if (open && !open.parentElement.contains(event.target)) close(false);
  });
}
