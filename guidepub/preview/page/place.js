// Where the reader is: the words under the eye, found again when the pages are made anew.

// The part of the pane's height at which one reads.
const EYE = 0.35;
const NEAR = 14;

// A block: key (its words), line, and its box on the page in points from the trim's top left.
const block = ([key, line, left, top, right, bottom]) => ({ key, line, left, top, right, bottom });

// All blocks of a book in order, with the page they are on and how much of them stands before.
function blocksOf(pages) {
  const found = [];
  pages.forEach((page, at) => {
    for (const each of page?.blocks ?? []) found.push({ ...block(each), at, leaf: page.leaf });
  });
  found.sort((a, b) => a.at - b.at || a.top - b.top);
  const open = new Map();
  for (const each of found) {
    const name = `${each.leaf} ${each.key} ${each.line}`;
    const before = open.get(name);
    // A paragraph that runs over goes on where it stopped on the page before.
    each.before = before && before.at === each.at - 1 ? before.before + before.height : 0;
    each.height = each.bottom - each.top;
    open.set(name, each);
  }
  return found;
}

// Remember what is at the eye: the block there, then its neighbours should it be gone.
export function capture(pages, view) {
  const eye = view.scrollTop + view.height * EYE;
  let best = Infinity;
  let here = -1;
  const found = blocksOf(pages);
  found.forEach((each, index) => {
    const top = view.topOf(each.at, each.top);
    const bottom = view.topOf(each.at, each.bottom);
    const distance = eye < top ? top - eye : eye > bottom ? eye - bottom : 0;
    // Of blocks in each other the smaller one is nearer to the words.
    if (distance < best || (distance === best && each.height < found[here].height)) {
      best = distance;
      here = index;
    }
  });
  if (here < 0) return { candidates: [], page: view.pageAt(eye), screen: eye - view.scrollTop };
  const order = [here];
  for (let step = 1; step <= NEAR; step += 1) order.push(here - step, here + step);
  const candidates = order
    .filter((index) => found[index])
    .map((index) => {
      const each = found[index];
      const inside = index === here ? Math.min(Math.max(view.pointsBelow(each.at, eye) - each.top, 0), each.height) : 0;
      const screen = view.topOf(each.at, each.top + inside) - view.scrollTop;
      return { key: each.key, leaf: each.leaf, line: each.line, into: each.before + inside, screen };
    });
  return { candidates, page: view.pageAt(eye), screen: 0 };
}

// Return how far the pane must be scrolled for the remembered words to be where they were.
export function restore(pages, view, place) {
  const found = blocksOf(pages);
  for (const wanted of place.candidates) {
    const same = found.filter((each) => each.key === wanted.key && each.leaf === wanted.leaf);
    if (!same.length) continue;
    const part =
      same.find((each) => wanted.into >= each.before && wanted.into <= each.before + each.height) ?? same[0];
    const inside = Math.min(Math.max(wanted.into - part.before, 0), part.height);
    return view.topOf(part.at, part.top + inside) - wanted.screen;
  }
  return null;
}

// Return the first block that was not there before.
export function firstNew(before, after, only) {
  const known = new Set(blocksOf(before).map((each) => `${each.leaf} ${each.key}`));
  return blocksOf(after).find((each) => (!only || only.has(each.at)) && !known.has(`${each.leaf} ${each.key}`));
}

// Return where a line of the definition is printed: its block, or the last one before it.
export function atLine(pages, line) {
  let best = null;
  for (const each of blocksOf(pages)) {
    if (each.line <= line && (!best || each.line > best.line)) best = each;
  }
  return best;
}

// Return the smallest block under a point of a page.
export function under(page, x, y) {
  const hits = (page.blocks ?? []).map(block).filter((b) => x >= b.left && x <= b.right && y >= b.top && y <= b.bottom);
  hits.sort((a, b) => a.bottom - a.top - (b.bottom - b.top));
  return hits[0] ?? null;
}
