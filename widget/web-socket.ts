/** The browser's WebSocket. */
import type { OpenSocket } from './direct-line/stream.js';

export const openWebSocket: OpenSocket = (url, { opened, frame, closed }) => {
  const socket = new WebSocket(url);
  socket.addEventListener('open', opened);
  socket.addEventListener('message', ({ data }) => frame(data));
  socket.addEventListener('close', ({ reason }) => closed(reason));
  return socket;
};
