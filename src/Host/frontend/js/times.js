import { $$ } from './dom.js';

// Keeps <time data-relative> true while the page stays open, and runs countdowns: <time data-countdown datetime="…">.
const relative = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' });
const steps = [['year', 31_536_000], ['month', 2_592_000], ['week', 604_800], ['day', 86_400], ['hour', 3_600], ['minute', 60]];

export function ago(instant, now = Date.now()) {
  const seconds = Math.round((instant - now) / 1000);
  if (Math.abs(seconds) < 45) return 'just now';
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size || unit === 'minute') return relative.format(Math.trunc(seconds / size) || Math.sign(seconds), unit);
  }
  return '';
}

export function clock(milliseconds) {
  const total = Math.floor(Math.abs(milliseconds) / 1000);
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = total % 60;
  const pad = (n) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds)}` : `${minutes}:${pad(seconds)}`;
}

function tickCountdowns() {
  const now = Date.now();
  for (const node of $$('time[data-countdown]')) {
    const left = Date.parse(node.dateTime) - now;
    if (Math.abs(left) > 86_400_000) continue;
    node.textContent = left >= 0 ? clock(left) : `${clock(left)} over`;
    node.classList.toggle('is-late', left < 0);
    node.classList.toggle('is-near', left >= 0 && left < 60_000);
  }
}

function tickRelative() {
  for (const node of $$('time[data-relative]')) {
    const at = Date.parse(node.dateTime);
    if (!Number.isNaN(at)) node.textContent = ago(at);
  }
}

export function startTimes() {
  tickCountdowns();
  setInterval(tickCountdowns, 1000);
  setInterval(tickRelative, 30_000);
  document.addEventListener('htmx:afterSwap', tickCountdowns);
}
