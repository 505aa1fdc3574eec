// Preloaded into a client that knows no base URL: what it sends to Zoom goes to the stand-in.
const http = require('node:http');
const https = require('node:https');

const { hostname, port } = new URL(process.env.STAND_IN);
https.request = (options, answered) => {
  if (!/^(api\.)?zoom\.us$/.test(options.hostname)) throw new Error(`Not Zoom: ${options.hostname}`);
  return http.request({ ...options, hostname, port }, answered);
};
