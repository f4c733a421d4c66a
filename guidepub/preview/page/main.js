// The page as a whole: what is chosen, what the server tells, and who shows it.

import { Catalog } from "./catalog.js";
import { Facts } from "./facts.js";
import { Findings } from "./findings.js";
import { listenToKeys } from "./keys.js";
import { Pages } from "./pages.js";
import { Reader } from "./reader.js";
import { Stream } from "./stream.js";

const by = (id) => document.getElementById(id);
const SAID = {
  draft: "Setting what has changed …",
  whole: "Setting the whole book …",
  check: "Checking the file …",
  ready: "Up to date",
  welcome: "",
  broken: "The last good pages are shown",
  lost: "The preview has stopped. Start it again in the terminal: this page goes on.",
};
const BUSY = new Set(["draft", "whole", "check"]);

const chosen = { guide: "", edition: "screen", imprint: "" };
let about = null;
// What is wrong with the view that is open, and with the catalogue's folder.
let ofView = { items: [], broken: false };
let ofCatalog = [];

const facts = new Facts(by("tip"));
const findings = new Findings({ go: goTo });
const pages = new Pages({ facts, source: (line) => findings.show({ path: chosen.guide, line }) });
const reader = new Reader();
const catalog = new Catalog({ choose: (guide) => choose({ guide, imprint: "" }) });
const stream = new Stream({ book: showBook, publication: showPublication, findings: showFindings, catalog: showCatalog, status: say });

// A browser sets these itself; of the others it is shown pages.
function flows() {
  return chosen.edition === "epub" || chosen.edition === "web";
}

function address() {
  const query = new URLSearchParams({ edition: chosen.edition });
  if (chosen.guide) query.set("guide", chosen.guide);
  if (chosen.imprint) query.set("imprint", chosen.imprint);
  return query.toString();
}

function choose(wanted, push = true) {
  const other = "guide" in wanted && wanted.guide !== chosen.guide;
  Object.assign(chosen, wanted);
  if (push) history.pushState(null, "", `/?${address()}`);
  for (const input of document.querySelectorAll("#editions input")) input.checked = input.value === chosen.edition;
  if (other) {
    about = null;
    ofView = { items: [], broken: false };
    pages.forget();
    reader.forget();
    findings.forget();
    by("welcome").hidden = false;
  }
  by("page-tools").hidden = flows();
  by("reader-tools").hidden = !flows();
  by("desk").hidden = flows();
  by("reader").hidden = !flows();
  by("thumbs").hidden = flows() || !pages.hasThumbs;
  pages.edition = chosen.edition;
  pages.name = address();
  catalog.mark(chosen.guide);
  by("download").removeAttribute("href");
  by("download").setAttribute("aria-disabled", "true");
  // Nothing of what is chosen now is on screen yet.
  delete document.documentElement.dataset.shown;
  stream.open(address());
}

function read() {
  const query = new URLSearchParams(location.search);
  choose({ guide: query.get("guide") ?? "", edition: query.get("edition") ?? "screen", imprint: query.get("imprint") ?? "" }, false);
}

function showAbout(message) {
  about = message.about;
  by("welcome").hidden = true;
  by("title").textContent = about.title;
  document.title = `${about.title} – guidepub preview`;
  const select = by("imprint");
  const ids = about.imprints.map((imprint) => imprint.id).join();
  if (select.dataset.ids !== ids) {
    select.dataset.ids = ids;
    select.replaceChildren(...about.imprints.map((imprint) => new Option(imprint.name, imprint.id)));
  }
  select.value = about.imprint;
  facts.known = about.facts;
  findings.refresh();
  offerFile(message.stage === "whole");
}

function offerFile(ready) {
  const link = by("download");
  link.toggleAttribute("aria-disabled", false);
  if (ready) {
    link.href = `/download?${address()}`;
    link.removeAttribute("aria-disabled");
  } else {
    link.removeAttribute("href");
    link.setAttribute("aria-disabled", "true");
  }
}

function showBook(message) {
  showAbout(message);
  pages.update(message);
}

function showPublication(message) {
  showAbout(message);
  reader.update(message);
}

const key = ({ code, path, line, column, message }) => JSON.stringify([code, path, line, column, message]);

