// A stock pusher-js client as a program. Prints one JSON line per thing that happens:
//   {"type":"connected","socket_id":"..."}            {"type":"subscribed","channel":"..."}
//   {"type":"event","channel","event","data"}         {"type":"subscription_error","channel","data"}
//   {"type":"error","data"}                           {"type":"state","state":"..."}
// Environment: CHANNELS_KEY, CHANNELS_HOST, CHANNELS_PORT, CHANNELS_TLS (1 or 0, default 0), CHANNELS_CLUSTER,
// CHANNELS_CHANNEL (several: comma-separated), CHANNELS_AUTH_ENDPOINT, CHANNELS_TOKEN (bearer),
// CHANNELS_UNTIL (ends with 0 after so many events), CHANNELS_TIMEOUT (seconds, default 60: then ends with 3).
// Ends when its standard input closes, so that it never outlives the test that started it.
import { createRequire } from 'node:module';

const Pusher = createRequire(import.meta.url)('pusher-js');
const env = process.env;
const print = (line) => process.stdout.write(JSON.stringify(line) + '\n');

const port = Number(env.CHANNELS_PORT);
const pusher = new Pusher(env.CHANNELS_KEY, {
  cluster: env.CHANNELS_CLUSTER || 'embedded',
  wsHost: env.CHANNELS_HOST,
  wsPort: port,
  wssPort: port,
  forceTLS: env.CHANNELS_TLS === '1',
  enabledTransports: ['ws', 'wss'],
  activityTimeout: Number(env.CHANNELS_ACTIVITY_TIMEOUT || 120000),
  channelAuthorization: {
    endpoint: env.CHANNELS_AUTH_ENDPOINT,
    headers: env.CHANNELS_TOKEN ? { Authorization: `Bearer ${env.CHANNELS_TOKEN}` } : {},
  },
});

let left = Number(env.CHANNELS_UNTIL || Infinity);
pusher.connection.bind('connected', () => print({ type: 'connected', socket_id: pusher.connection.socket_id }));
pusher.connection.bind('state_change', ({ current }) => print({ type: 'state', state: current }));
pusher.connection.bind('error', (error) => print({ type: 'error', data: error?.data ?? error?.error?.data ?? String(error) }));

for (const name of (env.CHANNELS_CHANNEL || '').split(',').filter(Boolean)) {
  const channel = pusher.subscribe(name);
  channel.bind('pusher:subscription_succeeded', () => print({ type: 'subscribed', channel: name }));
  channel.bind('pusher:subscription_error', (data) => print({ type: 'subscription_error', channel: name, data }));
  channel.bind_global((event, data) => {
    if (event.startsWith('pusher:')) return;
    print({ type: 'event', channel: name, event, data });
    if (--left === 0) process.exit(0);
  });
}

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
setTimeout(() => process.exit(3), Number(env.CHANNELS_TIMEOUT || 60) * 1000);
