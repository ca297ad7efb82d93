// Before the first paint: the theme and the folded rail, so that nothing flashes or jumps.
const root = document.documentElement;
let stored = {};
try {
  stored = { theme: localStorage.getItem('theme'), rail: localStorage.getItem('rail') };
} catch {
  // Storage may be closed (private windows): the defaults are fine.
}
const dark = stored.theme === 'dark' || (stored.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
root.dataset.bsTheme = dark ? 'dark' : 'light';
root.dataset.themeChoice = stored.theme === 'dark' || stored.theme === 'light' ? stored.theme : 'system';
if (stored.rail === 'folded') root.classList.add('rail-folded');
root.classList.add('js');
