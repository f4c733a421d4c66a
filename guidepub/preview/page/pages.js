// The book as pages: spreads, zoom, what lies over the paper, and pictures that never flicker.

import { atLine, capture, firstNew, restore, under } from "./place.js";
import { keep, kept } from "./kept.js";
import { overlay } from "./overlay.js";
import { Thumbs } from "./thumbs.js";
import { wordsOf } from "./words.js";

const PIXELS = 96 / 72;
const SCALES = [1, 1.5, 2, 3, 4];
const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
const GAP = 34;
const EDGE = 20;

const by = (id) => document.getElementById(id);

export class Pages {
  edition = "screen";
  // What is shown, as its address has it.
  name = "";
  #desk = by("desk");
  #rows = by("rows");
  #pages = [];
  #slots = [];
  #about = null;
  #zoom = "page";
  #spreads = true;
  #layers = { trim: false, grid: false };
  #follow = true;
  #queue = Promise.resolve();
  #latest = 0;
  #facts;
  #source;
  #thumbs;
  #marked = null;
  #held = null;
  // Where one was before a reload, until it is there again.
  #awaited = null;

  constructor({ facts, source }) {
    this.#facts = facts;
    this.#source = source;
    this.#thumbs = new Thumbs({ go: (at) => this.goToPage(at) });
    this.#desk.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.#place(() => this.#arrange())).observe(this.#desk);
    this.#rows.addEventListener("click", (event) => this.#clicked(event));
    by("zoom").addEventListener("change", (event) => this.zoomTo(event.target.value));
    by("zoom-in").addEventListener("click", () => this.zoomBy(1));
    by("zoom-out").addEventListener("click", () => this.zoomBy(-1));
    by("previous").addEventListener("click", () => this.step(-1));
    by("next").addEventListener("click", () => this.step(1));
    if (matchMedia("(max-width: 900px)").matches) {
      // One page at a time is read more easily there.
      this.#spreads = false;
      by("spreads").setAttribute("aria-pressed", "false");
      by("thumbs-button").setAttribute("aria-pressed", "false");
    }
    this.#toggle("spreads", (on) => {
      this.#spreads = on;
      this.#place(() => this.#arrange());
    });
    this.#toggle("trim", (on) => ((this.#layers.trim = on), this.#drawLayers()));
    this.#toggle("grid", (on) => ((this.#layers.grid = on), this.#drawLayers()));
    this.#toggle("follow", (on) => (this.#follow = on));
    this.#toggle("thumbs-button", (on) => this.#thumbs.show(on && this.edition !== "epub"));
    if (kept.zoom) this.zoomTo(kept.zoom);
    addEventListener("pagehide", () => {
      if (this.#size && this.#pages.length) keep({ name: this.name, place: capture(this.#pages, this.#view()) });
    });
  }

  get hasThumbs() {
    return by("thumbs-button").getAttribute("aria-pressed") === "true";
  }

  forget() {
    this.#latest += 1;
    this.#pages = [];
    this.#slots = [];
    this.#about = null;
    this.#rows.replaceChildren();
    this.#thumbs.update([]);
    this.#desk.scrollTop = 0;
  }

  // Show what the server tells, one message after the other; a newer one does not wait for
  // pictures of an older one.
  update(message) {
    const mine = (this.#latest += 1);
    this.#queue = this.#queue.then(() => this.#show(message, mine)).catch((error) => console.error(error));
  }

  async #show(message, mine) {
    const before = this.#pages;
    const after = message.full ? [] : [...before];
    for (const page of message.pages) after[page.at] = page;
    after.length = message.total;
    const first = !before.length;
    const sameShape = this.#about && same(this.#about.trim, message.about.trim) && this.#about.margin === message.about.margin && this.#about.mirrored === message.about.mirrored;
    // A draft may lack the words that were read: what was there before it counts until the whole.
    const resting = this.#held && this.#desk.scrollTop === this.#held.top;
    const place = first ? null : resting ? this.#held.place : capture(before, this.#view());
    const old = { pages: before, about: this.#about };
    this.#pages = after;
    this.#about = message.about;
    const size = this.#measure();
    const view = this.#view(size);
    let top = place && sameShape ? restore(after, view, place) : null;
    if (first) this.#awaited = (kept.name === this.name && kept.place) || null;
    // A book that takes long comes in parts: the place may be in a later one.
    const found = this.#awaited && (first || !this.#desk.scrollTop) ? restore(after, view, this.#awaited) : null;
    if (found !== null) [top, this.#awaited] = [found, null];
    if (top === null && place && !sameShape) top = this.#sameLeaf(old.pages, after, place, view);
    const only = message.full ? null : new Set(message.pages.map((page) => page.at));
    const edited = first || !sameShape || message.stage === "part" ? null : firstNew(before, after, only);
    const settledTop = top;
    if (edited && this.#follow && !message.full) top = this.#towards(edited, top ?? view.scrollTop, view);
    const scroll = top ?? view.scrollTop;
    // The pictures that will be seen are ready before anything moves.
    const seen = this.#seen(scroll, size);
    const ready = new Map();
    const along = message.scale === size.scale ? message.pictures : {};
    await Promise.all(
      seen.map(async (at) => {
        const slot = this.#slots[at];
        const page = after[at];
        if (!page || (slot && slot.shown === page.id && slot.scale === size.scale)) return;
        const image = await picture(page.id, size.scale, along[page.id]);
        if (image) ready.set(at, image);
      }),
    );
    // Another book was asked for meanwhile.
    if (this.#pages !== after) return;
    if (mine < this.#latest && !message.full && !ready.size) return;
    this.#arrange(size);
    for (const [at, image] of ready) {
      this.#slots[at].put(image, after[at].id, size.scale);
      this.#loadWords(at);
    }
    if (top !== null) this.#desk.scrollTop = top;
    this.#held = message.stage === "draft" && top === settledTop ? { place, top: this.#desk.scrollTop } : null;
    this.#thumbs.update(after, this.#about.leftward);
    this.#scrolled();
    if (message.full || message.stage === "whole") this.#loadAllWords(after);
    document.documentElement.dataset.serial = message.serial;
    document.documentElement.dataset.shown = message.stage;
  }

  // Bring the page on which the text has changed into sight, if it is not.
  #towards(edited, scroll, view) {
    const top = view.topOf(edited.at, edited.top);
    const bottom = view.topOf(edited.at, edited.bottom);
    const hidden = bottom < scroll + 24 || top > scroll + view.height - 24;
    return hidden ? Math.max(top - view.height * 0.35, 0) : scroll;
  }

  // Another edition has other pages: stay in the same part of the book.
  #sameLeaf(before, after, place, view) {
    const kept = restore(after, view, place);
    if (kept !== null) return kept;
    const leaf = before[place.page]?.leaf;
    const at = after.findIndex((page) => page?.leaf === leaf);
    return at < 0 ? null : view.topOf(at, 0) - EDGE;
  }

  #measure() {
    const { trim, margin = 0, mirrored = true } = this.#about;
    const spreads = this.#spreads && mirrored;
    const margins = margin * 2;
    const [inner, tall] = this.#about.sheet ?? trim;
    const sheet = [inner + margins, tall + margins];
    const width = this.#desk.clientWidth - 2 * EDGE;
    const height = this.#desk.clientHeight - EDGE - GAP;
    const across = spreads ? 2 : 1;
    const fitWidth = width / (sheet[0] * across * PIXELS);
    const fitPage = Math.min(fitWidth, height / (sheet[1] * PIXELS));
    const zoom = this.#zoom === "page" ? fitPage : this.#zoom === "width" ? fitWidth : Number(this.#zoom);
    const unit = Math.max(zoom, 0.1) * PIXELS;
    const wanted = unit * devicePixelRatio;
    const scale = SCALES.find((each) => each >= wanted - 0.05) ?? SCALES.at(-1);
    const rows = rowsOf(this.#pages, spreads);
    return { unit, scale, spreads, margin, rows, page: [sheet[0] * unit, sheet[1] * unit] };
  }

  #rowOf(at, size) {
    return size.rows[at] ?? 0;
  }

  #view(size = this.#size ?? this.#measure()) {
    const rowHeight = size.page[1] + GAP;
    return {
      scrollTop: this.#desk.scrollTop,
      height: this.#desk.clientHeight,
      topOf: (at, points) => EDGE + this.#rowOf(at, size) * rowHeight + (points + size.margin) * size.unit,
      pointsBelow: (at, y) => (y - EDGE - this.#rowOf(at, size) * rowHeight) / size.unit - size.margin,
      pageAt: (y) => {
        const row = Math.max(Math.floor((y - EDGE) / rowHeight), 0);
        const at = size.rows.indexOf(row);
        return at < 0 ? this.#pages.length - 1 : at;
      },
    };
  }

  #size = null;

  #seen(scroll, size) {
    const rowHeight = size.page[1] + GAP;
    const first = Math.max(Math.floor((scroll - EDGE) / rowHeight), 0);
    const last = Math.floor((scroll + this.#desk.clientHeight) / rowHeight);
    return this.#pages.map((_, at) => at).filter((at) => {
      const row = this.#rowOf(at, size);
      return row >= first && row <= last;
    });
  }

  // Do something that moves pages, and keep the words under the eye where they are.
  #place(change) {
    if (!this.#about || !this.#pages.length || !this.#desk.clientWidth) return;
    const place = this.#size ? capture(this.#pages, this.#view()) : null;
    change();
    const top = place && restore(this.#pages, this.#view(), place);
    if (top !== null) this.#desk.scrollTop = top;
    this.#scrolled();
  }

  #arrange(size = this.#measure()) {
    this.#size = size;
    const [width, height] = size.page;
    const rowHeight = height + GAP;
    const rows = (size.rows.at(-1) ?? -1) + 1;
    const across = size.spreads ? 2 : 1;
    this.#rows.style.height = `${EDGE + rows * rowHeight}px`;
    this.#rows.style.width = `${Math.max(width * across + 2 * EDGE, this.#desk.clientWidth)}px`;
    this.#rows.classList.toggle("spread", size.spreads);
    // A book from right to left is bound on its right: its rectos lie on the left.
    this.#rows.classList.toggle("leftward", Boolean(this.#about.leftward));
    this.#rows.style.setProperty("--point", `${size.unit}px`);
    const inner = Math.max(width * across + 2 * EDGE, this.#desk.clientWidth);
    const left = (inner - width * across) / 2;
    while (this.#slots.length > this.#pages.length) this.#slots.pop().element.remove();
    this.#pages.forEach((page, at) => {
      let slot = this.#slots[at];
      if (!slot) {
        slot = this.#slots[at] = new Slot(at);
        this.#rows.append(slot.element);
      }
      const right = size.spreads && Boolean(page?.right) !== Boolean(this.#about.leftward);
      slot.element.className = `page ${page?.right ? "recto" : "verso"}`;
      const style = slot.element.style;
      style.width = `${width}px`;
      style.height = `${height}px`;
      style.left = `${left + (right ? width : 0)}px`;
      style.top = `${EDGE + this.#rowOf(at, size) * rowHeight}px`;
      slot.name(page, this.#about);
      slot.place(page, size, this.#facts);
      slot.layers(this.#layers, page, this.#about, this.edition, this.#marked);
    });
  }

  #drawLayers() {
    this.#slots.forEach((slot, at) => slot.layers(this.#layers, this.#pages[at], this.#about, this.edition, this.#marked));
  }

  // Load what comes into sight, and say where one is.
  #scrolled() {
    if (!this.#size || !this.#pages.length) return;
    const size = this.#size;
    const near = this.#desk.clientHeight;
    const from = this.#seen(Math.max(this.#desk.scrollTop - near / 2, 0), size);
    const until = this.#seen(this.#desk.scrollTop + near / 2, size);
    for (const at of new Set([...from, ...until])) this.#load(at, size);
    const at = this.#view().pageAt(this.#desk.scrollTop + near * 0.35);
    const shown = size.spreads ? [at, at + 1].filter((each) => this.#pages[each] && this.#rowOf(each, size) === this.#rowOf(at, size)) : [at];
    const labels = shown.map((each) => this.#pages[each]?.label || "–");
    const last = this.#pages.findLast((page) => page?.label)?.label ?? this.#pages.length;
    by("folio").textContent = this.#pages.length > 1 ? `${labels.join(" – ")} of ${last}` : labels[0];
    this.#thumbs.mark(shown);
  }

  async #load(at, size) {
    const page = this.#pages[at];
    const slot = this.#slots[at];
    if (!page || !slot || (slot.shown === page.id && slot.scale === size.scale)) return;
    if (slot.asked === `${page.id} ${size.scale}`) return;
    slot.asked = `${page.id} ${size.scale}`;
    const image = await picture(page.id, size.scale);
    if (slot.asked === `${page.id} ${size.scale}`) slot.asked = null;
    if (image && this.#pages[at]?.id === page.id && this.#slots[at] === slot) slot.put(image, page.id, size.scale);
    await this.#loadWords(at);
  }

  // Words lie over a page's picture, to be selected and to be found.
  async #loadWords(at) {
    const page = this.#pages[at];
    const slot = this.#slots[at];
    if (!page || !slot || slot.read === page.id) return;
    slot.read = page.id;
    const words = await wordsOf(page.id);
    if (words && slot.read === page.id && this.#slots[at] === slot) slot.write(words);
    else if (!words && slot.read === page.id) slot.read = "";
  }

  // Those of pages that are not in sight come one by one, so that the browser finds them too.
  async #loadAllWords(pages) {
    for (let at = 0; at < pages.length && this.#pages === pages; at += 1) await this.#loadWords(at);
  }

  #clicked(event) {
    const element = event.target.closest(".page");
    if (!element || event.target.closest(".fact-spot") || !getSelection().isCollapsed) return;
    const at = Number(element.dataset.at);
    const box = element.getBoundingClientRect();
    const { unit, margin } = this.#size;
    const hit = under(this.#pages[at], (event.clientX - box.left) / unit - margin, (event.clientY - box.top) / unit - margin);
    if (!hit) return;
    this.#mark({ at, ...hit });
    this.#source(hit.line);
  }

  #mark(where) {
    this.#marked = where;
    this.#drawLayers();
    clearTimeout(this.fading);
    this.fading = setTimeout(() => ((this.#marked = null), this.#drawLayers()), 1600);
  }

  #toggle(id, change) {
    const button = by(id);
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      keep({ [id]: on });
      change(on);
    });
    if (id in kept && kept[id] !== (button.getAttribute("aria-pressed") === "true")) button.click();
  }

  zoomTo(zoom) {
    this.#zoom = zoom;
    keep({ zoom });
    const select = by("zoom");
    if (![...select.options].some((option) => option.value === String(zoom))) {
      select.add(new Option(`${Math.round(zoom * 100)}%`, String(zoom)));
    }
    select.value = String(zoom);
    this.#place(() => this.#arrange());
  }

  zoomBy(direction) {
    if (!this.#size) return;
    const now = this.#size.unit / PIXELS;
    const steps = direction > 0 ? STEPS.filter((step) => step > now + 0.01) : STEPS.filter((step) => step < now - 0.01).reverse();
    if (steps.length) this.zoomTo(String(steps[0]));
  }

  step(direction) {
    if (!this.#size) return;
    const view = this.#view();
    const row = this.#rowOf(view.pageAt(this.#desk.scrollTop + view.height * 0.35), this.#size) + direction;
    this.#desk.scrollTop = Math.max(row, 0) * (this.#size.page[1] + GAP);
  }

  goToPage(at) {
    if (!this.#size) return;
    const row = this.#rowOf(Math.min(Math.max(at, 0), this.#pages.length - 1), this.#size);
    this.#desk.scrollTop = row * (this.#size.page[1] + GAP);
  }

  goToLine(line) {
    const found = this.#size && atLine(this.#pages, line);
    if (!found) return;
    const view = this.#view();
    this.#desk.scrollTop = this.#towards(found, this.#desk.scrollTop, view);
    this.#mark(found);
  }

  lineOnScreen() {
    if (!this.#size) return 0;
    return capture(this.#pages, this.#view()).candidates[0]?.line ?? 0;
  }

  nextFact() {
    const inSight = (spot) => {
      const box = spot.getBoundingClientRect();
      const desk = this.#desk.getBoundingClientRect();
      return box.top >= desk.top && box.bottom <= desk.bottom;
    };
    const spots = [...this.#rows.querySelectorAll(".fact-spot")].filter(inSight);
    if (!spots.length) return;
    spots[(spots.indexOf(document.activeElement) + 1) % spots.length].focus({ preventScroll: true });
  }
}

// One page's place on the desk, with its picture and what lies over it.
class Slot {
  shown = "";
  scale = 0;
  asked = null;
  // Of which page the words are there, or asked for.
  read = "";
  #image = null;
  #words = null;
  #sheet = document.createElement("div");
  #caption = document.createElement("figcaption");
  #spots = "";
  #drawn = "";

  constructor(at) {
    this.element = document.createElement("figure");
    this.element.dataset.at = at;
    this.#sheet.className = "sheet";
    this.element.append(this.#sheet, this.#caption);
  }

  name(page, about) {
    const leaf = about.leaves.find((each) => each.id === page?.leaf)?.title ?? "";
    this.#caption.textContent = page?.label ?? "";
    this.title = [page?.label ? `Page ${page.label}` : "Blank page", leaf].filter(Boolean).join(", ");
    if (this.#image) this.#image.alt = this.title;
  }

  // The picture is decoded already: the old one goes in the same moment.
  put(image, id, scale) {
    image.alt = this.title;
    if (this.#image) this.#image.replaceWith(image);
    else this.#sheet.prepend(image);
    this.#image = image;
    this.shown = id;
    this.scale = scale;
    this.element.dataset.id = id;
    if (this.read !== id) this.write(null);
  }

  write(words) {
    this.#words?.remove();
    this.#words = words;
    if (!words) this.read = "";
    else if (this.#image) this.#image.after(words);
    else this.#sheet.prepend(words);
  }

  place(page, size, facts) {
    const wanted = JSON.stringify([page?.facts, size.unit, size.margin, facts.known]);
    if (wanted === this.#spots) return;
    this.#spots = wanted;
    for (const old of this.#sheet.querySelectorAll(".fact-spot")) old.remove();
    for (const [key, left, top, right, bottom] of page?.facts ?? []) {
      const spot = facts.spot(key);
      spot.style.left = `${(left + size.margin) * size.unit}px`;
      spot.style.top = `${(top + size.margin) * size.unit}px`;
      spot.style.width = `${(right - left) * size.unit}px`;
      spot.style.height = `${(bottom - top) * size.unit}px`;
      this.#sheet.append(spot);
    }
  }

  layers(layers, page, about, edition, marked) {
    const here = marked && marked.at === Number(this.element.dataset.at) ? marked : null;
    const wanted = JSON.stringify([layers, about?.trim, about?.margin, about?.bleed, about?.grid, edition, here]);
    if (wanted === this.#drawn || !about) return;
    this.#drawn = wanted;
    this.#sheet.querySelector("svg")?.remove();
    const drawn = overlay(layers, about, edition, here);
    if (drawn) this.#sheet.append(drawn);
  }
}

// Get a page's picture, which a draft may have brought along.
function picture(id, scale, along = `/pages/${id}/${scale}`) {
  const image = new Image();
  // It is painted together with all else that changes in the same frame. To wait until it is
  // decoded would be to wait for a frame of its own.
  image.decoding = "sync";
  return new Promise((done) => {
    image.onload = () => done(image);
    image.onerror = () => done(null);
    image.src = along;
  });
}

// In spreads a recto stands beside the verso before it, if there is one.
function rowsOf(pages, spreads) {
  let row = -1;
  return pages.map((page, at) => {
    const beside = spreads && at > 0 && page?.right && !pages[at - 1]?.right;
    if (!beside) row += 1;
    return row;
  });
}

function same(one, other) {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}
