// A form that outlives a lost connection (the quick log): a local draft of it is kept a moment after
// each change, and given back on return. What was sent without a connection waits, and is sent
// again by itself with a fresh token; its key lets the server take it once. Where the organisation
// keeps no local drafts, it waits on the open page alone.
const DRAFT_AFTER = 300;
const AGAIN = [2000, 5000, 10000, 30000];
const WEEK = 7 * 24 * 3600 * 1000;
const A_DAY = 24 * 3600 * 1000;
const FORM = "form[data-kept]";
const OFFLINE = "Not saved yet. It will be sent when you are back online.";
const SIGNED_OUT = "Not saved yet: you have been signed out. Press Save, and what you entered comes with you.";

let keeping;
let again;
let tries = 0;
let sending = false;

const keyOf = (form) => `tandem.draft.${document.body.dataset.person}.${form.dataset.kept}`;
const waits = (form) => form.dataset.waits === "yes";

function say(form, words) {
  const place = form.querySelector("[data-kept-says]");
  if (place && place.textContent !== words) place.textContent = words;
}

// ---- The draft

function keep(form) {
  clearTimeout(keeping);
  if ("keepsNone" in form.dataset) return;
  const entries = [...new FormData(form)].filter(([name]) => name !== "csrf_token");
  const draft = { at: Date.now(), today: form.dataset.today, waits: waits(form), entries };
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(draft));
  } catch { /* No storage: the open page has to do. */ }
}

function forget(form) {
  clearTimeout(keeping);
  delete form.dataset.waits;
  try { localStorage.removeItem(keyOf(form)); } catch { /* There is none. */ }
}

function draftOf(form) {
  let draft = null;
  try { draft = JSON.parse(localStorage.getItem(keyOf(form))); } catch { /* Not one of ours. */ }
  return draft && Date.now() - draft.at < WEEK ? draft : null;
}

// "Today" was the day on which it was entered, whatever day it is now.
function dated(draft, today) {
  const filled = new Map(draft.entries);
  const back = { today: 0, yesterday: 1 }[filled.get("day")];
  if (draft.today === today || back === undefined) return filled;
  const day = new Date(Date.parse(draft.today) - back * A_DAY);
  filled.set("day", "other");
  filled.set("other_day", `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`);
  return filled;
}

function restore(form) {
  const draft = draftOf(form);
  if (!draft) { forget(form); return; }
  for (const [name, value] of dated(draft, form.dataset.today)) fill(form, name, value);
  if (!draft.waits) { say(form, "What you entered here before is back."); return; }
  form.dataset.waits = "yes";
  say(form, OFFLINE);
  send(form);
}

function fill(form, name, value) {
  const fields = [...form.elements].filter((field) => field.name === name && field.type !== "submit");
  for (const field of fields) {
    if (["radio", "checkbox"].includes(field.type)) field.checked = field.value === value;
    else field.value = value;
    const folded = field.closest("details");
    if (folded && (field.checked ?? value)) folded.open = true;
  }
  if (!fields.length) carry(form, name, value);
}

// Which button was pressed is part of what is sent, though the button may not be there any more.
function carry(form, name, value) {
  const carried = document.createElement("input");
  Object.assign(carried, { type: "hidden", name, value });
  form.append(carried);
}

// ---- The sending

function wait(form, words) {
  form.dataset.waits = "yes";
  keep(form);
  say(form, words);
}

function later(form) {
  clearTimeout(again);
  again = setTimeout(() => send(form), AGAIN[Math.min(tries++, AGAIN.length - 1)]);
}

async function send(form) {
  clearTimeout(again);
  if (sending || !form.isConnected || !waits(form)) return;
  sending = true;
  try {
    if (navigator.locks) await navigator.locks.request("tandem.kept", () => sendNow(form));
    else await sendNow(form);
  } finally { sending = false; }
}

async function sendNow(form) {
  const page = await fetch(form.dataset.kept, { credentials: "same-origin" })
    .then((answer) => (answer.status < 500 ? answer.text() : null)).catch(() => null);
  if (page === null) { later(form); return; }
  const fresh = new DOMParser().parseFromString(page, "text/html");
  if (fresh.body.dataset.person !== document.body.dataset.person) { say(form, SIGNED_OUT); return; }
  form.elements.csrf_token.value = fresh.querySelector('meta[name="csrf-token"]').content;
  say(form, "Sending what you saved before.");
  const answered = new Promise((resolve) => {
    form.addEventListener("kept:answered", resolve, { once: true });
    setTimeout(resolve, 20000);
  });
  form.requestSubmit();
  await answered;
}

// ---- What happens on the page

document.addEventListener("input", (event) => {
  const form = event.target.closest(FORM);
  if (!form) return;
  clearTimeout(keeping);
  keeping = setTimeout(() => keep(form), DRAFT_AFTER);
});

document.addEventListener("htmx:error", (event) => {
  const { form, submitter } = event.detail.ctx?.request ?? {};
  if (!form?.matches(FORM)) return;
  if (submitter?.name && !form.querySelector(`input[name="${submitter.name}"]`)) {
    carry(form, submitter.name, submitter.value);
  }
  wait(form, OFFLINE);
  later(form);
  form.dispatchEvent(new Event("kept:answered"));
});

document.addEventListener("htmx:after:request", (event) => {
  const { request, response } = event.detail.ctx;
  const { form } = request;
  if (!response || !form?.matches(FORM) || request.method !== "POST") return;
  tries = 0;
  if (response.status < 400) forget(form);
  else if (response.status < 500) { delete form.dataset.waits; keep(form); }
  form.dispatchEvent(new Event("kept:answered"));
});

function sendWhatWaits() {
  for (const form of document.querySelectorAll(FORM)) send(form);
}

window.addEventListener("online", sendWhatWaits);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") sendWhatWaits();
});

for (const form of document.querySelectorAll(FORM)) restore(form);
