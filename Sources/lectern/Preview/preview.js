// Keeps the page as the lesson is: asks the preview for news and puts them in place, so that one goes on reading where
// one was.

const mistakes = document.getElementById("preview-mistakes");
const status = document.getElementById("preview-status");
// What this page is, if that was known when it was loaded.
let known = { version: "", page: history.state ?? "" };
history.replaceState(null, "");
// The markup that each part came with; what the reader has changed since, such as an open fold, is no difference.
const markup = new WeakMap();

// A block without a name is known by its line, which changes with the text above it.
const lineName = /^block-line-\d+$/;

const markupOf = (part) => {
  if (!markup.has(part)) {
    const text = part.outerHTML;
    markup.set(part, lineName.test(part.id) ? text.replace(` id="${part.id}"`, "") : text);
  }
  return markup.get(part);
};

const nameOf = (part) => (part.id && !lineName.test(part.id) ? part.id : "." + part.classList[0]);

const main = (page) => page.querySelector("main");
const frame = (page) => page.querySelector(".page");

/// Folds that are open and boxes that are scrolled stay so in a part that takes another's place.
function carry(from, to) {
  const folds = [...from.querySelectorAll("details")];
  [...to.querySelectorAll("details")].forEach((fold, index) => {
    if (folds[index]) fold.open = folds[index].open;
  });
  const boxes = [...from.querySelectorAll(".scroll, pre")];
  return () => [...to.querySelectorAll(".scroll, pre")].forEach((box, index) => {
    if (boxes[index]) [box.scrollLeft, box.scrollTop] = boxes[index].position;
  });
}

function notePositions(parts) {
  for (const part of parts) {
    for (const box of part.querySelectorAll(".scroll, pre")) {
      box.position = [box.scrollLeft, box.scrollTop];
    }
  }
}

/// Which old part stays, or hands its state on, for each new one: equal ones at both ends, then those of one name.
function pairs(oldParts, newParts) {
  const result = new Map();
  const left = [...oldParts];
  const rest = [...newParts];
  const pair = (older, newer) => result.set(newer, older);
  while (left.length && rest.length && markupOf(left[0]) === markupOf(rest[0])) {
    pair(left.shift(), rest.shift());
  }
  while (left.length && rest.length && markupOf(left.at(-1)) === markupOf(rest.at(-1))) {
    pair(left.pop(), rest.pop());
  }
  for (const part of rest) {
    const index = left.findIndex((older) => nameOf(older) === nameOf(part));
    if (index >= 0) pair(left.splice(index, 1)[0], part);
  }
  return result;
}

/// A block that runs again shows what it showed before, until it has finished.
function keepOutputs(from, to) {
  const outputs = [...from.children].filter((child) => !child.matches(".source, .remark, .note"));
  if (outputs.length === 0) return;
  to.querySelector(":scope > .remark")?.remove();
  to.append(...outputs);
  to.classList.add("stale");
  to.ariaBusy = "true";
}

/// Puts new children in the place of old ones, and leaves those alone that are the same. Returns what is to be done once
/// they are laid out, and which new element has taken the place of which old one.
function replaceChildren(parent, newParts, replaced) {
  const oldParts = [...parent.children];
  const partners = pairs(oldParts, newParts);
  notePositions(oldParts);
  const later = [];
  const children = newParts.map((part) => {
    const older = partners.get(part);
    markupOf(part);
    if (!older) return part;
    if (markupOf(older) === markupOf(part)) {
      if (older.id !== part.id) older.id = part.id;
      return older;
    }
    if (part.classList.contains("pending")) keepOutputs(older, part);
    later.push(carry(older, part));
    replaced.set(older, part);
    return document.adoptNode(part);
  });
  const staying = new Set(children);
  for (const part of oldParts) if (!staying.has(part)) part.remove();
  children.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
  return later;
}

function showPage(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const seen = [...main(document).children].find((part) => part.getBoundingClientRect().bottom > 0);
  const top = seen?.getBoundingClientRect().top;
  const isAtTop = window.scrollY === 0;

  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  const replaced = new Map();
  const later = replaceChildren(main(document), [...main(page).children], replaced);
  // The frame holds the header, the contents, the lesson and the footer; the lesson's element is the one that stays.
  const old = frame(document);
  old.className = frame(page).className;
  const around = [...frame(page).children].map((part) =>
    part.matches("main") ? main(document) : part);
  later.push(...replaceChildren(old, around, replaced));
  later.forEach((finish) => finish());

  const now = replaced.get(seen) ?? seen;
  if (now?.isConnected && !isAtTop) {
    window.scrollBy({ top: now.getBoundingClientRect().top - top, behavior: "instant" });
  }
}

function showPanel(panel, html) {
  if (markup.get(panel) === html) return;
  markup.set(panel, html);
  panel.innerHTML = html;
}

function show(update) {
  if (update.html) showPage(update.html);
  known = { version: update.version, page: update.page };
  showPanel(mistakes, update.mistakes);
  showPanel(status, update.status);
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/// What is new, as soon as something is; null when the preview cannot be asked.
async function news() {
  try {
    const answer = await fetch("/changes?" + new URLSearchParams(known));
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/// Loads a page that could not be put in place. What it is goes with it: it would have to be put in place otherwise, and be
/// loaded again for ever.
function reload(page) {
  history.replaceState(page, "");
  location.reload();
}

async function follow() {
  for (;;) {
    const update = await news();
    if (!update) {
      showPanel(status, '<p><strong class="lost">The preview has ended.</strong> '
        + "This page goes on when it is there again.</p>");
      await pause(500);
      continue;
    }
    try {
      show(update);
    } catch (problem) {
      console.error(problem);
      return reload(update.page);
    }
  }
}

// The lesson's element stays whatever it holds. The markup of all others is noted before the reader opens anything.
markup.set(main(document), "lesson");
for (const part of [...main(document).children, ...frame(document).children]) markupOf(part);
follow();
