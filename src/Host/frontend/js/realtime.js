import { $, csrf, json, request } from './dom.js';
import { bumpUnread, loadBell } from './bell.js';
import { touch } from './live.js';
import { toast } from './toasts.js';

/*
 * Live updates over the Pusher Channels protocol: embedded server or Pusher itself, whatever /api/realtime/config names.
 * Payloads carry ids; what a page shows is fetched again from the server, so that rights are checked once, there.
 */
const topicsOf = {
  lead: ['leads', 'dashboard', 'today'],
  project: ['projects', 'dashboard', 'today'],
  appointment: ['appointments', 'dashboard', 'today'],
  customer: ['customers'],
  interaction: ['interactions', 'today'],
  dashboard: ['dashboard'],
  notification: ['notifications'],
  alert: ['alerts', 'today'],
};

const SlowLine = 3000;

// The page came with word of what was just done.
const afterChange = json('flash', []).length > 0;

const pageOf = { lead: '/Leads/Details/', customer: '/Customers/Details/', project: '/Projects/Details/', appointment: '/Scheduling/Details/' };

function onEvent(name, data) {
  if (name.startsWith('pusher:')) return;
  const kind = name.split('-')[0];
  const id = data?.[`${kind}_id`] ?? data?.id;
  touch(...(topicsOf[kind] ?? [kind]), ...(id ? [`${kind}:${id}`] : []));
  document.dispatchEvent(new CustomEvent('realtime', { detail: { name, data } }));

  if (name === 'notification') {
    bumpUnread();
    loadBell();
    toast(data?.title ?? 'New notification', {
      kind: data?.priority === 'urgent' ? 'warning' : 'info',
      detail: data?.body,
      href: data?.url ?? (data?.entity_id && pageOf[data.entity_type] ? pageOf[data.entity_type] + data.entity_id : undefined),
    });
  } else if (name === 'realtime-test') {
    toast('Live updates work', { kind: 'success', detail: 'This message came by the live line.' });
  } else if (name === 'alert' || name === 'appointment-reminder') {
    toast(data?.title ?? (name === 'alert' ? 'New alert' : 'An appointment is coming up'), { kind: 'warning', detail: data?.message ?? data?.body, href: data?.url });
  }
}

function banner(shown) {
  const node = $('#offline');
  if (node) node.hidden = !shown;
}

function connect(Pusher, config) {
  const own = config.host || !config.cluster;
  const secure = config.use_tls ?? location.protocol === 'https:';
  const port = config.port ?? (location.port ? Number(location.port) : secure ? 443 : 80);
  const options = {
    cluster: config.cluster || 'own',
    enabledTransports: ['ws', 'wss'],
    forceTLS: secure,
    channelAuthorization: {
      customHandler: async ({ socketId, channelName }, done) => {
        try {
          const answer = await request('/api/realtime/auth', {
            method: 'POST',
            headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams({ socket_id: socketId, channel_name: channelName }),
          });
          if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
          done(null, await answer.json());
        } catch (error) {
          done(error, null);
        }
      },
    },
  };
  if (own) Object.assign(options, { wsHost: config.host || location.hostname, wsPort: port, wssPort: port });

  const client = new Pusher(config.key, options);
  let connectedBefore = false;
  let hiding;
  client.connection.bind('state_change', ({ current }) => {
    document.documentElement.dataset.realtime = current;
    if (current === 'connected') {
      clearTimeout(hiding);
      hiding = undefined;
      banner(false);
      // What happened while the line was down was not delivered: fetch it.
      if (connectedBefore) {
        touch('*');
        loadBell();
      }
      connectedBefore = true;
    } else if (current === 'unavailable' || current === 'failed' || current === 'disconnected' || (connectedBefore && current === 'connecting')) {
      hiding ??= setTimeout(() => banner(true), 2500);
    }
  });
  client.bind_global(onEvent);

  // What follows from a change of one's own may have been told between the page and the line: fetch it, once every channel
  // listens. So does a page that waited long for its line; others are as fresh as they look.
  const channels = (document.body.dataset.channels ?? '').split(/\s+/).filter(Boolean);
  const waiting = new Set(channels);
  for (const name of channels) {
    client.subscribe(name).bind('pusher:subscription_succeeded', () => {
      if (waiting.delete(name) && waiting.size === 0 && (afterChange || performance.now() > SlowLine)) touch('*');
    });
  }

  window.addEventListener('pagehide', () => client.disconnect());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) client.connect();
  });
}

export async function startRealtime() {
  if (!document.body.dataset.channels || !csrf()) return;
  try {
    const answer = await request('/api/realtime/config');
    if (!answer.ok) return;
    const config = await answer.json();
    if (!config?.key) return;
    const { default: Pusher } = await import('pusher-js');
    connect(Pusher, config);
  } catch {
    // Pages work without live updates; the next page load tries again.
  }
}
