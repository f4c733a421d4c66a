// All pages, small: one look at the whole book, and a way to any of them.

export class Thumbs {
  #pane = document.getElementById("thumbs");
  #list = document.getElementById("thumb-list");
  #buttons = [];
  #marked = [];
  #watch = new IntersectionObserver((seen) => seen.forEach((each) => each.isIntersecting && load(each.target)), {
    root: this.#pane,
    rootMargin: "0px 400px",
  });

  constructor({ go }) {
    this.#list.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) go(Number(button.dataset.at));
    });
  }

  show(on) {
    this.#pane.hidden = !on;
  }

  // Those of a book from right to left begin on the right.
  update(pages, leftward = false) {
    this.#pane.dir = leftward ? "rtl" : "ltr";
    while (this.#buttons.length > pages.length) {
      const button = this.#buttons.pop();
      this.#watch.unobserve(button);
      button.parentElement.remove();
    }
    pages.forEach((page, at) => {
      const button = this.#buttons[at] ?? this.#add(at);
      const label = page?.label || "–";
      button.lastElementChild.textContent = label;
      button.setAttribute("aria-label", page?.label ? `Page ${label}` : "Blank page");
      button.parentElement.className = page?.right ? "recto" : "verso";
      if (page && button.dataset.id !== page.id) {
        button.dataset.id = page.id;
        // Seen anew, and so loaded anew, where it is in sight.
        this.#watch.unobserve(button);
        this.#watch.observe(button);
      }
    });
    this.mark(this.#marked);
  }

  mark(shown) {
    const moved = shown.join() !== this.#marked.join();
    this.#marked = shown;
    this.#buttons.forEach((button, at) => {
      if (shown.includes(at)) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
    });
    const first = this.#buttons[shown[0]];
    if (!moved || !first || this.#pane.contains(document.activeElement)) return;
    const left = first.offsetLeft - this.#pane.offsetLeft;
    if (left < this.#pane.scrollLeft || left + 110 > this.#pane.scrollLeft + this.#pane.clientWidth) {
      this.#pane.scrollLeft = left - this.#pane.clientWidth / 2;
    }
  }

  #add(at) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.at = at;
    const blank = document.createElement("span");
    blank.className = "blank";
    button.append(blank, document.createElement("span"));
    item.append(button);
    this.#list.append(item);
    this.#buttons[at] = button;
    return button;
  }
}

async function load(button) {
  const { id } = button.dataset;
  if (!id || button.dataset.loaded === id) return;
  const image = new Image();
  image.alt = "";
  image.src = `/pages/${id}/0.35`;
  try {
    await image.decode();
  } catch {
    return;
  }
  if (button.dataset.id !== id) return;
  button.dataset.loaded = id;
  button.firstElementChild.replaceWith(image);
}
