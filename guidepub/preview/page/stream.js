// What the server sends about the view that is chosen.

// Milliseconds until the server is looked for again, at first and at most.
const SOON = 300;
const LATEST = 4000;

// A socket that is closed while it still connects is an error in the browser's console.
function leave(socket) {
  if (socket.readyState === WebSocket.CONNECTING) socket.addEventListener("open", () => socket.close());
  else socket.close();
}

export class Stream {
  #socket = null;
  #tell;
  #query = "";
  #wait = SOON;
  #timer = 0;

  constructor(tell) {
    this.#tell = tell;
    addEventListener("online", () => this.#again());
    document.addEventListener("visibilitychange", () => this.#again());
  }

  open(query) {
    this.#query = query;
    this.#wait = SOON;
    this.#connect();
  }

  #connect() {
    clearTimeout(this.#timer);
    const left = this.#socket;
    const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/events?${this.#query}`);
    this.#socket = socket;
    if (left) leave(left);
    socket.addEventListener("message", (event) => {
      // A view that is left may still say something.
      if (socket !== this.#socket) return;
      this.#wait = SOON;
      const message = JSON.parse(event.data);
      this.#tell[message.type]?.(message);
    });
    socket.addEventListener("close", () => {
      if (socket !== this.#socket) return;
      this.#tell.status({ stage: "lost" });
      this.#timer = setTimeout(() => this.#connect(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, LATEST);
    });
  }

  // The preview may have been started again while nobody looked.
  #again() {
    if (this.#query && this.#socket?.readyState === WebSocket.CLOSED && !document.hidden) this.#connect();
  }
}
