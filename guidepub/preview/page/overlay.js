// What is drawn over a page: where it is cut, how far ink reaches, the lines that text stands on.

const SVG = "http://www.w3.org/2000/svg";

export function overlay(layers, about, edition, marked) {
  if (!layers.trim && !layers.grid && !marked) return null;
  const [width, height] = about.sheet ?? about.trim;
  const margin = about.margin ?? 0;
  const svg = element("svg", {
    viewBox: `${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  if (layers.grid && about.grid) {
    const [pitch, phase] = about.grid;
    for (let y = height - phase; y > 0; y -= pitch) {
      svg.append(element("line", { class: "grid", x1: 0, x2: width, y1: y, y2: y }));
    }
  }
  if (layers.trim) {
    const inset = margin ? 0 : 0.4;
    svg.append(box("trim", inset, inset, width - 2 * inset, height - 2 * inset));
    if (margin) svg.append(box("bleed", -about.bleed, -about.bleed, width + 2 * about.bleed, height + 2 * about.bleed));
  }
  if (marked) svg.append(box("block", marked.left - 4, marked.top - 2, marked.right - marked.left + 8, marked.bottom - marked.top + 4));
  return svg;
}

function box(name, x, y, width, height) {
  return element("rect", { class: name, x, y, width, height });
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
