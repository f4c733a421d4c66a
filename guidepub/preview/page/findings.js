// What is wrong, and the text that it is wrong in.

const KINDS = { definition: "definition", making: "page maker", lint: "lint", check: "finished file", catalog: "catalogue" };

export class Findings {
  #list = document.getElementById("found");
  #none = document.getElementById("found-none");
  #source = document.getElementById("source");
  #title = document.getElementById("source-title");
  #text = document.getElementById("source-text");
  #editor = document.getElementById("source-editor");
  #items = [];
  #at = -1;
  #asked = 0;
  #shown = null;
  // The rows of the text that is shown, and of which file they are.
  #rows = { path: "", texts: [] };
  #go;

  constructor({ go }) {
    this.#go = go;
    this.#list.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) this.#choose([...this.#list.querySelectorAll("button")].indexOf(button));
    });
  }

  update(message) {
    const order = { error: 0, warning: 1 };
    this.#items = [...message.items].sort((a, b) => order[a.severity] - order[b.severity]);
    this.#none.hidden = this.#items.length > 0;
    const drawn = JSON.stringify(this.#items);
    if (this.#list.dataset.drawn !== drawn) {
      this.#list.dataset.drawn = drawn;
      this.#at = -1;
      this.#list.replaceChildren(...this.#items.map(draw));
    }
    this.refresh();
  }

  // The text may have changed.
  refresh() {
    if (this.#shown) this.show(this.#shown, false);
  }

  forget() {
    this.#items = [];
    this.#list.replaceChildren();
    delete this.#list.dataset.drawn;
    this.#source.hidden = true;
    this.#shown = null;
    this.#rows = { path: "", texts: [] };
    this.#asked += 1;
  }

  next() {
    if (!this.#items.length) return;
    this.#choose((this.#at + 1) % this.#items.length);
    this.#list.querySelectorAll("button")[this.#at].focus();
  }

  // Show where something is wrong, unless the author looks at another place already.
  reveal(item) {
    if (!item.path || !item.line) return;
    if (this.#shown && !this.#shown.revealed) return;
    this.show({ ...item, revealed: true });
  }

  async show(item, scroll = true) {
    const asked = (this.#asked += 1);
    const response = await fetch(`/source?${new URLSearchParams({ path: item.path })}`).catch(() => null);
    if (asked !== this.#asked || response?.status !== 200) return;
    const { text, editor } = await response.json();
    if (asked !== this.#asked) return;
    this.#shown = item;
    this.#source.hidden = false;
    this.#title.textContent = item.line ? `${item.path}:${item.line}` : item.path;
    this.#editor.hidden = !editor;
    if (editor) this.#editor.href = editor.replaceAll("{line}", item.line || 1).replaceAll("{column}", item.column || 1);
    const texts = text.split("\n");
    const before = this.#rows.path === item.path ? this.#rows.texts : texts;
    const edited = texts.findIndex((line, at) => line !== before[at]);
    this.#rows = { path: item.path, texts };
    const lines = texts.map((line) => {
      const row = document.createElement("div");
      row.textContent = line;
      return row;
    });
    const here = lines[(item.line || 0) - 1];
    if (here) {
      here.className = "here";
      if (item.column) mark(here, item.column);
    }
    const top = this.#text.scrollTop;
    this.#text.replaceChildren(...lines);
    this.#text.scrollTop = top;
    const follow = document.getElementById("follow").getAttribute("aria-pressed") === "true";
    const wanted = scroll ? here : follow && lines[edited];
    if (wanted) this.#text.scrollTop = wanted.offsetTop - this.#text.offsetTop - this.#text.clientHeight / 3;
  }

  #choose(index) {
    this.#at = index;
    this.#list.querySelectorAll("button").forEach((button, place) => {
      if (place === index) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    });
    this.#go(this.#items[index]);
  }
}

function draw(item) {
  const row = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = `is-${item.severity}`;
  const code = document.createElement("strong");
  code.className = item.severity;
  code.textContent = item.code;
  const remedy = document.createElement("span");
  remedy.className = "remedy";
  remedy.textContent = item.remedy ? ` ${item.remedy}` : "";
  const where = document.createElement("span");
  where.className = "where";
  const numbers = [item.page ? `page ${item.page}` : null, item.line || null, item.line ? item.column || null : null];
  where.textContent = `${[item.path, ...numbers].filter(Boolean).join(":")} · ${KINDS[item.kind] ?? item.kind}`;
  button.append(code, ` ${item.message}`, remedy, where);
  row.append(button);
  return row;
}

function mark(row, column) {
  // Columns count characters, not the halves that some are made of here.
  const characters = [...row.textContent];
  const before = characters.slice(0, column - 1).join("");
  const word = characters.slice(column - 1).join("").match(/^\S{1,60}/u)?.[0] ?? "";
  const marked = document.createElement("mark");
  marked.textContent = word;
  row.replaceChildren(before, marked, row.textContent.slice(before.length + word.length));
}
