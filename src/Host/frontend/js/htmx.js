import htmx from 'htmx.org';

// The policy of the site allows neither eval nor inline styles; history stays with the browser so that no page with
// personal data ends up in its storage.
Object.assign(htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  allowScriptTags: false,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  defaultSwapStyle: 'innerHTML',
  scrollIntoViewOnBoost: false,
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '4(00|09|22)', swap: true, error: false },
    { code: '[45]..', swap: false, error: true },
  ],
});

export default htmx;
