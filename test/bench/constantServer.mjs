/** The baseline of the stand-in: node:http alone, which reads each body and answers with a constant. */
import { createServer } from 'node:http';

const answer = JSON.stringify({ id: 84210003344, topic: 'x', settings: { waiting_room: true } });
const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(201, { 'content-type': 'application/json' }).end(answer));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
