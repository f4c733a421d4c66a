// The list of guides: searched, marked with their state, and one of them chosen.

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export class Catalog {
  #list = document.getElementById("guides");
  #search = document.getElementById("search");
  #entries = [];
  #chosen = "";

  constructor({ choose }) {
    this.#search.addEventListener("input", () => this.#draw());
    this.#search.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "Enter") {
        event.preventDefault();
        const first = this.#list.querySelector("a");
        if (event.key === "Enter") first?.click();
        else first?.focus();
      }
    });
    this.#list.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(link.dataset.path);
    });
    this.#list.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const links = [...this.#list.querySelectorAll("a")];
      const next = links.indexOf(document.activeElement) + step;
      if (next < 0) this.#search.focus();
      else links[Math.min(next, links.length - 1)].focus();
    });
  }

  update(message) {
    this.#entries = message.entries;
    this.#draw();
  }

  mark(path) {
    this.#chosen = path;
    for (const link of this.#list.querySelectorAll("a")) this.#setCurrent(link);
  }

  #setCurrent(link) {
    if (link.dataset.path === this.#chosen) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }

  #draw() {
    const wanted = fold(this.#search.value.trim());
    const found = this.#entries.filter((entry) => fold(`${entry.title} ${entry.path}`).includes(wanted));
    const focused = this.#list.contains(document.activeElement) ? document.activeElement.dataset.path : null;
    this.#list.replaceChildren(...found.map((entry) => this.#item(entry)));
    document.getElementById("guides-none").hidden = found.length > 0 || !this.#entries.length;
    if (focused) this.#list.querySelector(`a[data-path="${CSS.escape(focused)}"]`)?.focus();
  }

  #item(entry) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.dataset.path = entry.path;
    link.href = `/?${new URLSearchParams({ guide: entry.path })}`;
    const name = document.createElement("span");
    name.className = "name";
    const title = document.createElement("strong");
    title.textContent = entry.title || entry.path;
    const path = document.createElement("small");
    path.textContent = entry.title ? entry.path : "cannot be read";
    name.append(title, path);
    link.append(name, state(entry));
    this.#setCurrent(link);
    item.append(link);
    return item;
  }
}

function state(entry) {
  const said = document.createElement("span");
  said.className = "state quiet";
  said.textContent = "good";
  if (entry.errors) {
    said.className = "state error";
    said.textContent = entry.errors === 1 ? "1 error" : `${entry.errors} errors`;
  } else if (entry.warnings) {
    said.className = "state warning";
    said.textContent = entry.warnings === 1 ? "1 warning" : `${entry.warnings} warnings`;
  }
  return said;
}
