// What stands behind a figure: shown under the pointer, and at the focus.

export class Facts {
  known = {};
  #tip;

  constructor(tip) {
    this.#tip = tip;
    addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.hide();
    });
  }

  words(key) {
    const fact = this.known[key];
    if (!fact) return "";
    return [`${fact.label}: ${fact.figure}`, fact.source, fact.year, fact.note].filter(Boolean).join(". ");
  }

  spot(key) {
    const spot = document.createElement("button");
    spot.type = "button";
    spot.className = "fact-spot";
    spot.tabIndex = -1;
    spot.dataset.fact = key;
    spot.setAttribute("aria-label", this.words(key) || key);
    for (const event of ["pointerenter", "focus"]) spot.addEventListener(event, () => this.#show(spot));
    for (const event of ["pointerleave", "blur"]) spot.addEventListener(event, () => this.hide());
    return spot;
  }

  hide() {
    this.#tip.hidden = true;
  }

  #show(spot) {
    const fact = this.known[spot.dataset.fact];
    if (!fact) return;
    const head = document.createElement("strong");
    head.textContent = `${fact.label}: ${fact.figure}`;
    const rest = [[fact.source, fact.year].filter(Boolean).join(", "), fact.note].filter(Boolean);
    const tip = this.#tip;
    tip.replaceChildren(head, ...(rest.length ? [rest.join(" · ")] : ["No source is given."]));
    tip.hidden = false;
    const at = spot.getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    const left = Math.min(Math.max(at.left, 8), innerWidth - size.width - 8);
    const below = at.bottom + 8 + size.height < innerHeight;
    tip.style.left = `${left}px`;
    tip.style.top = `${below ? at.bottom + 8 : at.top - size.height - 8}px`;
  }
}
