// What the stock pusher library signs, for comparison with ours. Input on the command line as JSON:
//   {"key","secret","now" (unix seconds),"requests":[{"method","path","params","body"}],"channels":[{"socket_id","channel","data"}]}
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Pusher = require('pusher');
const { createSignedQueryString } = require('pusher/lib/requests');

const input = JSON.parse(process.argv[2]);
Date.now = () => input.now * 1000;
const pusher = new Pusher({ appId: '1', key: input.key, secret: input.secret, host: 'localhost' });

process.stdout.write(JSON.stringify({
  requests: input.requests.map((request) => createSignedQueryString(pusher.config.token, request)),
  channels: input.channels.map(({ socket_id, channel, data }) => pusher.authorizeChannel(socket_id, channel, data)),
}) + '\n');