function showFindings(message) {
  ofView = message;
  const told = new Set(message.items.map(key));
  const items = [...message.items, ...ofCatalog.filter((item) => !told.has(key(item)))];
  findings.update({ ...message, items });
  const count = by("findings-count");
  count.textContent = items.length;
  count.classList.toggle("errors", items.some((item) => item.severity === "error"));
  const banner = by("banner");
  banner.hidden = !message.broken;
  const first = message.items.find((item) => item.severity === "error");
  if (message.broken && first) {
    const button = document.createElement("button");
    button.type = "button";
    const place = [first.path, first.line || null].filter(Boolean).join(":");
    button.textContent = `${place}  ${first.message} ${first.remedy}`;
    button.addEventListener("click", () => goTo(first));
    banner.replaceChildren(button);
    offerFile(false);
    if (!about) by("welcome").hidden = true;
    findings.reveal(first);
  }
}

function showCatalog(message) {
  catalog.update(message);
  if (message.findings.length || ofCatalog.length) {
    ofCatalog = message.findings;
    showFindings(ofView);
  }
  const now = message.renamed[chosen.guide];
  if (now) choose({ guide: now });
  else if (!chosen.guide) welcome(message);
}

// No guide is chosen yet: open the first good one, or say what to do until there is one.
function welcome(message) {
  const good = message.entries.find((entry) => entry.title && !entry.errors);
  if (good) {
    choose({ guide: good.path }, false);
    history.replaceState(null, "", `/?${address()}`);
    return;
  }
  by("welcome").firstElementChild.textContent = message.entries.length
    ? "No guide here is without errors. Choose one from the list to see what is wrong with it."
    : "There are no guides here. Add one with: guidepub new TITLE";
  say({ stage: "welcome" });
}

function say(message) {
  const status = by("status");
  const [done, count] = message.steps ?? [];
  status.textContent = count ? `Setting the whole book: part ${done} of ${count} …` : (SAID[message.stage] ?? "");
  status.classList.toggle("busy", BUSY.has(message.stage));
  status.classList.toggle("broken", message.stage === "broken" || message.stage === "lost");
  document.documentElement.dataset.stage = message.stage;
}

function goTo(item) {
  if (item.kind === "check") {
    if (item.page && !flows()) pages.goToPage(item.page - 1);
    return;
  }
  if (item.path) findings.show(item);
  if (item.path === chosen.guide && item.line) {
    if (flows()) reader.goToLine(item.line);
    else pages.goToLine(item.line);
  }
}

const drawers = [];

function drawer(button, pane) {
  const set = (open) => {
    pane.classList.toggle("open", open);
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => {
    set(!pane.classList.contains("open"));
    if (pane.classList.contains("open")) pane.querySelector("input, button, a")?.focus();
  });
  drawers.push({ button, pane, set });
  return () => set(false);
}

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || by("help").open) return;
  for (const { button, pane, set } of drawers.filter((each) => each.pane.classList.contains("open"))) {
    set(false);
    button.focus();
  }
});
addEventListener("pointerdown", (event) => {
  for (const { button, pane, set } of drawers) {
    if (!pane.contains(event.target) && !button.contains(event.target)) set(false);
  }
});

const closeCatalog = drawer(by("open-catalog"), by("catalog"));
drawer(by("open-findings"), by("findings"));
by("guides").addEventListener("click", closeCatalog);
by("editions").addEventListener("change", (event) => choose({ edition: event.target.value }));
by("imprint").addEventListener("change", (event) => choose({ imprint: event.target.value }));
by("help-button").addEventListener("click", () => by("help").showModal());
addEventListener("popstate", read);

listenToKeys({
  "/": () => {
    if (getComputedStyle(by("catalog")).visibility === "hidden") by("open-catalog").click();
    by("search").focus();
  },
  "?": () => by("help").showModal(),
  1: () => choose({ edition: "screen" }),
  2: () => choose({ edition: "print" }),
  3: () => choose({ edition: "print-cover" }),
  4: () => choose({ edition: "epub" }),
  5: () => choose({ edition: "web" }),
  j: () => (flows() ? reader.step(1) : pages.step(1)),
  k: () => (flows() ? reader.step(-1) : pages.step(-1)),
  "+": () => pages.zoomBy(1),
  "-": () => pages.zoomBy(-1),
  0: () => pages.zoomTo("page"),
  p: () => by("spreads").click(),
  t: () => by("trim").click(),
  g: () => by("grid").click(),
  m: () => by("thumbs-button").click(),
  e: () => by("follow").click(),
  f: () => pages.nextFact(),
  n: () => findings.next(),
  s: () => {
    const line = pages.lineOnScreen();
    if (line) findings.show({ path: chosen.guide, line });
  },
  l: () => by("large").click(),
  b: () => by("night").click(),
});

read();
