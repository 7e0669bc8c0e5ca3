// The page on which somebody writes: it saves itself two seconds after the last key and when the
// box is left, keeps a local draft until the server has the same words, and says which is true.
// Where the organisation keeps no local drafts, leaving with unsaved words asks first. Without this
// file Save does the same.
const PAUSE = 2000;
const DRAFT_AFTER = 300;
const AGAIN = [1000, 2000, 5000];
const WEEK = 7 * 24 * 3600 * 1000;

const foot = document.querySelector("[data-autosave]");
const form = foot?.closest("form");
if (form) start(form, form.elements.text, form.elements.version);

function start(form, box, version) {
  const state = document.getElementById("writing-state");
  const words = document.getElementById("writing-words");
  const key = foot.dataset.draft;
  const keepsNone = "keepsNone" in foot.dataset;
  let saved = box.value;
  let sending = false;
  let tries = 0;
  let rests = "rests" in foot.dataset; // two texts are on the page: the person decides first
  let leaving = false; // a form is on its way: Save takes the words along
  let pause;
  let keeping;

  const say = (text) => { if (state.textContent !== text) state.textContent = text; };

  function keep() {
    clearTimeout(keeping);
    try {
      if (box.value === saved) localStorage.removeItem(key);
      else if (!keepsNone) localStorage.setItem(key, JSON.stringify(
        { text: box.value, version: version.value, at: Date.now() }));
    } catch { /* No storage: autosave alone has to do. */ }
  }

  function later(wait) {
    clearTimeout(pause);
    pause = setTimeout(send, wait);
  }

  async function send(token) {
    clearTimeout(pause);
    if (sending || rests || box.value === saved) return;
    sending = true;
    const text = box.value;
    const sent = new FormData(form);
    if (typeof token === "string") sent.set("csrf_token", token);
    const answer = await fetch(foot.dataset.autosave, {
      method: "POST", credentials: "same-origin", headers: { "HX-Request": "true" },
      body: sent, // in parts: as a line, letters of other scripts would take thrice their room
    }).catch(() => null);
    const page = answer && [200, 409, 422].includes(answer.status)
      ? await answer.text().catch(() => null) : "";
    sending = false;
    if (!answer || answer.status >= 500 || page === null) failed(answer !== null);
    else if (answer.ok) done(text, page, answer);
    else if (answer.status === 400 && typeof token !== "string") await renew();
    else refused(answer.status, page);
  }

  function done(text, page, answer) {
    const said = new DOMParser().parseFromString(page, "text/html").getElementById("writing-state");
    if (!said) { failed(true); return; }
    saved = text;
    tries = 0;
    version.value = said.dataset.version;
    version.defaultValue = said.dataset.version;
    keep();
    say(said.textContent);
    document.dispatchEvent(new CustomEvent("portal:answered", { detail: answer }));
    if (box.value !== saved) later(PAUSE);
  }

  function failed(reached) {
    const here = keepsNone ? "Keep this page open" : "Your words are kept on this computer";
    say(reached || navigator.onLine
      ? `Not saved yet. ${here}; trying again.`
      : `Not saved yet. ${here}; it will be saved when you are back online.`);
    later(AGAIN[Math.min(tries++, AGAIN.length - 1)]);
  }

  function refused(status, page) {
    rests = status !== 422;
    const said = page && new DOMParser().parseFromString(page, "text/html")
      .getElementById("writing-state")?.textContent;
    if (status === 401) say("You have been signed out. Press Save: your words come with you.");
    else say(said || "Not saved yet. Press Save.");
  }

  // The page's token belongs to an earlier session: ask for a fresh one, once.
  async function renew() {
    const page = await fetch(location.href, { credentials: "same-origin" })
      .then((answer) => answer.text()).catch(() => "");
    const fresh = new DOMParser().parseFromString(page, "text/html");
    const token = fresh.querySelector('meta[name="csrf-token"]')?.content;
    if (!token || !fresh.querySelector("[data-autosave]")) { refused(401); return; }
    form.elements.csrf_token.value = token;
    await send(token);
  }

  function count() {
    const number = box.value.split(/\s+/).filter(Boolean).length;
    words.textContent = `${number.toLocaleString("en-GB")} ${number === 1 ? "word" : "words"}`;
  }

  box.addEventListener("input", () => {
    if (state.textContent.startsWith("Saved")) say("");
    clearTimeout(keeping);
    keeping = setTimeout(keep, DRAFT_AFTER);
    count();
    later(PAUSE);
  });
  box.addEventListener("blur", () => send());
  window.addEventListener("online", () => send());
  window.addEventListener("pagehide", keep);
  window.addEventListener("beforeunload", (event) => {
    if (keepsNone && !leaving && box.value !== saved) event.preventDefault();
  });
  document.addEventListener("submit", (event) => { leaving = !event.defaultPrevented; });
  document.addEventListener("visibilitychange", () => send());

  restore();

  function restore() {
    let draft = null;
    try { draft = JSON.parse(localStorage.getItem(key)); } catch { /* Not one of ours. */ }
    if (!draft || draft.text === box.value || Date.now() - draft.at > WEEK) { keep(); return; }
    if (rests) return;
    if (draft.version === version.value) {
      box.value = draft.text;
      count();
      say("What was not saved yet is back in the box.");
      send();
    } else offer(draft);
  }

  // The server has other words than those this computer kept: the person decides.
  function offer(draft) {
    const part = document.createElement("section");
    part.className = "card kept-here";
    part.setAttribute("aria-label", "Words kept on this computer");
    const title = document.createElement("p");
    title.textContent = "These words were typed on this computer and never saved:";
    const text = document.createElement("div");
    text.className = "words";
    text.textContent = draft.text;
    const row = document.createElement("div");
    row.className = "buttons";
    const use = (label, pressed) => {
      const made = document.createElement("button");
      Object.assign(made, {
        type: "button", className: "govuk-button govuk-button--secondary", textContent: label,
      });
      made.addEventListener("click", () => { pressed(); part.remove(); box.focus(); });
      row.append(made);
    };
    use("Add them at the end of the text", () => {
      box.value = `${box.value}\n\n${draft.text}`.trim();
      box.dispatchEvent(new Event("input"));
    });
    use("Delete them", () => localStorage.removeItem(key));
    part.append(title, text, row);
    form.before(part);
  }
}
