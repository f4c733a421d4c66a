// The EPUB as a reading system shows it, the web edition as a browser does: in a frame that runs nothing.

// A web edition holds all leaves in frames of its own; a document of an EPUB is one leaf.
const FRAMED = ".bound-body > *, .approved > *";
const BLOCKS = "p,li,h1,h2,h3,h4,h5,h6,dt,dd,tr,figure,figcaption,pre";
const by = (id) => document.getElementById(id);

export class Reader {
  #device = by("reader");
  #select = by("documents");
  #frame = null;
  #made = null;
  #at = 0;
  #loading = 0;
  #shown = "";

  constructor() {
    this.#select.addEventListener("change", () => this.#open(this.#select.selectedIndex));
    by("reader-previous").addEventListener("click", () => this.step(-1));
    by("reader-next").addEventListener("click", () => this.step(1));
    by("device").addEventListener("change", (event) => {
      this.#device.className = this.#device.className.replace(/phone|tablet|wide/, event.target.value);
    });
    for (const id of ["large", "night"]) {
      const button = by(id);
      button.addEventListener("click", () => {
        const on = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(on));
        if (id === "night") this.#device.classList.toggle("night", on);
        this.#open(this.#at, true);
      });
    }
  }

  forget() {
    this.#made = null;
    this.#at = 0;
    this.#shown = "";
    this.#loading += 1;
    this.#device.replaceChildren();
    this.#frame = null;
  }

  update(message) {
    const before = this.#made;
    this.#made = message;
    const href = before?.documents[this.#at]?.href;
    this.#select.replaceChildren(...message.documents.map((each) => new Option(each.title, each.href)));
    by("parts").hidden = message.documents.length < 2;
    const kept = message.documents.findIndex((each) => each.href === href);
    // The first part to read is behind cover, title and contents.
    const first = message.documents.findIndex((each) => each.href.startsWith("section-"));
    const changed = before ? message.documents.findIndex((each) => before.documents.find((old) => old.href === each.href)?.digest !== each.digest) : -1;
    let at = kept >= 0 ? kept : Math.max(first, 0);
    const following = by("follow").getAttribute("aria-pressed") === "true";
    const own = before?.documents.find((old) => old.href === href)?.digest === message.documents[at]?.digest;
    if (following && changed >= 0 && own && message.stage === "draft") at = changed;
    this.#open(at, true).then(() => {
      document.documentElement.dataset.serial = message.serial;
      document.documentElement.dataset.shown = message.stage;
    });
  }

  step(direction) {
    if (this.#made) this.#open(Math.min(Math.max(this.#at + direction, 0), this.#made.documents.length - 1));
  }

  async goToLine(line) {
    let best = null;
    this.#made?.documents.forEach((each, at) => {
      for (const [number, begins] of each.blocks) {
        if (begins <= line && (!best || begins > best.begins)) best = { at, number, begins };
      }
    });
    if (!best) return;
    await this.#open(best.at);
    this.#blocks(this.#frame)[best.number]?.scrollIntoView({ block: "center" });
  }

  #mode() {
    const on = (id) => by(id).getAttribute("aria-pressed") === "true";
    return `${on("night") ? "dark" : "light"}${on("large") ? "-large" : ""}`;
  }

  // Load a document behind the one that is shown, and change them when it is ready.
  async #open(at, keep = false) {
    const made = this.#made;
    const wanted = made?.documents[at];
    if (!wanted) return;
    this.#at = at;
    this.#select.selectedIndex = at;
    const name = `${wanted.href} ${wanted.digest} ${this.#mode()}`;
    if (name === this.#shown) return;
    const mine = (this.#loading += 1);
    const sameDocument = this.#frame?.dataset.href === wanted.href;
    const frame = document.createElement("iframe");
    frame.className = "waiting";
    frame.title = wanted.title;
    frame.dataset.href = wanted.href;
    // Never allow-scripts: the frame has this page's origin so that it can be scrolled.
    frame.setAttribute("sandbox", "allow-same-origin");
    frame.src = `/books/${made.token}/${this.#mode()}/${wanted.href}`;
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    this.#device.append(frame);
    await loaded;
    await frame.contentDocument?.fonts?.ready;
    if (mine !== this.#loading) {
      frame.remove();
      return;
    }
    if (keep && sameDocument) this.#keepPlace(frame);
    frame.className = "";
    this.#frame?.remove();
    this.#frame = frame;
    this.#shown = name;
  }

  #keepPlace(frame) {
    const eye = 120;
    const old = this.#blocks(this.#frame);
    const near = old.findIndex((each) => each.getBoundingClientRect().bottom > eye);
    const fresh = this.#blocks(frame);
    for (const index of [near, ...around(near, 12)]) {
      const before = old[index];
      if (!before) continue;
      const words = before.textContent;
      const after = fresh.find((each) => each.textContent === words);
      if (!after) continue;
      const move = after.getBoundingClientRect().top - before.getBoundingClientRect().top;
      frame.contentWindow.scrollTo(0, move + frame.contentWindow.scrollY);
      return;
    }
    frame.contentWindow.scrollTo(0, this.#frame.contentWindow.scrollY);
  }

  #blocks(frame) {
    const body = frame?.contentDocument?.body;
    if (!body?.firstElementChild) return [];
    const framed = [...body.querySelectorAll(FRAMED)];
    const leaves = framed.length ? framed : [body.firstElementChild];
    return leaves.flatMap((leaf) => [leaf, ...[...leaf.querySelectorAll(BLOCKS)].filter((each) => !each.parentElement.closest(".footnotes"))]);
  }
}

function around(index, reach) {
  const found = [];
  for (let step = 1; step <= reach; step += 1) found.push(index + step, index - step);
  return found;
}
