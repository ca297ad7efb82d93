import './htmx.js';
import { $ } from './dom.js';
import { startBell } from './bell.js';
import { startCopy } from './copy.js';
import { startDialogs } from './dialogs.js';
import { startForms } from './forms.js';
import { startLists } from './lists.js';
import { startLive } from './live.js';
import { startMenus } from './menus.js';
import { startPalette } from './palette.js';
import { startRail } from './rail.js';
import { startRealtime } from './realtime.js';
import { startShortcuts } from './shortcuts.js';
import { startTheme } from './theme.js';
import { startTimes } from './times.js';
import { startToasts, toast } from './toasts.js';

// Dialogs first: their question stops a submit before the forms lock it.
startDialogs();
startTheme();
startRail();
startMenus();
startToasts();
startForms();
startCopy();
startLists();
startTimes();
startPalette();
startShortcuts();
startLive();
startBell();
startRealtime();

async function charts(within) {
  if (!$('[data-chart]', within)) return;
  const { startCharts } = await import('./charts.js');
  startCharts(within);
}
charts(document);
document.addEventListener('htmx:afterSettle', () => charts(document));

if ($('[data-column-choice]')) import('./columns.js').then(({ startColumns }) => startColumns());
if ($('#bulk')) import('./bulk.js').then(({ startBulk }) => startBulk());

if ($('[data-facts]')) import('./facts.js').then(({ startFacts }) => startFacts());

if ($('[data-peek]')) import('./peek.js').then(({ startPeek }) => startPeek());

const board = $('[data-board]');
if (board) import('./board.js').then(({ startBoard }) => startBoard(board));

document.addEventListener('htmx:responseError', ({ detail }) => {
  const { status } = detail.xhr;
  if (detail.target?.dataset?.live !== undefined) return;
  if (status === 401) toast('You are signed out.', { kind: 'warning', href: location.href, linkText: 'Sign in' });
  else if (status === 429) toast('That was too fast.', { kind: 'warning', detail: 'Wait a moment and try again.' });
  else toast('That did not work.', { kind: 'danger', detail: `The server answered ${status}. Reference ${detail.xhr.getResponseHeader('X-Request-Id') ?? 'unknown'}.` });
});
document.addEventListener('htmx:sendError', ({ detail }) => {
  if (detail.target?.dataset?.live === undefined) toast('No connection.', { kind: 'danger', detail: 'Nothing was saved. Check your network and try again.' });
});
