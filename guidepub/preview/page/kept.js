// What a tab keeps over a reload: how pages are shown, and the place in the book.

const NAME = "guidepub";

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(NAME)) ?? {};
  } catch {
    return {};
  }
}

export const kept = read();

export function keep(values) {
  Object.assign(kept, values);
  try {
    sessionStorage.setItem(NAME, JSON.stringify(kept));
  } catch {
    // This browser keeps nothing.
  }
}
