import { $, $$, announce, debounce, el, request } from './dom.js';
import { toast } from './toasts.js';

/*
 * The board: cards are dragged, or moved by their "Move to" button, which works by keyboard and finger alike. The server says
 * who stands where: after each move, of one's own or of somebody else's, the columns are fetched again and what changed moves.
 */
export function startBoard(board) {
  let dragged = null;
  let asking = false;
  let stale = false;

  const columnOf = (node) => node.closest('[data-column]');
  const columns = () => $$('[data-column]', board);
  const column = (status) => $(`[data-column="${CSS.escape(status)}"]`, board);
  const moves = (from) => from.dataset.moves.split(' ').filter(Boolean);
  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

  async function refresh(focus) {
    if (dragged || asking) {
      stale = true;
      return;
    }
    stale = false;
    const url = new URL(board.dataset.columnsUrl, location.href);
    const shown = columns().map((c) => [c.dataset.column, $$('[data-card]', c).length]).filter(([, cards]) => cards > 20);
    if (shown.length > 0) url.searchParams.set('shown', shown.map(([status, cards]) => `${status}.${cards}`).join(','));
    const answer = await request(url).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (dragged || asking) {
      stale = true;
      return;
    }
    swap(fresh, focus);
  }

  const soon = debounce(() => refresh(), 50);

  function swap(fresh, focus) {
    const before = new Map($$('[data-card]', board).map((card) => [card.dataset.card, {
      box: card.getBoundingClientRect(), column: columnOf(card).dataset.column, version: card.dataset.version,
    }]));
    const active = document.activeElement?.closest('[data-card]');
    const kept = focus ?? (active && board.contains(active) ? { card: active.dataset.card, button: document.activeElement.matches('[data-move-card]') } : null);
    for (const part of $$('[data-column]', fresh)) {
      const here = column(part.dataset.column);
      if (!here) continue;
      $('.board-head', here).replaceWith($('.board-head', part));
      $('.board-cards', here).replaceChildren(...$('.board-cards', part).children);
    }
    for (const card of $$('[data-card]', board)) {
      const was = before.get(card.dataset.card);
      if (!was || was.version !== card.dataset.version) card.classList.add('row-changed');
      if (!was || still()) continue;
      const box = card.getBoundingClientRect();
      const [x, y] = [was.box.left - box.left, was.box.top - box.top];
      if (was.column !== columnOf(card).dataset.column || (y !== 0 && box.top < innerHeight && box.bottom > 0))
        card.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], { duration: 240, easing: 'ease-out' });
    }
    if (!kept) return;
    const again = $(`[data-card="${CSS.escape(kept.card)}"]`, board);
    (again && $(kept.button ? '[data-move-card]' : 'a', again))?.focus({ preventScroll: !focus });
  }

  /** Asks where to and, for lost, why; answers null when given up. */
  function ask(card, to) {
    const dialog = $('#move-card');
    const choice = $('[data-move-to]', dialog);
    const reason = $('#move-reason', dialog);
    const field = $('input', reason);
    const from = columnOf(card);
    $('[data-move-title]', dialog).textContent = `Move ${card.dataset.name}`;
    choice.replaceChildren(...moves(from).map((status) => el('option', { value: status }, column(status)?.dataset.title ?? status)));
    const open = moves(from);
    const order = columns().map((c) => c.dataset.column);
    choice.value = to ?? order.slice(order.indexOf(from.dataset.column) + 1).find((status) => open.includes(status)) ?? open[0];
    $('[data-move-where]', dialog).hidden = to !== undefined;
    field.value = '';
    const show = () => {
      reason.hidden = choice.value !== 'lost';
      field.required = choice.value === 'lost';
    };
    show();
    choice.onchange = show;
    dialog.returnValue = '';
    asking = true;
    dialog.showModal();
    (reason.hidden ? choice : field).focus();
    return new Promise((resolve) => {
      dialog.addEventListener('close', () => {
        asking = false;
        resolve(dialog.returnValue === 'yes' ? { to: choice.value, lostReason: field.value } : null);
      }, { once: true });
    });
  }

  async function move(card, to, lostReason, focus) {
    const from = columnOf(card).dataset.column;
    const place = { list: card.parentElement, next: card.nextElementSibling };
    // Shown at once; the server's answer puts it right.
    $('.board-cards', column(to)).prepend(card);
    card.classList.add('is-moving');
    const body = new URLSearchParams({ id: card.dataset.card, from, to, lostReason: lostReason ?? '' });
    let answer = null;
    let said = null;
    try {
      answer = await request(board.dataset.moveUrl, { method: 'POST', body });
      said = await answer.json();
    } catch {
      // No connection, or a page instead of an answer: said below.
    }
    card.classList.remove('is-moving');
    if (!answer?.ok || !said) {
      place.list.insertBefore(card, place.next?.isConnected ? place.next : null);
      toast(said?.text ?? 'The lead was not moved.', { kind: 'danger', detail: said?.detail ?? 'Check your network and try again.' });
      announce(`${card.dataset.name} was not moved. ${said?.detail ?? ''}`);
      await refresh();
      return;
    }
    toast(said.text, { kind: 'success', undo: said.undo_url ? () => takeBack(said.undo_url) : undefined });
    await refresh(focus ? { card: card.dataset.card, button: true } : undefined);
    announce(`${said.text}. ${$('[data-column-count]', column(to))?.textContent.trim() ?? ''} leads there.`);
  }

  async function takeBack(url) {
    const answer = await request(url, { method: 'POST' }).catch(() => null);
    const said = await answer?.json().catch(() => null);
    toast(said?.text ?? 'That could not be undone.', { kind: answer?.ok ? 'success' : 'danger', detail: said?.detail });
    await refresh();
  }

  board.addEventListener('click', async (event) => {
    const more = event.target.closest('[data-more]');
    if (more) {
      await showMore(more);
      return;
    }
    const card = event.target.closest('[data-move-card]')?.closest('[data-card]');
    if (!card) return;
    const wish = await ask(card);
    if (wish) await move(card, wish.to, wish.lostReason, true);
    else if (stale) soon();
  });

  async function showMore(button) {
    if (button.disabled) return;
    button.disabled = true;
    const line = button.parentElement;
    const here = columnOf(button);
    const url = new URL(board.dataset.cardsUrl, location.href);
    url.searchParams.set('status', here.dataset.column);
    url.searchParams.set('cursor', button.dataset.more);
    const answer = await request(url).catch(() => null);
    if (!answer?.ok || answer.redirected) {
      button.disabled = false;
      toast('More could not be loaded.', { kind: 'danger' });
      return;
    }
    const fresh = new DOMParser().parseFromString(`<ol>${await answer.text()}</ol>`, 'text/html');
    const known = new Set($$('[data-card]', here).map((card) => card.dataset.card));
    const cards = [...$('ol', fresh).children].filter((node) => !known.has(node.dataset.card));
    const first = cards[0];
    const hadFocus = document.activeElement === button;
    line.replaceWith(...cards);
    if (hadFocus && first) $('a', first)?.focus();
  }

  board.addEventListener('dragstart', (event) => {
    const card = event.target.closest?.('[data-card]');
    if (!card) return;
    dragged = card;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', card.dataset.name);
    const open = moves(columnOf(card));
    // One frame later, or the picture that is dragged would be the dimmed card.
    requestAnimationFrame(() => {
      card.classList.add('is-dragging');
      for (const each of columns()) each.classList.add(open.includes(each.dataset.column) ? 'may-drop' : 'no-drop');
    });
  });
  board.addEventListener('dragover', (event) => {
    const over = dragged && columnOf(event.target);
    if (!over || !moves(columnOf(dragged)).includes(over.dataset.column)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    for (const each of columns()) each.classList.toggle('is-over', each === over);
  });
  board.addEventListener('drop', async (event) => {
    const over = dragged && columnOf(event.target);
    if (!over) return;
    event.preventDefault();
    const card = dragged;
    const to = over.dataset.column;
    endDrag();
    if (!moves(columnOf(card)).includes(to)) return;
    const wish = to === 'lost' ? await ask(card, to) : { to };
    if (wish) await move(card, wish.to, wish.lostReason, false);
    else if (stale) soon();
  });
  board.addEventListener('dragend', () => {
    endDrag();
    if (stale) soon();
  });

  function endDrag() {
    dragged?.classList.remove('is-dragging');
    dragged = null;
    for (const each of columns()) each.classList.remove('may-drop', 'no-drop', 'is-over');
  }

  // live.js says so when realtime told of a lead, or the line came back.
  board.addEventListener('live', () => refresh());

  // The next page comes before its end is reached.
  for (const list of $$('.board-cards', board)) {
    list.addEventListener('scroll', () => {
      if (list.scrollTop + list.clientHeight < list.scrollHeight - 200) return;
      const button = $('[data-more]', list);
      if (button) showMore(button);
    }, { passive: true });
  }
}
