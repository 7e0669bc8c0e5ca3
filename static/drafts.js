// Words that only this computer has. Drafts of what is being written or logged are kept here until
// the server has them (writing.js, kept.js): those older than seven days go, what still waits to be
// sent is said on every page, and who signs out is asked about their own.
const DRAFT = /^tandem\.draft\.([0-9a-f-]+)\.(.+)$/;
const A_WEEK = 7 * 24 * 3600 * 1000;

function drafts() {
  try {
    return Object.keys(localStorage).filter((key) => DRAFT.test(key));
  } catch { return []; }
}

function alert(words, ...buttons) {
  document.dispatchEvent(new CustomEvent("portal:alert", { detail: { words, buttons } }));
}

const isOwn = (key) => DRAFT.exec(key)[1] === document.body.dataset.person;

function pageOf(key) {
  const place = DRAFT.exec(key)[2];
  return place.startsWith("/") ? place : `/writing/${place}`;
}

function read(key) {
  try { return JSON.parse(localStorage.getItem(key)); } catch { return null; /* Not one of ours. */ }
}

function forgetOldDrafts() {
  for (const key of drafts()) {
    if (!(Date.now() - read(key)?.at < A_WEEK)) localStorage.removeItem(key);
  }
}

// What was saved without a connection is sent from its own page: say so on every other.
function tellOfWhatWaits() {
  const key = drafts().find((each) => isOwn(each) && read(each).waits);
  if (!key || pageOf(key) === location.pathname) return;
  alert(
    "Something you saved without a connection has not been sent yet.",
    ["Send it now", () => location.assign(pageOf(key))],
  );
}

function askAboutDrafts(event) {
  const form = event.target;
  const own = drafts().filter(isOwn);
  if (new URL(form.action).pathname !== "/sign-out" || !own.length) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  alert(
    "Something that you entered is only on this computer and not saved yet.",
    ["Go to it", () => location.assign(pageOf(own[0]))],
    ["Delete it and sign out", () => {
      for (const key of own) localStorage.removeItem(key);
      HTMLFormElement.prototype.submit.call(form);
    }],
  );
  document.querySelector("#alerts button")?.focus();
}

forgetOldDrafts();
tellOfWhatWaits();
document.addEventListener("submit", askAboutDrafts, true);
