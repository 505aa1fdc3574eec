/** Loaded before a program: whatever would reach a network ends it at once. Pipes and standard input stay. */
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

const refuse = (what) => () => {
  process.stderr.write(`reaches for the network: ${what}\n`);
  process.exit(42);
};

net.Socket.prototype.connect = refuse('connect');
net.Server.prototype.listen = refuse('listen');
dgram.createSocket = refuse('createSocket');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']) {
  dns[name] = refuse(name);
  dns.promises[name] = refuse(name);
}
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = refuse(name);
