// The stock pusher server library against a Channels HTTP API: runs one operation and prints its outcome as JSON.
//   node publish.mjs trigger '{"channels":["private-x"],"event":"e","data":{},"params":{}}'
//   node publish.mjs batch '[{"channel":"private-x","name":"e","data":{}}]'
//   node publish.mjs get '{"path":"/channels","params":{}}'
// Environment: CHANNELS_APP_ID, CHANNELS_KEY, CHANNELS_SECRET, CHANNELS_HOST, CHANNELS_PORT.
import Pusher from 'pusher';

const env = process.env;
const pusher = new Pusher({
  appId: env.CHANNELS_APP_ID,
  key: env.CHANNELS_KEY,
  secret: env.CHANNELS_SECRET,
  host: env.CHANNELS_HOST,
  port: env.CHANNELS_PORT,
  useTLS: false,
});

const [operation, argument] = process.argv.slice(2);
const input = JSON.parse(argument);
try {
  const response =
    operation === 'trigger' ? await pusher.trigger(input.channels, input.event, input.data, input.params)
    : operation === 'batch' ? await pusher.triggerBatch(input)
    : await pusher.get(input);
  process.stdout.write(JSON.stringify({ status: response.status, body: await response.json() }) + '\n');
} catch (error) {
  process.stdout.write(JSON.stringify({ status: error.status ?? 0, body: error.body ?? String(error) }) + '\n');
}
