// The words of a page, each line where its picture has it: not seen, but selected and found.

// One that every system has at once: what matters is that it is measured as it is set.
const FACE = "sans-serif";
const TRIAL = 100;
const canvas = document.createElement("canvas").getContext("2d");

export async function wordsOf(id) {
  const answer = await fetch(`/words/${id}`);
  return answer.status === 200 ? layer(await answer.json()) : null;
}

function layer(lines) {
  const element = document.createElement("div");
  element.className = "words";
  canvas.font = `${TRIAL}px ${FACE}`;
  for (const [words, left, top, width, height, goesOn] of lines) {
    const line = document.createElement("span");
    line.textContent = words;
    line.style.left = `calc(${left} * var(--point))`;
    line.style.top = `calc(${top} * var(--point))`;
    line.style.fontSize = `calc(${height} * var(--point))`;
    const natural = (canvas.measureText(words).width * height) / TRIAL;
    if (natural) line.style.transform = `scaleX(${(width / natural).toFixed(4)})`;
    element.append(line);
    // A word that two lines share is one when it is copied.
    if (!goesOn) element.append(document.createElement("br"));
  }
  return element;
}
