// What the server tells of the view that is chosen.

export class Stream {
  #source = null;
  #tell;

  constructor(tell) {
    this.#tell = tell;
  }

  open(query) {
    this.#source?.close();
    const source = new EventSource(`/events?${query}`);
    this.#source = source;
    source.addEventListener("message", (event) => {
      // A view that is left may still say something.
      if (source !== this.#source) return;
      const message = JSON.parse(event.data);
      this.#tell[message.type]?.(message);
    });
    source.addEventListener("error", () => {
      if (source === this.#source) this.#tell.status({ stage: "lost" });
    });
  }
}

